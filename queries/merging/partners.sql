-- Which months do the other rows of a changed conversation or case stand in?
-- grain:    one row per month
with

rows_together as (
    select
        contacts.activity_date,
        contacts.completed_date
    from contacts
    where
        exists (
            select changed.conversation_id
            from changed
            where changed.source = contacts.source and changed.conversation_id = contacts.conversation_id
        )
        or exists (
            select changed.case_id
            from changed
            where changed.source = contacts.source and changed.case_id = contacts.case_id
        )
)

select cast(date_trunc('month', activity_date) as date) as activity_month
from rows_together
union
select cast(date_trunc('month', completed_date) as date) as activity_month
from rows_together
where completed_date is not null
