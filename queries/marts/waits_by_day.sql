-- How many were answered, or gave up, within each threshold?
-- grain:    one row per activity_date, service, queue, channel and within_seconds, cumulative over thresholds;
--           a summary row gives only its own threshold; an open contact is offered at a threshold once that has passed
with

days as (
    select
        activity_date,
        service,
        queue,
        channel,
        within_seconds,
        sum(offered) as offered,
        sum(answered) as answered,
        sum(abandoned) as abandoned,
        sum(still_open) as still_open
    from waits_on_rungs
    group by activity_date, service, queue, channel, within_seconds
),

laddered as (
    select
        days.activity_date,
        days.service,
        days.queue,
        days.channel,
        rungs.within_seconds,
        days.offered,
        case when days.within_seconds > rungs.within_seconds then days.still_open else 0 end as open_and_passed,
        days.answered,
        case when days.within_seconds <= rungs.within_seconds then days.answered else 0 end as answered_within,
        case when days.within_seconds <= rungs.within_seconds then days.abandoned else 0 end as abandoned_within
    from days
    cross join rungs
),

cumulative as (
    select
        activity_date,
        service,
        queue,
        channel,
        within_seconds,
        sum(offered) + sum(open_and_passed) as offered,
        sum(answered) as answered,
        sum(answered_within) as answered_within,
        sum(abandoned_within) as abandoned_within
    from laddered
    group by activity_date, service, queue, channel, within_seconds
),

stated as (
    select
        staged_intervals.activity_date,
        staged_intervals.service,
        staged_intervals.queue,
        staged_intervals.channel,
        staged_intervals.threshold_seconds as within_seconds,
        staged_intervals.calls_offered as offered,
        staged_intervals.calls_answered as answered,
        staged_intervals.calls_answered_within as answered_within,
        staged_intervals.calls_abandoned_within as abandoned_within
    from staged_intervals
    inner join touched_months
        on cast(date_trunc('month', staged_intervals.activity_date) as date) = touched_months.activity_month
    where
        not staged_intervals.is_out_of_waits
        and staged_intervals.grain != 'month'
        and staged_intervals.threshold_seconds is not null
        and staged_intervals.calls_answered_within is not null
),

both_kinds as (
    select * from cumulative
    union all
    select * from stated
)

select
    activity_date,
    service,
    queue,
    channel,
    within_seconds,
    cast(sum(offered) as bigint) as offered,
    cast(sum(answered) as bigint) as answered,
    cast(sum(answered_within) as bigint) as answered_within,
    cast(sum(abandoned_within) as bigint) as abandoned_within
from both_kinds
group by activity_date, service, queue, channel, within_seconds
