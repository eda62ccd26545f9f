-- What does complaints_by_day hold for the services and channels asked for?
-- grain:    that of the mart, with the columns every `counts` has: activity_date, half_hour, queue and value
select
    complaints_by_day.*,
    cast(null as bigint) as half_hour,
    cast(null as varchar) as queue,
    case when getvariable('scope').attribute = 'ward' then complaints_by_day.ward else 'all' end as value
from complaints_by_day
where
    (getvariable('scope').services is null or list_contains(getvariable('scope').services, complaints_by_day.service))
    and (getvariable('scope').channels is null or list_contains(getvariable('scope').channels, complaints_by_day.channel))
    and (getvariable('scope').attribute is null or complaints_by_day.ward is not null)
    and (getvariable('scope').value is null or complaints_by_day.ward = getvariable('scope').value)
