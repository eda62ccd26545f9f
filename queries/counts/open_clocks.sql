-- What does open_clocks hold for the services and channels asked for?
-- grain:    that of the mart, with the columns every `counts` has: activity_date, half_hour, queue and value
select
    open_clocks.*,
    open_clocks.started_date as activity_date,
    cast(open_clocks.stopped_date - open_clocks.started_date as bigint) as elapsed_days,
    cast(null as bigint) as half_hour,
    case when getvariable('scope').attribute = 'ward' then coalesce(open_clocks.ward, 'unknown') else 'all' end as value
from open_clocks
where
    (getvariable('scope').services is null or list_contains(getvariable('scope').services, open_clocks.service))
    and (getvariable('scope').channels is null or list_contains(getvariable('scope').channels, open_clocks.channel))
    and (getvariable('scope').value is null or coalesce(open_clocks.ward, 'unknown') = getvariable('scope').value)
