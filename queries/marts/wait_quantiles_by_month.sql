-- How long did half, nine in ten, and the unluckiest wait each month?
-- grain:    one row per activity_month, service or 'all', channel or 'all'; a quantile is the least whole number of
--           seconds in which at least that share of answered contacts was answered; the longest counts who gave up too
with

waited as (
    select
        months.activity_month,
        coalesce(months.service, 'all') as service,
        coalesce(months.channel, 'all') as channel,
        months.seconds_waited,
        sum(months.answered) as answered,
        sum(months.abandoned) as abandoned
    from marts.wait_seconds_by_month as months
    inner join month_days
        on months.activity_month = month_days.activity_date
    group by
        grouping sets (
            (months.activity_month, months.seconds_waited, months.service, months.channel),
            (months.activity_month, months.seconds_waited, months.service),
            (months.activity_month, months.seconds_waited, months.channel),
            (months.activity_month, months.seconds_waited)
        )
),

ranked as (
    select
        activity_month,
        service,
        channel,
        seconds_waited,
        answered,
        abandoned,
        sum(answered) over (
            partition by activity_month, service, channel
            order by seconds_waited
            rows between unbounded preceding and current row
        ) as answered_by_then,
        sum(answered) over (partition by activity_month, service, channel) as answered_in_all
    from waited
),

quantiles as (
    select
        activity_month,
        service,
        channel,
        min(case when answered > 0 and answered_by_then * 2 >= answered_in_all then seconds_waited end) as median_seconds,
        min(case when answered > 0 and answered_by_then * 10 >= answered_in_all * 9 then seconds_waited end)
            as ninetieth_seconds,
        sum(answered) as answered,
        sum(abandoned) as abandoned
    from ranked
    group by activity_month, service, channel
),

longest as (
    select
        by_place.activity_month,
        coalesce(by_place.service, 'all') as service,
        coalesce(by_place.channel, 'all') as channel,
        max(by_place.longest_wait_seconds) as longest_wait_seconds
    from marts.contacts_by_attribute as by_place
    inner join month_days
        on by_place.activity_month = month_days.activity_date
    where by_place.attribute = 'all' and by_place.longest_wait_seconds is not null
    group by
        grouping sets (
            (by_place.activity_month, by_place.service, by_place.channel),
            (by_place.activity_month, by_place.service),
            (by_place.activity_month, by_place.channel),
            (by_place.activity_month)
        )
)

select
    longest.activity_month,
    longest.service,
    longest.channel,
    cast(quantiles.median_seconds as double) as median_seconds,
    cast(quantiles.ninetieth_seconds as double) as ninetieth_seconds,
    longest.longest_wait_seconds,
    cast(quantiles.answered as bigint) as answered,
    cast(quantiles.abandoned as bigint) as abandoned
from longest
left join quantiles
    on
        longest.activity_month = quantiles.activity_month
        and longest.service = quantiles.service
        and longest.channel = quantiles.channel
