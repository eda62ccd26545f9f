-- What does clock_results_by_month hold for the services and channels asked for?
-- grain:    that of the mart, with the columns every `counts` has: activity_date, half_hour, queue and value
select
    clock_results_by_month.*,
    clock_results_by_month.activity_month as activity_date,
    clock_results_by_month.due_month as due_date,
    cast(null as bigint) as half_hour,
    'all' as value
from clock_results_by_month
where
    (getvariable('scope').services is null or list_contains(getvariable('scope').services, clock_results_by_month.service))
    and (getvariable('scope').channels is null or list_contains(getvariable('scope').channels, clock_results_by_month.channel))
