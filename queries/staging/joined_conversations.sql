-- Which of the conversations read stand in several rows because they were passed on?
-- grain:    one row per source and conversation_id
-- build:    table
with

conversations_read as (
    select
        source,
        conversation_id
    from contacts_read
    where conversation_id is not null
    union
    select
        source,
        conversation_id
    from case_rows
    where conversation_id is not null
)

select
    contacts.source,
    contacts.conversation_id
from contacts
inner join conversations_read
    on
        contacts.source = conversations_read.source
        and contacts.conversation_id = conversations_read.conversation_id
where contacts.is_customer_contact
group by contacts.source, contacts.conversation_id
having count(*) > 1
