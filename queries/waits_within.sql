-- How many were answered, or gave up, within the promised wait of their queue on their day?
-- grain:    one row per period_start, service, channel and value
-- returns:  frontdoor.schema.questions.WAITS_WITHIN
-- from:     waits_by_month, waits_by_day
-- $from_date, $to_date   local dates, both inclusive
-- $grain                 day, week, month, quarter or year
-- $limits                list of (queue, from_date, before_date, within_seconds); a null queue is every queue not named
-- $short_limits          the same for the wait up to which giving up does not count; where its threshold is not recorded
--                        the short ones are null, and 0 where no limit is declared at all
with

limits as (
    select
        true as is_promise,
        unnest(  -- noqa: AL03
            cast($limits as struct(queue varchar, from_date date, before_date date, within_seconds bigint)[]),
            recursive := true
        )
    union all
    select
        false as is_promise,
        unnest(  -- noqa: AL03
            cast($short_limits as struct(queue varchar, from_date date, before_date date, within_seconds bigint)[]),
            recursive := true
        )
),

own_limits as (
    select *
    from limits
    where queue is not null
),

on_a_limit as (
    select
        counts.*,
        limits.is_promise
    from counts
    inner join limits
        on
            counts.within_seconds = limits.within_seconds
            and counts.queue = coalesce(limits.queue, counts.queue)
            and counts.activity_date >= limits.from_date
            and counts.activity_date < coalesce(limits.before_date, date '9999-12-31')
    where
        counts.activity_date between $from_date and $to_date
        and (
            limits.queue is not null
            or not exists (
                select own_limits.queue
                from own_limits
                where
                    own_limits.queue = counts.queue
                    and own_limits.is_promise = limits.is_promise
                    and counts.activity_date >= own_limits.from_date
                    and counts.activity_date < coalesce(own_limits.before_date, date '9999-12-31')
            )
        )
)

select
    period_of(activity_date, $grain) as period_start,
    service,
    channel,
    value,
    cast(sum(case when is_promise then offered end) as bigint) as offered,
    cast(sum(case when is_promise then answered end) as bigint) as answered,
    cast(sum(case when is_promise then answered_within end) as bigint) as answered_within,
    cast(sum(case when is_promise then abandoned_within end) as bigint) as abandoned_within,
    cast(
        case
            when len($short_limits) = 0 then 0
            else sum(case when not is_promise then abandoned_within end)
        end as bigint
    ) as abandoned_short
from on_a_limit
group by period_start, service, channel, value
order by period_start, service, channel, value
