-- What does clock_results_by_day hold for the services and channels asked for?
-- grain:    that of the mart, with the columns every `counts` has: activity_date, half_hour, queue and value
select
    clock_results_by_day.*,
    clock_results_by_day.started_date as activity_date,
    cast(null as bigint) as half_hour,
    'all' as value
from clock_results_by_day
where
    (getvariable('scope').services is null or list_contains(getvariable('scope').services, clock_results_by_day.service))
    and (getvariable('scope').channels is null or list_contains(getvariable('scope').channels, clock_results_by_day.channel))
