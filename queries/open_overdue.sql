-- Which complaints are open past their due date now, and by how many working days?
-- grain:    one row per measure, period_start (of the due date), service, channel ('all'), value, procedure and
--           working_days_late
-- returns:  frontdoor.schema.voice_questions.OPEN_OVERDUE
-- from:     open_clocks
-- beside:   days over calendar, covered over sources
-- $from_date, $to_date   local dates of the due date, both inclusive
-- $grain                 day, week, month, quarter or year
-- $as_at                 last day known (or the last day their source covers, if earlier)
-- $clocks                list of (measure, clock, procedure, longest_extension): each measure's clock, one of
--                        frontdoor.schema.clock_marts.Clock, each complaints procedure that counts for it (null is every one), and
--                        the working days of extension that count at most
-- $promised              list of (measure, from_date, before_date, working_days) by the day a case started
-- $acknowledged_within   list like $promised: working days to acknowledge, added to an answer that nobody acknowledged first
with

asked as (
    select unnest(
        cast(
            $clocks as struct(
                measure varchar, clock varchar, "procedure" varchar, longest_extension bigint
            )[]
        ), recursive := true
    )
),

promised as (
    select unnest(
        cast($promised as struct(measure varchar, from_date date, before_date date, working_days bigint)[]),
        recursive := true
    )
),

acknowledged_within as (
    select unnest(
        cast($acknowledged_within as struct(measure varchar, from_date date, before_date date, working_days bigint)[]),
        recursive := true
    )
),

measured as (
    select
        asked.measure,
        asked.longest_extension,
        counts.*,
        least(cast($as_at as date), covered.covered_to) as as_at
    from counts
    inner join asked
        on
            counts.clock = asked.clock
            and (asked.procedure is null or counts.procedure = asked.procedure)
    inner join covered
        on counts.source = covered.source
    where counts.stopped_date is null and counts.activity_date <= least(cast($as_at as date), covered.covered_to)
),

numbered as (
    select
        measured.*,
        ended.working_day_number as end_number,
        started.working_day_number + promised.working_days
        + least(coalesce(measured.extension_working_days, 0), measured.longest_extension)
        + case when measured.is_unacknowledged then coalesce(acknowledged_within.working_days, 0) else 0 end as due_number
    from measured
    inner join days as started
        on measured.activity_date = started.activity_date
    inner join days as ended
        on measured.as_at = ended.activity_date
    inner join promised
        on
            measured.measure = promised.measure
            and measured.activity_date >= promised.from_date
            and measured.activity_date < coalesce(promised.before_date, date '9999-12-31')
    left join acknowledged_within
        on
            measured.measure = acknowledged_within.measure
            and measured.activity_date >= acknowledged_within.from_date
            and measured.activity_date < coalesce(acknowledged_within.before_date, date '9999-12-31')
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
)

select
    measure,
    period_of(due_date, $grain) as period_start,
    service,
    'all' as channel,
    value,
    procedure,
    end_number - due_number as working_days_late,
    cast(sum(cases) as bigint) as open_cases
from due
where due_date <= as_at and due_date between $from_date and $to_date
group by measure, period_start, service, value, procedure, working_days_late
order by measure, period_start, service, value, procedure, working_days_late
