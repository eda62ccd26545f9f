-- How many working days did each answer due in the period take, in time or late?
-- grain:    one row per period_start (of the due date), service, channel ('all'), value, procedure and working_days_taken
-- returns:  frontdoor.schema.voice_questions.WORKING_DAYS_TAKEN
-- from:     working_days_by_month
-- else:     queries/otherwise/working_days_taken.sql, where sums by month are not ready
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

due as (
    select
        counts.*,
        least(cast($as_at as date), covered.covered_to) as as_at
    from counts
    inner join covered
        on counts.source = covered.source
    inner join promised
        on
            promised.queue is null
            and counts.promised_working_days = promised.working_days
            and counts.activity_date >= promised.from_date
            and counts.activity_date < coalesce(promised.before_date, date '9999-12-31')
    left join acknowledged_within
        on
            counts.acknowledged_within is not null
            and acknowledged_within.queue is null
            and counts.activity_date >= acknowledged_within.from_date
            and counts.activity_date < coalesce(acknowledged_within.before_date, date '9999-12-31')
    where
        counts.clock = $clock
        and counts.due_month between $from_date and $to_date
        and counts.longest_extension = coalesce($longest_extension, 260)
        and (len($procedures) = 0 or list_contains(cast($procedures as varchar[]), counts.procedure))
        and coalesce(counts.acknowledged_within, 0)
        = case when counts.acknowledged_within is null then 0 else coalesce(acknowledged_within.working_days, 0) end
),

numbered as (
    select
        due.*,
        ended.working_day_number - started.working_day_number as working_days_so_far
    from due
    left join days as started
        on due.started_date = started.activity_date
    left join days as ended
        on due.as_at = ended.activity_date
)

select
    period_of(due_month, $grain) as period_start,
    service,
    'all' as channel,
    value,
    procedure,
    coalesce(working_days_taken, working_days_so_far) as working_days_taken,
    cast(sum(in_time_cases) as bigint) as in_time_cases,
    cast(sum(cases - in_time_cases - open_cases) as bigint) as late_cases,
    cast(sum(open_cases) as bigint) as open_cases
from numbered
group by period_start, service, value, procedure, coalesce(working_days_taken, working_days_so_far)
order by period_start, service, value, procedure, working_days_taken
