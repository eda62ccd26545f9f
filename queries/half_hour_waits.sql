-- How many were answered, or gave up, within the promised wait of their queue, half-hour by half-hour?
-- grain:    one row per period_start and half_hour
-- returns:  frontdoor.schema.questions.HALF_HOUR_WAITS
-- from:     half_hour_waits_added_up
-- only:     one place, where nothing is left to be added up
-- else:     queries/otherwise/half_hour_waits.sql, where a queue has a limit of its own, several services or channels are
--           chosen, or one of each
-- $from_date, $to_date   local dates, both inclusive
-- $limits                list of (queue, from_date, before_date, within_seconds), one in force at a time; a null queue is every
--                        queue, and there are no others here
with

limits as (
    select unnest(
        cast($limits as struct(queue varchar, from_date date, before_date date, within_seconds bigint)[]), recursive := true
    )
)

select
    counts.activity_date as period_start,
    counts.half_hour,
    counts.offered,
    counts.answered,
    counts.answered_within,
    counts.abandoned_within
from counts
inner join limits
    on
        counts.within_seconds = limits.within_seconds
        and counts.activity_date >= limits.from_date
        and counts.activity_date < coalesce(limits.before_date, date '9999-12-31')
where counts.activity_date between $from_date and $to_date
order by counts.activity_date, counts.half_hour
