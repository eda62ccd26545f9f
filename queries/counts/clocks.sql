-- What does clocks hold for the services and channels asked for?
-- grain:    that of the mart, with the columns every `counts` has: activity_date, half_hour, queue and value
select
    clocks.*,
    clocks.started_date as activity_date,
    cast(clocks.stopped_date - clocks.started_date as bigint) as elapsed_days,
    cast(null as bigint) as half_hour,
    case when getvariable('scope').attribute = 'ward' then coalesce(clocks.ward, 'unknown') else 'all' end as value
from clocks
where
    (getvariable('scope').services is null or list_contains(getvariable('scope').services, clocks.service))
    and (getvariable('scope').channels is null or list_contains(getvariable('scope').channels, clocks.channel))
    and (getvariable('scope').value is null or coalesce(clocks.ward, 'unknown') = getvariable('scope').value)
