-- Which conversations stand in several rows because they were passed on?
-- grain:    one row per source and conversation_id, of those whose rows this build reads: the months within reach and
--           every contact of a case with a contact in the touched months
-- build:    table
with

cases_read as (
    select
        contacts.source,
        contacts.case_id
    from contacts
    inner join touched_months
        on cast(date_trunc('month', contacts.activity_date) as date) = touched_months.activity_month
    where contacts.case_id is not null
    union
    select
        contacts.source,
        contacts.case_id
    from contacts
    inner join touched_months
        on cast(date_trunc('month', contacts.completed_date) as date) = touched_months.activity_month
    where contacts.case_id is not null
),

conversations_read as (
    select
        contacts.source,
        contacts.conversation_id
    from contacts
    inner join months_within_reach
        on cast(date_trunc('month', contacts.activity_date) as date) = months_within_reach.activity_month
    where contacts.conversation_id is not null
    union
    select
        contacts.source,
        contacts.conversation_id
    from contacts
    inner join cases_read
        on
            contacts.source = cases_read.source
            and contacts.case_id = cases_read.case_id
    where contacts.conversation_id is not null
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
