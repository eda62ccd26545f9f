-- Of what was due under each declared promise, how much was done in time, by ward?
-- grain:    one row per clock, started_date, due_date, promised_working_days (null: due on the date the source promised),
--           service, queue, channel, ward and source; due is never before the start where days were promised
with

started as (
    select
        clocks.*,
        days.working_day_number
    from marts.clocks as clocks
    inner join touched_days
        on clocks.started_date = touched_days.activity_date
    inner join marts.calendar as days
        on clocks.started_date = days.activity_date
    where clocks.clock in ('first_reply', 'completion') and clocks.ending != 'withdrawn'
),

promised as (
    select
        started.*,
        promises.working_days as promised_working_days,
        greatest(due_days.activity_date, started.started_date) as due_date
    from started
    inner join promises
        on started.clock = promises.clock
    inner join marts.calendar as due_days
        on
            due_days.is_working_day
            and started.working_day_number + promises.working_days + coalesce(started.extension_working_days, 0)
            = due_days.working_day_number
    union all
    select
        started.*,
        cast(null as bigint) as promised_working_days,
        started.stated_due_date as due_date
    from started
    where started.stated_due_date is not null
)

select
    clock,
    started_date,
    due_date,
    promised_working_days,
    service,
    queue,
    channel,
    ward,
    source,
    cast(sum(cases) as bigint) as cases,
    cast(sum(case when stopped_date <= due_date then cases else 0 end) as bigint) as in_time_cases,
    cast(sum(case when stopped_date is null then cases else 0 end) as bigint) as open_cases
from promised
group by clock, started_date, due_date, promised_working_days, service, queue, channel, ward, source
