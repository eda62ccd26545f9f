-- Which cases have a contact or a completion on the days built?
-- grain:    one row per source and case_id
-- build:    table
select
    contacts.source,
    contacts.case_id
from contacts
inner join case_days
    on contacts.activity_date = case_days.activity_date
where contacts.case_id is not null
union
select
    contacts.source,
    contacts.case_id
from contacts
inner join month_days
    on contacts.completed_date = month_days.activity_date
where contacts.case_id is not null
