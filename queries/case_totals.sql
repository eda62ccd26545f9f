-- How often was a case passed on, and how many services did it touch?
-- grain:    one row per period_start, service, channel and value, of the case's first contact
-- returns:  frontdoor.schema.questions.CASE_TOTALS
-- from:     cases_by_month, cases_by_day
-- $from_date, $to_date   local dates, both inclusive
-- $grain                 day, week, month, quarter or year
select
    period_of(activity_date, $grain) as period_start,
    service,
    channel,
    value,
    cast(sum(cases) as bigint) as cases,
    cast(sum(transfers) as bigint) as transfers,
    cast(sum(services_touched) as bigint) as services_touched
from counts
where activity_date between $from_date and $to_date
group by period_start, service, channel, value
order by period_start, service, channel, value
