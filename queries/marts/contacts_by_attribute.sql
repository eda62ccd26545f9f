-- What happened each month, whatever the attribute?
-- grain:    one row per activity_month, service and channel, with attribute `all` and value 'all';
--           contacts_by_one_attribute.sql adds the rows of each attribute given
select
    cast(date_trunc('month', activity_date) as date) as activity_month,
    'all' as attribute,
    'all' as value,
    service,
    channel,
    cast(sum(columns('^(contacts|calls|seconds|avoidable|linked|requests|survey)')) as bigint),
    max(longest_wait_seconds) as longest_wait_seconds
from half_hour_counts
group by cast(date_trunc('month', activity_date) as date), service, channel
