-- The same as queries/clock_results.sql, for complaints and for a promise that nobody has declared: from single starts and stops.
-- grain:    one row per period_start, service, channel and value; cases count on their due date, those not yet due on their start
-- returns:  frontdoor.schema.questions.CLOCK_RESULTS
-- from:     clocks
-- beside:   days over calendar, covered over sources
-- $from_date, $to_date   local dates, both inclusive
-- $grain                 day, week, month, quarter or year
-- $clock                 one of frontdoor.schema.clock_marts.Clock
-- $promised              list of (queue, from_date, before_date, working_days) by the day a case started; a null queue is every
--                        queue not named; an empty list takes the date the source promised for that very case;
--                        starts are looked for 200 days further back than twice the longest promise and extension before $from_date
-- $as_at                 last day known (or the last day their source covers, if earlier); open cases due by then are late, and so
--                        are those withdrawn after their due date; those withdrawn by then count nowhere
-- $procedures            list of the complaints procedures that count; an empty list is every one
-- $acknowledged_within   list like $promised: working days to acknowledge, added to an answer that nobody acknowledged first;
--                        an empty list adds none
-- $longest_extension     working days of extension that count at most; null is all that were granted, up to 260 (a year)
with

promised as (
    select unnest(
        cast($promised as struct(queue varchar, from_date date, before_date date, working_days bigint)[]), recursive := true
    )
),

due_numbers as (
    select
        promised.queue,
        days.activity_date,
        days.working_day_number + promised.working_days as due_number
    from promised
    inner join days
        on
            promised.from_date <= days.activity_date
            and coalesce(promised.before_date, date '9999-12-31') > days.activity_date
),

due_for_all as (
    select *
    from due_numbers
    where queue is null
),

acknowledged_within as (
    select unnest(
        cast(
            $acknowledged_within as struct(queue varchar, from_date date, before_date date, working_days bigint)[]
        ), recursive := true
    )
),

days_to_acknowledge as (
    select
        acknowledged_within.queue,
        days.activity_date,
        acknowledged_within.working_days
    from acknowledged_within
    inner join days
        on
            acknowledged_within.from_date <= days.activity_date
            and coalesce(acknowledged_within.before_date, date '9999-12-31') > days.activity_date
),

to_acknowledge_all as (
    select *
    from days_to_acknowledge
    where queue is null
),

working_days as (
    select *
    from days
    where is_working_day
),

on_this_clock as (
    select
        counts.*,
        least(cast($as_at as date), covered.covered_to) as as_at,
        coalesce(due_numbers.due_number, due_for_all.due_number)
        + case
            when counts.extension_working_days is null then 0
            else least(counts.extension_working_days, cast(coalesce($longest_extension, 260) as bigint))
        end
        + case
            when counts.is_unacknowledged then coalesce(days_to_acknowledge.working_days, to_acknowledge_all.working_days, 0)
            else 0
        end as due_number
    from counts
    inner join covered
        on counts.source = covered.source
    left join due_numbers
        on
            counts.activity_date = due_numbers.activity_date
            and counts.queue = due_numbers.queue
    left join due_for_all
        on counts.activity_date = due_for_all.activity_date
    left join days_to_acknowledge
        on
            counts.activity_date = days_to_acknowledge.activity_date
            and counts.queue = days_to_acknowledge.queue
    left join to_acknowledge_all
        on counts.activity_date = to_acknowledge_all.activity_date
    where
        counts.clock = $clock
        and (len($procedures) = 0 or list_contains(cast($procedures as varchar[]), counts.procedure))
        and (len($promised) = 0 or counts.activity_date <= $to_date)
        and (
            len($promised) = 0
            or counts.activity_date >= cast($from_date as date) - 200
            - 2 * cast(coalesce(list_max(list_transform($promised, lambda one: one.working_days)), 0) as integer)  -- noqa: RF01
            - 2 * cast(coalesce(list_max(list_transform($acknowledged_within, lambda one: one.working_days)), 0) as integer)  -- noqa: RF01
            - case when $clock in ('first_reply', 'completion') then 0 else 2 * cast(coalesce($longest_extension, 260) as integer) end
        )
        and (len($promised) > 0 or counts.stated_due_date >= $from_date)
),

judged as (
    select
        on_this_clock.*,
        case
            when len($promised) = 0 then on_this_clock.stated_due_date
            else greatest(working_days.activity_date, on_this_clock.activity_date)
        end as due_date
    from on_this_clock
    left join working_days
        on on_this_clock.due_number = working_days.working_day_number
    where on_this_clock.activity_date <= on_this_clock.as_at
),

counted as (
    select
        *,
        due_date <= as_at as is_due,
        case when due_date <= as_at then due_date else activity_date end as counted_date
    from judged
    where due_date is not null and (ending != 'withdrawn' or stopped_date > due_date)
)

select
    period_of(counted_date, $grain) as period_start,
    service,
    channel,
    value,
    cast(sum(case when is_due then cases else 0 end) as bigint) as due_cases,
    cast(sum(case when is_due and stopped_date <= due_date then cases else 0 end) as bigint) as in_time_cases,
    cast(sum(case when is_due and stopped_date is null then cases else 0 end) as bigint) as open_overdue_cases,
    cast(sum(case when not is_due then cases else 0 end) as bigint) as not_yet_due_cases
from counted
where counted_date between $from_date and $to_date
group by period_start, service, channel, value
order by period_start, service, channel, value
