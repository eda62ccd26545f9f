-- How many waited each number of seconds?
-- grain:    one row per period_start, service, channel, value and seconds_waited; service and channel are 'all' unless $by_place
-- returns:  frontdoor.schema.questions.WAIT_SECONDS
-- from:     wait_seconds_by_month, wait_seconds_by_day
-- $from_date, $to_date   local dates, both inclusive
-- $grain                 day, week, month, quarter or year
-- $by_place              whether to tell services and channels apart
select
    period_of(activity_date, $grain) as period_start,
    case when $by_place then service else 'all' end as service,
    case when $by_place then channel else 'all' end as channel,
    value,
    seconds_waited,
    cast(sum(answered) as bigint) as answered,
    cast(sum(abandoned) as bigint) as abandoned
from counts
where activity_date between $from_date and $to_date
group by
    period_start, case when $by_place then service else 'all' end, case when $by_place then channel else 'all' end,
    value, seconds_waited
order by period_start, service, channel, value, seconds_waited
