-- What does working_days_by_month hold for the services and channels asked for?
-- grain:    that of the mart, with the columns every `counts` has: activity_date, half_hour, queue and value
select
    working_days_by_month.*,
    working_days_by_month.activity_month as activity_date,
    cast(null as bigint) as half_hour,
    cast(null as varchar) as queue,
    'all' as value
from working_days_by_month
where
    (getvariable('scope').services is null or list_contains(getvariable('scope').services, working_days_by_month.service))
    and (getvariable('scope').channels is null or list_contains(getvariable('scope').channels, working_days_by_month.channel))
