-- Which cases have a contact or a completion in the touched months?
-- grain:    one row per source and case_id
-- build:    table
select
    contacts.source,
    contacts.case_id
from contacts
inner join touched_days
    on contacts.activity_date = touched_days.activity_date
where contacts.case_id is not null
union
select
    contacts.source,
    contacts.case_id
from contacts
inner join touched_days
    on contacts.completed_date = touched_days.activity_date
where contacts.case_id is not null
