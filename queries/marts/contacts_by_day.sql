-- What happened each day?
-- grain:    one row per activity_date, service, queue and channel
select
    activity_date,
    service,
    queue,
    channel,
    cast(sum(columns('^(contacts|calls|seconds|avoidable|linked|requests|survey)')) as bigint),
    max(longest_wait_seconds) as longest_wait_seconds
from half_hour_counts
where not is_monthly
group by activity_date, service, queue, channel
