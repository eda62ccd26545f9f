-- What does stated_results hold for the services and channels asked for?
-- grain:    that of the mart, with the columns every `counts` has: activity_date, half_hour, queue and value
select
    stated_results.* exclude (value),
    stated_results.value as stated_value,
    stated_results.from_date as activity_date,
    cast(null as bigint) as half_hour,
    cast(null as varchar) as queue,
    'all' as value
from stated_results
where
    (getvariable('scope').services is null or list_contains(getvariable('scope').services, stated_results.service))
    and (getvariable('scope').channels is null or list_contains(getvariable('scope').channels, stated_results.channel))
