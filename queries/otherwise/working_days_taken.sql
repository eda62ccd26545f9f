-- The same as queries/working_days_taken.sql, by ward, by day and for a promise nobody has declared: from single starts and stops.
-- grain:    one row per period_start (of the due date), service, channel ('all'), value, procedure and working_days_taken
-- returns:  frontdoor.schema.voice_questions.WORKING_DAYS_TAKEN
-- from:     clocks
-- beside:   days over calendar, covered over sources
-- $from_date, $to_date   local dates of the due date, both inclusive
-- $grain                 day, week, month, quarter or year
-- $clock                 one of frontdoor.schema.clock_marts.Clock
-- $promised              list of (queue, from_date, before_date, working_days) by the day a case started; complaints have no queue,
--                        so only rows without one count
-- $as_at                 last day known (or the last day their source covers, if earlier); open cases have taken until then
-- $procedures            list of the complaints procedures that count; an empty list is every one
-- $acknowledged_within   list like $promised: working days to acknowledge, added to an answer that nobody acknowledged first
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

alike as (
    select
        counts.activity_date,
        counts.stopped_date,
        counts.extension_working_days,
        counts.is_unacknowledged,
        counts.ending,
        counts.source,
        counts.service,
        counts.value,
        counts.procedure,
        sum(counts.cases) as cases
    from counts
    where
        counts.clock = $clock
        and (len($procedures) = 0 or list_contains(cast($procedures as varchar[]), counts.procedure))
        and counts.activity_date between cast($from_date as date) - 30
        - 2 * cast(coalesce(list_max(list_transform($promised, lambda one: one.working_days)), 0) as integer)  -- noqa: RF01
        - 2 * cast(coalesce(list_max(list_transform($acknowledged_within, lambda one: one.working_days)), 0) as integer)  -- noqa: RF01
        - 2 * cast(coalesce($longest_extension, 260) as integer)
        and cast($to_date as date)
    group by
        counts.activity_date, counts.stopped_date, counts.extension_working_days, counts.is_unacknowledged, counts.ending,
        counts.source, counts.service, counts.value, counts.procedure
),

numbered as (
    select
        alike.*,
        least(cast($as_at as date), covered.covered_to) as as_at,
        started.working_day_number as start_number,
        started.working_day_number + promised.working_days
        + least(coalesce(alike.extension_working_days, 0), cast(coalesce($longest_extension, 260) as bigint))
        + case when alike.is_unacknowledged then coalesce(acknowledged_within.working_days, 0) else 0 end as due_number
    from alike
    inner join covered
        on alike.source = covered.source
    inner join days as started
        on alike.activity_date = started.activity_date
    inner join promised
        on
            promised.queue is null
            and alike.activity_date >= promised.from_date
            and alike.activity_date < coalesce(promised.before_date, date '9999-12-31')
    left join acknowledged_within
        on
            acknowledged_within.queue is null
            and alike.activity_date >= acknowledged_within.from_date
            and alike.activity_date < coalesce(acknowledged_within.before_date, date '9999-12-31')
),

working_days as (
    select *
    from days
    where is_working_day
),

due as (
    select
        numbered.*,
        greatest(working_days.activity_date, numbered.activity_date) as due_date
    from numbered
    inner join working_days
        on numbered.due_number = working_days.working_day_number
    where numbered.activity_date <= numbered.as_at
)

select
    period_of(due.due_date, $grain) as period_start,
    due.service,
    'all' as channel,
    due.value,
    due.procedure,
    ended.working_day_number - due.start_number as working_days_taken,
    cast(sum(case when due.stopped_date <= due.due_date then due.cases else 0 end) as bigint) as in_time_cases,
    cast(sum(case when due.stopped_date > due.due_date then due.cases else 0 end) as bigint) as late_cases,
    cast(sum(case when due.stopped_date is null then due.cases else 0 end) as bigint) as open_cases
from due
inner join days as ended
    on coalesce(due.stopped_date, due.as_at) = ended.activity_date
where
    due.due_date between $from_date and $to_date
    and due.due_date <= due.as_at
    and (due.ending != 'withdrawn' or due.stopped_date > due.due_date)
group by period_start, due.service, due.value, due.procedure, working_days_taken
order by period_start, due.service, due.value, due.procedure, working_days_taken
