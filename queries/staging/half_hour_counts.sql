-- What happened in each half-hour of the touched months?
-- grain:    one row per activity_date, half_hour (null where no time is known), is_monthly, service, queue and channel
-- build:    table
select
    contact_counts.activity_date,
    contact_counts.half_hour,
    contact_counts.resolution = 'month' as is_monthly,
    contact_counts.service,
    contact_counts.queue,
    contact_counts.channel,
    cast(sum(columns('^(contacts|calls|seconds|avoidable|linked|requests|survey)')) as bigint),
    max(contact_counts.longest_wait_seconds) as longest_wait_seconds
from contact_counts
inner join touched_months
    on cast(date_trunc('month', contact_counts.activity_date) as date) = touched_months.activity_month
group by
    contact_counts.activity_date, contact_counts.half_hour, contact_counts.resolution = 'month',
    contact_counts.service, contact_counts.queue, contact_counts.channel
