-- What does a week look like, month by month?
-- grain:    one row per activity_month, day_type, half_hour, service, queue and channel
select
    cast(date_trunc('month', half_hour_counts.activity_date) as date) as activity_month,
    days.day_type,
    half_hour_counts.half_hour,
    half_hour_counts.service,
    half_hour_counts.queue,
    half_hour_counts.channel,
    cast(sum(columns('^(contacts|calls|seconds|avoidable|linked|requests|survey)')) as bigint),
    max(half_hour_counts.longest_wait_seconds) as longest_wait_seconds
from half_hour_counts
inner join marts.calendar as days
    on half_hour_counts.activity_date = days.activity_date
where half_hour_counts.half_hour is not null and not half_hour_counts.is_monthly
group by
    cast(date_trunc('month', half_hour_counts.activity_date) as date), days.day_type, half_hour_counts.half_hour,
    half_hour_counts.service, half_hour_counts.queue, half_hour_counts.channel
