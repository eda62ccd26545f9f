-- By how much does each row of follow_ups change?
-- grain:    that of the mart; only rows that change, contacts positive or negative
-- build:    table
with

both_ways as (
    select * from follow_ups_after
    union all by name
    select * replace (-contacts as contacts)
    from follow_ups_before
)

select
    activity_date,
    gap_days,
    service,
    queue,
    channel,
    next_channel,
    cast(sum(contacts) as bigint) as contacts
from both_ways
group by activity_date, gap_days, service, queue, channel, next_channel
having sum(contacts) != 0
