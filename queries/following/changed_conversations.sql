-- Which customers and conversations have contacts that the newest loads added?
-- grain:    one row per source, customer, conversation_id and activity_date of a row added, or of one of the same conversation
-- build:    table
with

added as (
    select
        source,
        customer,
        conversation_id,
        activity_date
    from contacts
    where is_customer_contact and load_id >= getvariable('added_since')
),

conversations as (
    select distinct
        source,
        conversation_id
    from added
    where conversation_id is not null
)

select * from added
union
select
    contacts.source,
    contacts.customer,
    contacts.conversation_id,
    contacts.activity_date
from contacts
inner join conversations
    on
        contacts.source = conversations.source
        and contacts.conversation_id = conversations.conversation_id
where contacts.is_customer_contact
