-- What does coverage hold for the services and channels asked for?
-- grain:    that of the mart, with the columns every `counts` has: activity_date, half_hour, queue and value
select
    coverage.*,
    cast(null as bigint) as half_hour,
    cast(null as varchar) as queue,
    'all' as value
from coverage
where
    (getvariable('scope').services is null or list_contains(getvariable('scope').services, coverage.service))
    and (getvariable('scope').channels is null or list_contains(getvariable('scope').channels, coverage.channel))
