-- The same as queries/half_hours.sql, where several services or channels are chosen, or one of each, and are added up here.
-- grain:    one row per period_start and half_hour; a half-hour in which nothing of this was recorded has none
-- returns:  frontdoor.schema.questions.HALF_HOURS
-- from:     half_hours_added_up, contacts_by_half_hour
-- $from_date, $to_date   local dates, both inclusive
select
    activity_date as period_start,
    half_hour,
    cast(sum(contacts) as bigint) as contacts,
    cast(sum(calls_offered) as bigint) as calls_offered,
    cast(sum(calls_answered) as bigint) as calls_answered,
    cast(sum(calls_abandoned) as bigint) as calls_abandoned,
    cast(sum(calls_with_wait) as bigint) as calls_with_wait,
    cast(sum(seconds_to_answer) as bigint) as seconds_to_answer,
    cast(sum(contacts_with_handling_time) as bigint) as contacts_with_handling_time,
    cast(sum(seconds_handled) as bigint) as seconds_handled,
    max(longest_wait_seconds) as longest_wait_seconds
from counts
where activity_date between $from_date and $to_date
group by activity_date, half_hour
having
    count(
        coalesce(
            contacts, calls_offered, calls_answered, calls_abandoned, calls_with_wait, seconds_to_answer,
            contacts_with_handling_time, seconds_handled, longest_wait_seconds
        )
    ) > 0
order by activity_date, half_hour
