-- Of what was due, how much was done in the promised time?
-- grain:    one row per period_start, service, channel and value; cases count on their due date, those not yet due on their start
-- returns:  frontdoor.schema.questions.CLOCK_RESULTS
-- from:     clock_results_by_day, clock_results_by_ward
-- else:     queries/otherwise/clock_results.sql, where a promise is not among those declared
-- beside:   days over calendar, covered over sources
-- $from_date, $to_date   local dates, both inclusive
-- $grain                 day, week, month, quarter or year
-- $clock                 first_reply or completion
-- $promised              list of (queue, from_date, before_date, working_days) by the day a case started; a null queue is every
--                        queue not named; an empty list takes the date the source promised for that very case
-- $as_at                 last day known (or the last day their source covers, if earlier); open cases due by then are late
with

promised as (
    select unnest(
        cast($promised as struct(queue varchar, from_date date, before_date date, working_days bigint)[]), recursive := true
    )
),

promised_days as (
    select
        promised.queue,
        days.activity_date,
        promised.working_days
    from promised
    inner join days
        on
            promised.from_date <= days.activity_date
            and coalesce(promised.before_date, date '9999-12-31') > days.activity_date
    where days.activity_date <= $to_date
),

promised_to_all as (
    select *
    from promised_days
    where queue is null
),

on_this_clock as (
    select
        counts.*,
        least(cast($as_at as date), covered.covered_to) as as_at
    from counts
    inner join covered
        on counts.source = covered.source
    left join promised_days
        on
            counts.activity_date = promised_days.activity_date
            and counts.queue = promised_days.queue
    left join promised_to_all
        on counts.activity_date = promised_to_all.activity_date
    where
        counts.clock = $clock
        and counts.due_date >= $from_date
        and (len($promised) = 0) = (counts.promised_working_days is null)
        and (
            len($promised) = 0
            or list_contains(
                list_transform($promised, lambda one: one.working_days), counts.promised_working_days  -- noqa: RF01
            )
        )
        and (
            len($promised) = 0
            or counts.promised_working_days = coalesce(promised_days.working_days, promised_to_all.working_days)
        )
),

counted as (
    select
        *,
        due_date <= as_at as is_due,
        case when due_date <= as_at then due_date else activity_date end as counted_date
    from on_this_clock
    where activity_date <= as_at
)

select
    period_of(counted_date, $grain) as period_start,
    service,
    channel,
    value,
    cast(sum(case when is_due then cases else 0 end) as bigint) as due_cases,
    cast(sum(case when is_due then in_time_cases else 0 end) as bigint) as in_time_cases,
    cast(sum(case when is_due then open_cases else 0 end) as bigint) as open_overdue_cases,
    cast(sum(case when is_due then 0 else cases end) as bigint) as not_yet_due_cases
from counted
where counted_date between $from_date and $to_date
group by period_start, service, channel, value
order by period_start, service, channel, value
