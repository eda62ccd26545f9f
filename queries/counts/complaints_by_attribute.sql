-- What does complaints_by_attribute hold for the services and channels asked for?
-- grain:    that of the mart, with the columns every `counts` has: activity_date, half_hour, queue and value
select
    complaints_by_attribute.*,
    complaints_by_attribute.activity_month as activity_date,
    cast(null as bigint) as half_hour,
    cast(null as varchar) as queue
from complaints_by_attribute
where
    (getvariable('scope').services is null or list_contains(getvariable('scope').services, complaints_by_attribute.service))
    and (getvariable('scope').channels is null or list_contains(getvariable('scope').channels, complaints_by_attribute.channel))
    and complaints_by_attribute.attribute = coalesce(getvariable('scope').attribute, 'all')
    and (getvariable('scope').value is null or complaints_by_attribute.value = getvariable('scope').value)
