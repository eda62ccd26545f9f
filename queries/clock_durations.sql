-- How many days did each case that began take, or has it taken so far?
-- grain:    one row per period_start (of the start), service, channel, value and elapsed_days; service and channel are 'all'
--           unless $by_place
-- returns:  frontdoor.schema.questions.CLOCK_DURATIONS
-- from:     clock_durations_by_month
-- else:     queries/otherwise/clock_durations.sql, by ward, by day or week, and as it stood earlier
-- beside:   covered over sources, days over calendar, single_days over clocks
-- settles:  dates, by taking the months that are not whole from single starts and stops
-- $from_date, $to_date   local dates, both inclusive
-- $grain                 day, week, month, quarter or year
-- $clock                 one of frontdoor.schema.clock_marts.Clock; an answer that nobody acknowledged first counts from the opening
-- $as_at                 last day known (or the last day their source covers, if earlier); open cases have lasted until then,
--                        those withdrawn until they were
-- $by_place              whether to tell services and channels apart
-- $procedures            list of the complaints procedures that count; an empty list is every one
with

whole_months as (
    select activity_date
    from days
    where activity_date between $from_date and $to_date and day(activity_date) = 1 and last_day(activity_date) <= $to_date
),

cut_days as (
    select days.activity_date
    from days
    anti join whole_months
        on date_trunc('month', days.activity_date) = whole_months.activity_date
    where days.activity_date between $from_date and $to_date
),

starts as (
    select
        counts.activity_date,
        counts.started_date,
        counts.elapsed_days,
        counts.ending,
        counts.source,
        counts.service,
        counts.channel,
        counts.value,
        counts.procedure,
        counts.cases
    from counts
    inner join whole_months
        on counts.activity_date = whole_months.activity_date
    where counts.clock = $clock
    union all
    select
        single_days.activity_date,
        single_days.started_date,
        single_days.elapsed_days,
        single_days.ending,
        single_days.source,
        single_days.service,
        single_days.channel,
        single_days.value,
        single_days.procedure,
        single_days.cases
    from single_days
    inner join cut_days
        on single_days.activity_date = cut_days.activity_date
    where single_days.clock = $clock and single_days.activity_date between $from_date and $to_date
),

on_this_clock as (
    select
        starts.*,
        least(cast($as_at as date), covered.covered_to) as as_at
    from starts
    inner join covered
        on starts.source = covered.source
    where len($procedures) = 0 or list_contains(cast($procedures as varchar[]), starts.procedure)
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
