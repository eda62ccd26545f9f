-- Of what was due, how much was done in the promised time?
-- grain:    one row per period_start, service, channel and value; cases count on their due date, those not yet due on their start
-- returns:  frontdoor.schema.questions.CLOCK_RESULTS
-- from:     clocks
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

on_this_clock as (
    select
        counts.*,
        least(cast($as_at as date), covered.covered_to) as as_at
    from counts
    inner join covered
        on counts.source = covered.source
    where counts.clock = $clock and counts.ending != 'withdrawn' and counts.activity_date <= $to_date
),

queue_days as (
    select distinct
        on_this_clock.activity_date,
        on_this_clock.queue,
        coalesce(on_this_clock.extension_working_days, 0) as extension_working_days
    from on_this_clock
),

promises_in_force as (
    select
        queue_days.activity_date,
        queue_days.queue,
        queue_days.extension_working_days,
        arg_max(promised.working_days, case when promised.queue is null then 0 else 1 end)
        + queue_days.extension_working_days as working_days
    from queue_days
    inner join promised
        on
            queue_days.queue = coalesce(promised.queue, queue_days.queue)
            and queue_days.activity_date >= promised.from_date
            and queue_days.activity_date < coalesce(promised.before_date, date '9999-12-31')
    group by queue_days.activity_date, queue_days.queue, queue_days.extension_working_days
),

due_days as (
    select
        promises_in_force.activity_date,
        promises_in_force.queue,
        promises_in_force.extension_working_days,
        greatest(min(due_day.activity_date), promises_in_force.activity_date) as due_date
    from promises_in_force
    inner join days as start_day
        on promises_in_force.activity_date = start_day.activity_date
    inner join days as due_day
        on start_day.working_day_number + promises_in_force.working_days = due_day.working_day_number
    group by promises_in_force.activity_date, promises_in_force.queue, promises_in_force.extension_working_days
),

with_due_date as (
    select
        on_this_clock.*,
        case when (select count(*) from promised) = 0 then on_this_clock.stated_due_date else due_days.due_date end as due_date
    from on_this_clock
    left join due_days
        on
            on_this_clock.activity_date = due_days.activity_date
            and on_this_clock.queue = due_days.queue
            and coalesce(on_this_clock.extension_working_days, 0) = due_days.extension_working_days
),

judged as (
    select
        *,
        due_date <= as_at as is_due,
        case when due_date <= as_at then due_date else activity_date end as counted_date
    from with_due_date
    where due_date is not null and activity_date <= as_at
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
from judged
where counted_date between $from_date and $to_date
group by period_start, service, channel, value
order by period_start, service, channel, value
