-- What happened each month, whatever the attribute?
-- grain:    one row per activity_month, service and channel, with attribute `all` and value 'all';
--           contacts_by_each_attribute.sql adds the rows of each attribute given
with

from_days as (
    select
        month_days.activity_month,
        by_day.* exclude (activity_date, queue)  -- noqa: RF02
    from marts.contacts_by_day as by_day
    inner join month_days
        on by_day.activity_date = month_days.activity_date
),

from_months as (
    select
        activity_date as activity_month,
        * exclude (activity_date, half_hour, is_monthly, queue)
    from half_hour_counts
    where is_monthly
),

all_of_them as (
    select * from from_days
    union all by name
    select * from from_months
)

select
    activity_month,
    'all' as attribute,
    'all' as value,
    service,
    channel,
    cast(sum(columns('^(contacts|calls|seconds|avoidable|linked|requests|survey)')) as bigint),
    max(longest_wait_seconds) as longest_wait_seconds
from all_of_them
group by activity_month, service, channel
