-- When was each clock of the touched months due, under each declared promise and by the date its source promised?
-- grain:    one row per row of clocks and promise (promised_working_days null: due on the date the source promised);
--           due is never before the start where days were promised; one withdrawn by its due date is due nowhere
-- build:    view
with

started as (
    select
        clocks.*,
        clock_days.activity_month,
        days.working_day_number
    from marts.clocks as clocks
    inner join clock_days
        on clocks.started_date = clock_days.activity_date
    inner join marts.calendar as days
        on clocks.started_date = days.activity_date
),

working_days as (
    select
        activity_date,
        working_day_number
    from marts.calendar
    where is_working_day
),

promised as (
    select
        started.*,
        promises.working_days as promised_working_days,
        promises.acknowledged_within,
        promises.longest_extension,
        greatest(working_days.activity_date, started.started_date) as due_date
    from started
    inner join promises
        on
            started.clock = promises.clock
            and started.is_unacknowledged = (promises.acknowledged_within is not null)
    inner join working_days
        on
            started.working_day_number
            + promises.working_days
            + coalesce(promises.acknowledged_within, 0)
            + least(coalesce(started.extension_working_days, 0), promises.longest_extension)
            = working_days.working_day_number
    union all
    select
        started.*,
        cast(null as bigint) as promised_working_days,
        cast(null as bigint) as acknowledged_within,
        cast(null as bigint) as longest_extension,
        started.stated_due_date as due_date
    from started
    where started.stated_due_date is not null
)

select
    *,
    case when stopped_date <= due_date then cases else 0 end as in_time_cases,
    case when stopped_date is null then cases else 0 end as open_cases
from promised
where ending != 'withdrawn' or stopped_date > due_date
