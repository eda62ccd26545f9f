-- Of the contacts that came in each half-hour, how many were avoidable, and how many were sorted out there and then?
-- grain:    one row per period_start and half_hour; a half-hour in which nothing of this was recorded has none
-- returns:  frontdoor.schema.questions.HALF_HOUR_RESULTS
-- from:     contacts_by_half_hour
-- $from_date, $to_date   local dates, both inclusive
select
    activity_date as period_start,
    half_hour,
    cast(sum(contacts) as bigint) as contacts,
    cast(sum(contacts_assessed) as bigint) as contacts_assessed,
    cast(sum(avoidable_contacts) as bigint) as avoidable_contacts,
    cast(sum(contacts_with_outcome) as bigint) as contacts_with_outcome,
    cast(sum(contacts_resolved_first) as bigint) as contacts_resolved_first
from counts
where activity_date between $from_date and $to_date
group by activity_date, half_hour
having count(coalesce(contacts_assessed, avoidable_contacts, contacts_with_outcome, contacts_resolved_first)) > 0
order by activity_date, half_hour
