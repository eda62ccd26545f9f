-- The same as queries/clock_durations.sql, by ward, by day or week, and as it stood earlier: from single starts and stops.
-- grain:    one row per period_start (of the start), service, channel, value and elapsed_days; service and channel are 'all'
--           unless $by_place
-- returns:  frontdoor.schema.questions.CLOCK_DURATIONS
-- from:     clocks
-- beside:   covered over sources
-- $from_date, $to_date   local dates, both inclusive
-- $grain                 day, week, month, quarter or year
-- $clock                 one of frontdoor.schema.clock_marts.Clock; an answer that nobody acknowledged first counts from the opening
-- $as_at                 last day known (or the last day their source covers, if earlier); open cases have lasted until then,
--                        those withdrawn until they were
-- $by_place              whether to tell services and channels apart
-- $procedures            list of the complaints procedures that count; an empty list is every one
with

on_this_clock as (
    select
        counts.*,
        least(cast($as_at as date), covered.covered_to) as as_at
    from counts
    inner join covered
        on counts.source = covered.source
    where
        counts.clock = $clock
        and counts.activity_date between $from_date and $to_date
        and (len($procedures) = 0 or list_contains(cast($procedures as varchar[]), counts.procedure))
)

select
    period_of(activity_date, $grain) as period_start,
    case when $by_place then service else 'all' end as service,
    case when $by_place then channel else 'all' end as channel,
    value,
    coalesce(elapsed_days, cast(as_at - started_date as bigint)) as elapsed_days,
    cast(sum(case when ending = 'stopped' then cases else 0 end) as bigint) as stopped_cases,
    cast(sum(case when ending = 'stopped' then 0 else cases end) as bigint) as open_cases
from on_this_clock
where activity_date <= as_at
group by
    period_start, case when $by_place then service else 'all' end, case when $by_place then channel else 'all' end,
    value, coalesce(elapsed_days, cast(as_at - started_date as bigint))
order by period_start, service, channel, value, elapsed_days
