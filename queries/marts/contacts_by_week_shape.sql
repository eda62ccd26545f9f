-- What does a week look like, month by month?
-- grain:    one row per activity_month, day_type, half_hour, service, queue and channel
select
    month_days.activity_month,
    days.day_type,
    by_half_hour.half_hour,
    by_half_hour.service,
    by_half_hour.queue,
    by_half_hour.channel,
    cast(sum(columns('^(contacts|calls|seconds|avoidable|linked|requests|survey)')) as bigint),
    max(by_half_hour.longest_wait_seconds) as longest_wait_seconds
from marts.contacts_by_half_hour as by_half_hour
inner join month_days
    on by_half_hour.activity_date = month_days.activity_date
inner join marts.calendar as days
    on by_half_hour.activity_date = days.activity_date
group by
    month_days.activity_month, days.day_type, by_half_hour.half_hour, by_half_hour.service, by_half_hour.queue,
    by_half_hour.channel
