-- The same as queries/half_hour_waits.sql, where a queue has a limit of its own, or where places are left to be added up.
-- grain:    one row per period_start and half_hour
-- returns:  frontdoor.schema.questions.HALF_HOUR_WAITS
-- from:     half_hour_waits_added_up, waits_by_half_hour
-- beside:   days over calendar
-- $from_date, $to_date   local dates, both inclusive
-- $limits                list of (queue, from_date, before_date, within_seconds); a null queue is every queue not named
with

limits as (
    select unnest(
        cast($limits as struct(queue varchar, from_date date, before_date date, within_seconds bigint)[]), recursive := true
    )
),

limits_of_days as (
    select
        days.activity_date,
        limits.queue,
        limits.within_seconds
    from days
    inner join limits
        on
            days.activity_date >= limits.from_date
            and days.activity_date < coalesce(limits.before_date, date '9999-12-31')
    where days.activity_date between $from_date and $to_date
),

limits_of_queues as (
    select *
    from limits_of_days
    where queue is not null
),

limits_for_all as (
    select *
    from limits_of_days
    where queue is null
)

select
    counts.activity_date as period_start,
    counts.half_hour,
    cast(sum(counts.offered) as bigint) as offered,
    cast(sum(counts.answered) as bigint) as answered,
    cast(sum(counts.answered_within) as bigint) as answered_within,
    cast(sum(counts.abandoned_within) as bigint) as abandoned_within
from counts
left join limits_for_all
    on counts.activity_date = limits_for_all.activity_date
left join limits_of_queues
    on
        counts.activity_date = limits_of_queues.activity_date
        and counts.queue = limits_of_queues.queue
where
    counts.activity_date between $from_date and $to_date
    and counts.within_seconds = coalesce(limits_of_queues.within_seconds, limits_for_all.within_seconds)
group by counts.activity_date, counts.half_hour
order by counts.activity_date, counts.half_hour
