-- Every customer contact once, with a mark where another source is the one of record.
-- grain:    one row per contact; the rows of one transferred conversation are folded into one
-- build:    view
with

rows_of_their_own as (
    select
        contacts.source,
        contacts.contact_id,
        contacts.started_at,
        contacts.started_local,
        contacts.is_time_known,
        contacts.activity_date,
        contacts.service,
        contacts.queue,
        contacts.channel,
        contacts.ward,
        contacts.reason,
        contacts.customer_type,
        contacts.age_band,
        contacts.access_need,
        contacts.customer,
        contacts.case_id,
        contacts.outcome,
        contacts.seconds_waited,
        contacts.seconds_handled,
        contacts.is_resolved_first,
        contacts.is_avoidable,
        contacts.transfers,
        contacts.is_survey_invited,
        contacts.replied_at,
        contacts.replied_date,
        contacts.completed_date,
        contacts.promised_date
    from contacts
    where
        contacts.is_customer_contact
        and not exists (
            select joined_conversations.conversation_id
            from joined_conversations
            where
                joined_conversations.source = contacts.source
                and joined_conversations.conversation_id = contacts.conversation_id
        )
),

once_each as (
    select * from rows_of_their_own
    union all by name
    select * from folded_conversations
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
