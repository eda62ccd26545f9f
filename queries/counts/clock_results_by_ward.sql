-- What does clock_results_by_ward hold for the services and channels asked for?
-- grain:    that of the mart, with the columns every `counts` has: activity_date, half_hour, queue and value
select
    clock_results_by_ward.*,
    clock_results_by_ward.activity_month as activity_date,
    clock_results_by_ward.due_month as due_date,
    cast(null as bigint) as half_hour,
    coalesce(clock_results_by_ward.ward, 'unknown') as value
from clock_results_by_ward
where
    (getvariable('scope').services is null or list_contains(getvariable('scope').services, clock_results_by_ward.service))
    and (getvariable('scope').channels is null or list_contains(getvariable('scope').channels, clock_results_by_ward.channel))
    and (getvariable('scope').value is null or coalesce(clock_results_by_ward.ward, 'unknown') = getvariable('scope').value)
