-- How many people got in touch in each half-hour of each day, how were they answered, and how long did it take?
-- grain:    one row per period_start and half_hour; a half-hour in which nothing was recorded has none
-- returns:  frontdoor.schema.questions.HALF_HOURS
-- from:     half_hours_added_up
-- only:     one place, where nothing is left to be added up
-- else:     queries/otherwise/half_hours.sql, where several services or channels are chosen, or one of each
-- $from_date, $to_date   local dates, both inclusive
select
    activity_date as period_start,
    half_hour,
    contacts,
    calls_offered,
    calls_answered,
    calls_abandoned,
    calls_with_wait,
    seconds_to_answer,
    contacts_with_handling_time,
    seconds_handled,
    longest_wait_seconds
from counts
where activity_date between $from_date and $to_date
order by activity_date, half_hour
