-- Which rows belong to those cases, whenever they were, or were completed in the touched months without a case?
-- grain:    one row per record
-- build:    table
select
    contacts.source,
    contacts.contact_id,
    contacts.conversation_id,
    contacts.started_local,
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
    contacts.case_id,
    contacts.transfers,
    contacts.completed_date,
    contacts.promised_date
from contacts
inner join cases_read
    on
        contacts.source = cases_read.source
        and contacts.case_id = cases_read.case_id
where contacts.is_customer_contact
union all
select
    contacts.source,
    contacts.contact_id,
    contacts.conversation_id,
    contacts.started_local,
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
    contacts.case_id,
    contacts.transfers,
    contacts.completed_date,
    contacts.promised_date
from contacts
inner join month_days
    on contacts.completed_date = month_days.activity_date
where contacts.is_customer_contact and contacts.case_id is null
