-- What does wait_seconds_by_day hold for the services and channels asked for?
-- grain:    that of the mart, with the columns every `counts` has: activity_date, half_hour, queue and value
select
    wait_seconds_by_day.*,
    cast(null as bigint) as half_hour,
    'all' as value
from wait_seconds_by_day
where
    (getvariable('scope').services is null or list_contains(getvariable('scope').services, wait_seconds_by_day.service))
    and (getvariable('scope').channels is null or list_contains(getvariable('scope').channels, wait_seconds_by_day.channel))
