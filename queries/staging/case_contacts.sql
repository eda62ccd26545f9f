-- Which contacts did each of those cases take, in order?
-- grain:    one row per contact, folded where it was passed on; a contact completed without a case is a case of its own
--           (is_case false); only where its source is the one of record
-- build:    table
with

rows_of_their_own as (
    select
        case_rows.source,
        case_rows.contact_id,
        case_rows.started_local,
        case_rows.activity_date,
        case_rows.service,
        case_rows.queue,
        case_rows.channel,
        case_rows.ward,
        case_rows.reason,
        case_rows.customer_type,
        case_rows.age_band,
        case_rows.access_need,
        case_rows.language,
        case_rows.tenure,
        case_rows.assistance,
        case_rows.adjustment,
        case_rows.case_id,
        case_rows.transfers,
        case_rows.completed_date,
        case_rows.promised_date
    from case_rows
    where
        not exists (
            select joined_conversations.conversation_id
            from joined_conversations
            where
                joined_conversations.source = case_rows.source
                and joined_conversations.conversation_id = case_rows.conversation_id
        )
),

folded_rows as (
    select
        folded_conversations.source,
        folded_conversations.contact_id,
        folded_conversations.started_local,
        folded_conversations.activity_date,
        folded_conversations.service,
        folded_conversations.queue,
        folded_conversations.channel,
        folded_conversations.ward,
        folded_conversations.reason,
        folded_conversations.customer_type,
        folded_conversations.age_band,
        folded_conversations.access_need,
        folded_conversations.language,
        folded_conversations.tenure,
        folded_conversations.assistance,
        folded_conversations.adjustment,
        folded_conversations.case_id,
        folded_conversations.transfers,
        folded_conversations.completed_date,
        folded_conversations.promised_date
    from folded_conversations
    inner join cases_read
        on
            folded_conversations.source = cases_read.source
            and folded_conversations.case_id = cases_read.case_id
    union all
    select
        folded_conversations.source,
        folded_conversations.contact_id,
        folded_conversations.started_local,
        folded_conversations.activity_date,
        folded_conversations.service,
        folded_conversations.queue,
        folded_conversations.channel,
        folded_conversations.ward,
        folded_conversations.reason,
        folded_conversations.customer_type,
        folded_conversations.age_band,
        folded_conversations.access_need,
        folded_conversations.language,
        folded_conversations.tenure,
        folded_conversations.assistance,
        folded_conversations.adjustment,
        folded_conversations.case_id,
        folded_conversations.transfers,
        folded_conversations.completed_date,
        folded_conversations.promised_date
    from folded_conversations
    inner join month_days
        on folded_conversations.completed_date = month_days.activity_date
    where folded_conversations.case_id is null
),

once_each as (
    select * from rows_of_their_own
    union all
    select * from folded_rows
)

select
    once_each.*,
    once_each.case_id is not null as is_case,
    coalesce(once_each.case_id, once_each.contact_id) as case_key,
    row_number() over (
        partition by once_each.source, once_each.case_id is not null, coalesce(once_each.case_id, once_each.contact_id)
        order by once_each.started_local, once_each.contact_id
    ) as place
from once_each
left join sources_out
    on
        once_each.source = sources_out.source
        and once_each.service = sources_out.service
        and once_each.channel = sources_out.channel
        and once_each.activity_date = sources_out.activity_date
where sources_out.is_out_of_reasons is not true
