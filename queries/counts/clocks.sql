-- What does clocks hold for the services and channels asked for?
-- grain:    that of the mart, with the columns every `counts` has: activity_date, half_hour, queue and value
select
    clocks.*,
    clocks.started_date as activity_date,
    cast(null as bigint) as half_hour,
    case when getvariable('attribute') = 'ward' then coalesce(clocks.ward, 'unknown') else 'all' end as value
from clocks
where
    (getvariable('services') is null or list_contains(getvariable('services'), clocks.service))
    and (getvariable('channels') is null or list_contains(getvariable('channels'), clocks.channel))
    and (getvariable('value') is null or coalesce(clocks.ward, 'unknown') = getvariable('value'))
