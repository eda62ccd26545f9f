-- Which rows stand in the same conversation or case as those already known to be touched?
-- grain:    one row per record of the table `linked_ids` and of those joined to them
select
    contacts.source,
    contacts.conversation_id,
    contacts.case_id,
    contacts.activity_date,
    contacts.completed_date
from contacts
where
    exists (
        select linked_ids.conversation_id
        from linked_ids
        where linked_ids.source = contacts.source and linked_ids.conversation_id = contacts.conversation_id
    )
    or exists (
        select linked_ids.case_id
        from linked_ids
        where linked_ids.source = contacts.source and linked_ids.case_id = contacts.case_id
    )
