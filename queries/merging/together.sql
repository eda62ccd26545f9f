-- Which rows stand in the same case as those already known to be touched?
-- grain:    one row per record of a case of the table `linked_ids`
select
    contacts.activity_date,
    contacts.completed_date
from contacts
inner join linked_ids
    on
        contacts.source = linked_ids.source
        and contacts.case_id = linked_ids.case_id
