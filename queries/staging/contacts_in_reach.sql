-- Which customer contacts does this build read: those of its days, and of the days their follow-ups reach?
-- grain:    one row per record
-- build:    view
select
    contacts.source,
    contacts.contact_id,
    contacts.conversation_id,
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
    contacts.language,
    contacts.tenure,
    contacts.assistance,
    contacts.adjustment,
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
inner join reached_days
    on contacts.activity_date = reached_days.activity_date
where contacts.is_customer_contact
