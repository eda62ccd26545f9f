-- Of what was due, how much was done in the promised time?
-- grain:    one row per period_start, service, channel and value; cases count on their due date, those not yet due on their start
-- returns:  frontdoor.schema.questions.CLOCK_RESULTS
-- from:     clock_results_by_month, clock_results_by_ward, clock_results_by_day
-- else:     queries/otherwise/clock_results.sql, where a promise is not among those declared
-- beside:   covered over sources
-- $from_date, $to_date   local dates, both inclusive
-- $grain                 day, week, month, quarter or year
-- $clock                 one of frontdoor.schema.clock_marts.Clock
-- $promised              list of (queue, from_date, before_date, working_days) by the day a case started; a null queue is every
--                        queue not named; an empty list takes the date the source promised for that very case
-- $as_at                 last day known (or the last day their source covers, if earlier); open cases due by then are late, and so
--                        are those withdrawn after their due date; those withdrawn by then count nowhere
-- $procedures            list of the complaints procedures that count; an empty list is every one
-- $acknowledged_within   list like $promised, of every queue: working days to acknowledge, added to an answer that nobody
--                        acknowledged first; an empty list adds none
-- $longest_extension     working days of extension that count at most; null is all that were granted, up to 260 (a year)
with

promised as (
    select unnest(
        cast($promised as struct(queue varchar, from_date date, before_date date, working_days bigint)[]), recursive := true
    )
),

acknowledged_within as (
    select unnest(
        cast(
            $acknowledged_within as struct(queue varchar, from_date date, before_date date, working_days bigint)[]
        ), recursive := true
    )
),

on_this_clock as (
    select
        counts.*,
        least(cast($as_at as date), covered.covered_to) as as_at
    from counts
    inner join covered
        on counts.source = covered.source
    left join promised as promised_to_queue
        on
            counts.queue = promised_to_queue.queue
            and counts.activity_date >= promised_to_queue.from_date
            and counts.activity_date < coalesce(promised_to_queue.before_date, date '9999-12-31')
    left join promised as promised_to_all
        on
            promised_to_all.queue is null
            and counts.activity_date >= promised_to_all.from_date
            and counts.activity_date < coalesce(promised_to_all.before_date, date '9999-12-31')
    left join acknowledged_within
        on
            counts.acknowledged_within is not null
            and counts.activity_date >= acknowledged_within.from_date
            and counts.activity_date < coalesce(acknowledged_within.before_date, date '9999-12-31')
    where
        counts.clock = $clock
        and (counts.due_date is null or counts.due_date >= $from_date)
        and (len($procedures) = 0 or list_contains(cast($procedures as varchar[]), counts.procedure))
        and (len($promised) = 0) = (counts.promised_working_days is null)
        and (
            len($promised) = 0
            or (
                counts.longest_extension = coalesce($longest_extension, 260)
                and counts.promised_working_days = coalesce(promised_to_queue.working_days, promised_to_all.working_days)
                and coalesce(counts.acknowledged_within, 0)
                = case when counts.acknowledged_within is null then 0 else coalesce(acknowledged_within.working_days, 0) end
            )
        )
),

counted as (
    select
        *,
        due_date is not null and due_date <= as_at as is_due,
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
