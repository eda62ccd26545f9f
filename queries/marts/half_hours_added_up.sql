-- What happened in each half-hour, added up over all places, over each service and over each channel?
-- grain:    one row per activity_date, half_hour, service or 'all', channel or 'all', and never of one service in one channel:
--           contacts_by_half_hour has those; a half-hour in which nothing of this was recorded has no row
select
    activity_date,
    half_hour,
    coalesce(service, 'all') as service,
    coalesce(channel, 'all') as channel,
    cast(sum(contacts) as bigint) as contacts,
    cast(sum(calls_offered) as bigint) as calls_offered,
    cast(sum(calls_answered) as bigint) as calls_answered,
    cast(sum(calls_abandoned) as bigint) as calls_abandoned,
    cast(sum(calls_with_wait) as bigint) as calls_with_wait,
    cast(sum(seconds_to_answer) as bigint) as seconds_to_answer,
    cast(sum(contacts_with_handling_time) as bigint) as contacts_with_handling_time,
    cast(sum(seconds_handled) as bigint) as seconds_handled,
    max(longest_wait_seconds) as longest_wait_seconds
from half_hour_counts
where
    half_hour is not null
    and not is_monthly
    and coalesce(
        contacts, calls_offered, calls_answered, calls_abandoned, calls_with_wait, seconds_to_answer,
        contacts_with_handling_time, seconds_handled, longest_wait_seconds
    ) is not null
group by
    grouping sets (
        (activity_date, half_hour),
        (activity_date, half_hour, service),
        (activity_date, half_hour, channel)
    )
