-- How many were answered, or gave up, within each declared threshold, half-hour by half-hour?
-- grain:    one row per activity_date, half_hour, service, queue, channel and within_seconds, cumulative over thresholds;
--           a summary row gives only its own threshold; an open contact is offered at a threshold once that has passed
with

laddered as (
    select
        waits_on_rungs.activity_date,
        waits_on_rungs.half_hour,
        waits_on_rungs.service,
        waits_on_rungs.queue,
        waits_on_rungs.channel,
        rungs.within_seconds,
        waits_on_rungs.offered,
        case when waits_on_rungs.within_seconds > rungs.within_seconds then waits_on_rungs.still_open else 0 end
            as open_and_passed,
        waits_on_rungs.answered,
        case when waits_on_rungs.within_seconds <= rungs.within_seconds then waits_on_rungs.answered else 0 end
            as answered_within,
        case when waits_on_rungs.within_seconds <= rungs.within_seconds then waits_on_rungs.abandoned else 0 end
            as abandoned_within
    from waits_on_rungs
    cross join rungs
    where waits_on_rungs.half_hour is not null and rungs.is_declared
),

cumulative as (
    select
        activity_date,
        half_hour,
        service,
        queue,
        channel,
        within_seconds,
        sum(offered) + sum(open_and_passed) as offered,
        sum(answered) as answered,
        sum(answered_within) as answered_within,
        sum(abandoned_within) as abandoned_within
    from laddered
    group by activity_date, half_hour, service, queue, channel, within_seconds
),

stated as (
    select
        staged_intervals.activity_date,
        hour(staged_intervals.started_local) * 2 + minute(staged_intervals.started_local) // 30 as half_hour,
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
        and staged_intervals.grain = 'half_hour'
        and staged_intervals.threshold_seconds is not null
        and staged_intervals.calls_answered_within is not null
    group by
        staged_intervals.activity_date, hour(staged_intervals.started_local) * 2 + minute(staged_intervals.started_local) // 30,
        staged_intervals.service, staged_intervals.queue, staged_intervals.channel, staged_intervals.threshold_seconds
)

select
    activity_date,
    half_hour,
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
    half_hour,
    service,
    queue,
    channel,
    within_seconds,
    cast(offered as bigint) as offered,
    cast(answered as bigint) as answered,
    cast(answered_within as bigint) as answered_within,
    cast(abandoned_within as bigint) as abandoned_within
from stated
