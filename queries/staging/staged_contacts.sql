-- What is each contact read, as the customer knew it, and does another source hold the record?
-- grain:    one row per contact; the rows of one transferred conversation are folded into one
-- build:    view
with

rows_of_their_own as (
    select
        contacts_read.source,
        contacts_read.contact_id,
        contacts_read.started_at,
        contacts_read.started_local,
        contacts_read.is_time_known,
        contacts_read.activity_date,
        contacts_read.service,
        contacts_read.queue,
        contacts_read.channel,
        contacts_read.ward,
        contacts_read.reason,
        contacts_read.customer_type,
        contacts_read.age_band,
        contacts_read.access_need,
        contacts_read.language,
        contacts_read.tenure,
        contacts_read.assistance,
        contacts_read.adjustment,
        contacts_read.customer,
        contacts_read.case_id,
        contacts_read.outcome,
        contacts_read.seconds_waited,
        contacts_read.seconds_handled,
        contacts_read.is_resolved_first,
        contacts_read.is_avoidable,
        contacts_read.transfers,
        contacts_read.is_survey_invited,
        contacts_read.replied_at,
        contacts_read.replied_date,
        contacts_read.completed_date,
        contacts_read.promised_date
    from contacts_read
    where
        not exists (
            select joined_conversations.conversation_id
            from joined_conversations
            where
                joined_conversations.source = contacts_read.source
                and joined_conversations.conversation_id = contacts_read.conversation_id
        )
),

folded_rows as (
    select folded_conversations.*
    from folded_conversations
    inner join reached_days
        on folded_conversations.activity_date = reached_days.activity_date
),

once_each as (
    select * from rows_of_their_own
    union all by name
    select * from folded_rows
)

select
    once_each.*,
    coalesce(sources_out.is_out_of_volume, false) as is_out_of_volume,
    coalesce(sources_out.is_out_of_waits, false) as is_out_of_waits,
    coalesce(sources_out.is_out_of_reasons, false) as is_out_of_reasons
from once_each
left join sources_out
    on
        once_each.source = sources_out.source
        and once_each.service = sources_out.service
        and once_each.channel = sources_out.channel
        and once_each.activity_date = sources_out.activity_date
