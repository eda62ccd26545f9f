-- How many were answered, or gave up, within each declared threshold, added up over all places, each service and each channel?
-- grain:    one row per activity_date, half_hour, service or 'all', channel or 'all', and within_seconds, and never of one
--           service in one channel: waits_by_half_hour has those
select
    by_half_hour.activity_date,
    by_half_hour.half_hour,
    coalesce(by_half_hour.service, 'all') as service,
    coalesce(by_half_hour.channel, 'all') as channel,
    by_half_hour.within_seconds,
    cast(sum(by_half_hour.offered) as bigint) as offered,
    cast(sum(by_half_hour.answered) as bigint) as answered,
    cast(sum(by_half_hour.answered_within) as bigint) as answered_within,
    cast(sum(by_half_hour.abandoned_within) as bigint) as abandoned_within
from marts.waits_by_half_hour as by_half_hour
inner join touched_days
    on by_half_hour.activity_date = touched_days.activity_date
group by
    grouping sets (
        (by_half_hour.activity_date, by_half_hour.half_hour, by_half_hour.within_seconds),
        (by_half_hour.activity_date, by_half_hour.half_hour, by_half_hour.within_seconds, by_half_hour.service),
        (by_half_hour.activity_date, by_half_hour.half_hour, by_half_hour.within_seconds, by_half_hour.channel)
    )
