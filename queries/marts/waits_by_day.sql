-- How many were answered, or gave up, within each threshold?
-- grain:    one row per activity_date, service, queue, channel and within_seconds, cumulative over thresholds;
--           written contacts take the rungs of an hour and more, and the declared ones;
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
    inner join rungs
        on days.channel in ('phone', 'chat', 'visit') or rungs.is_for_writing
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
        sum(staged_intervals.calls_offered) as offered,
        sum(staged_intervals.calls_answered) as answered,
        sum(staged_intervals.calls_answered_within) as answered_within,
        sum(staged_intervals.calls_abandoned_within) as abandoned_within
    from staged_intervals
    inner join touched_days
        on staged_intervals.activity_date = touched_days.activity_date
    where
        not staged_intervals.is_out_of_waits
        and staged_intervals.grain != 'month'
        and staged_intervals.threshold_seconds is not null
        and staged_intervals.calls_answered_within is not null
    group by
        staged_intervals.activity_date, staged_intervals.service, staged_intervals.queue,
        staged_intervals.channel, staged_intervals.threshold_seconds
)

select
    activity_date,
    service,
    queue,
    channel,
    within_seconds,
    cast(offered as bigint) as offered,
    cast(answered as bigint) as answered,
    cast(answered_within as bigint) as answered_within,
    cast(abandoned_within as bigint) as abandoned_within
from cumulative
union all
select
    activity_date,
    service,
    queue,
    channel,
    within_seconds,
    cast(offered as bigint) as offered,
    cast(answered as bigint) as answered,
    cast(answered_within as bigint) as answered_within,
    cast(abandoned_within as bigint) as abandoned_within
from stated
