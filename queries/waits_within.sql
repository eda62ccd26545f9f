-- How many were answered, or gave up, within the promised wait of their queue on their day?
-- grain:    one row per period_start, service, channel and value
-- returns:  frontdoor.schema.questions.WAITS_WITHIN
-- from:     waits_by_month, waits_by_day
-- $from_date, $to_date   local dates, both inclusive
-- $grain                 day, week, month, quarter or year
-- $limits                list of (queue, from_date, before_date, within_seconds); a null queue is every queue not named
-- $short_limits          the same for the wait up to which giving up does not count
with

limits as (
    select unnest(
        cast($limits as struct(queue varchar, from_date date, before_date date, within_seconds bigint)[]), recursive := true
    )
),

short_limits as (
    select unnest(
        cast($short_limits as struct(queue varchar, from_date date, before_date date, within_seconds bigint)[]),
        recursive := true
    )
),

on_a_limit as (
    select *
    from counts
    where
        activity_date between $from_date and $to_date
        and (
            within_seconds in (select limits.within_seconds from limits)
            or within_seconds in (select short_limits.within_seconds from short_limits)
        )
),

queue_days as (
    select distinct
        activity_date,
        queue
    from on_a_limit
),

in_force as (
    select
        queue_days.activity_date,
        queue_days.queue,
        arg_max(limits.within_seconds, case when limits.queue is null then 0 else 1 end) as within_seconds
    from queue_days
    inner join limits
        on
            queue_days.queue = coalesce(limits.queue, queue_days.queue)
            and queue_days.activity_date >= limits.from_date
            and queue_days.activity_date < coalesce(limits.before_date, date '9999-12-31')
    group by queue_days.activity_date, queue_days.queue
),

short_in_force as (
    select
        queue_days.activity_date,
        queue_days.queue,
        arg_max(short_limits.within_seconds, case when short_limits.queue is null then 0 else 1 end) as within_seconds
    from queue_days
    inner join short_limits
        on
            queue_days.queue = coalesce(short_limits.queue, queue_days.queue)
            and queue_days.activity_date >= short_limits.from_date
            and queue_days.activity_date < coalesce(short_limits.before_date, date '9999-12-31')
    group by queue_days.activity_date, queue_days.queue
),

promised as (
    select
        on_a_limit.activity_date,
        on_a_limit.service,
        on_a_limit.channel,
        on_a_limit.value,
        on_a_limit.offered,
        on_a_limit.answered,
        on_a_limit.answered_within,
        on_a_limit.abandoned_within,
        0 as abandoned_short
    from on_a_limit
    inner join in_force
        on
            on_a_limit.activity_date = in_force.activity_date
            and on_a_limit.queue = in_force.queue
            and on_a_limit.within_seconds = in_force.within_seconds
),

short as (
    select
        on_a_limit.activity_date,
        on_a_limit.service,
        on_a_limit.channel,
        on_a_limit.value,
        0 as offered,
        0 as answered,
        0 as answered_within,
        0 as abandoned_within,
        on_a_limit.abandoned_within as abandoned_short
    from on_a_limit
    inner join short_in_force
        on
            on_a_limit.activity_date = short_in_force.activity_date
            and on_a_limit.queue = short_in_force.queue
            and on_a_limit.within_seconds = short_in_force.within_seconds
),

both_limits as (
    select * from promised
    union all
    select * from short
)

select
    period_of(activity_date, $grain) as period_start,
    service,
    channel,
    value,
    cast(sum(offered) as bigint) as offered,
    cast(sum(answered) as bigint) as answered,
    cast(sum(answered_within) as bigint) as answered_within,
    cast(sum(abandoned_within) as bigint) as abandoned_within,
    cast(sum(abandoned_short) as bigint) as abandoned_short
from both_limits
group by period_start, service, channel, value
order by period_start, service, channel, value
