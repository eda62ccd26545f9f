-- Which contacts of those customers can follow one another, or be part of a conversation that does?
-- grain:    one row per record of reached_days, in the columns follow_ups are told from: of a customer of changed_conversations,
--           of the same conversations, and of every conversation of such a row
-- build:    table
with

in_reach as (
    select
        contacts.source,
        contacts.contact_id,
        contacts.conversation_id,
        contacts.started_local,
        contacts.activity_date,
        contacts.service,
        contacts.queue,
        contacts.channel,
        contacts.customer,
        contacts.is_customer_contact,
        contacts.load_id
    from contacts
    inner join reached_days
        on contacts.activity_date = reached_days.activity_date
    where contacts.is_customer_contact
),

changed_customers as (
    select distinct customer
    from changed_conversations
    where customer is not null
),

of_customers as (
    select in_reach.*
    from in_reach
    inner join changed_customers
        on in_reach.customer = changed_customers.customer
),

conversations as (
    select
        source,
        conversation_id
    from of_customers
    where conversation_id is not null
    union
    select
        source,
        conversation_id
    from changed_conversations
    where conversation_id is not null
)

select * from of_customers
union
select in_reach.*
from in_reach
inner join conversations
    on
        in_reach.source = conversations.source
        and in_reach.conversation_id = conversations.conversation_id
