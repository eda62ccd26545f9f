-- The same, by month; the coarsest waits there are, and the only ones of a monthly summary.
-- grain:    one row per activity_month, service, queue, channel and within_seconds
with

from_days as (
    select
        cast(date_trunc('month', waits_by_day.activity_date) as date) as activity_month,
        waits_by_day.* exclude (activity_date)  -- noqa: RF02
    from marts.waits_by_day as waits_by_day
    inner join month_days
        on waits_by_day.activity_date = month_days.activity_date
),

from_months as (
    select
        staged_intervals.activity_date as activity_month,
        staged_intervals.service,
        staged_intervals.queue,
        staged_intervals.channel,
        staged_intervals.threshold_seconds as within_seconds,
        staged_intervals.calls_offered as offered,
        staged_intervals.calls_answered as answered,
        staged_intervals.calls_answered_within as answered_within,
        staged_intervals.calls_abandoned_within as abandoned_within
    from staged_intervals
    inner join month_days
        on staged_intervals.activity_date = month_days.activity_date
    where
        not staged_intervals.is_out_of_waits
        and staged_intervals.grain = 'month'
        and staged_intervals.threshold_seconds is not null
        and staged_intervals.calls_answered_within is not null
),

all_of_them as (
    select * from from_days
    union all
    select * from from_months
)

select
    activity_month,
    service,
    queue,
    channel,
    within_seconds,
    cast(sum(offered) as bigint) as offered,
    cast(sum(answered) as bigint) as answered,
    cast(sum(answered_within) as bigint) as answered_within,
    cast(sum(abandoned_within) as bigint) as abandoned_within
from all_of_them
group by activity_month, service, queue, channel, within_seconds
