-- Which rows stand in the same conversation as the changed ones?
-- grain:    one row per record
with

conversations as (
    select distinct
        source,
        conversation_id
    from changed
    where conversation_id is not null
)

select
    contacts.source,
    contacts.case_id,
    contacts.activity_date,
    contacts.completed_date
from contacts
inner join conversations
    on
        contacts.source = conversations.source
        and contacts.conversation_id = conversations.conversation_id
