-- What does contacts_by_week_shape hold for the services and channels asked for?
-- grain:    that of the mart, with the columns every `counts` has: activity_date, half_hour, queue and value
select
    contacts_by_week_shape.*,
    contacts_by_week_shape.activity_month as activity_date,
    cast(null as bigint) as half_hour,
    'all' as value
from contacts_by_week_shape
where
    (getvariable('scope').services is null or list_contains(getvariable('scope').services, contacts_by_week_shape.service))
    and (getvariable('scope').channels is null or list_contains(getvariable('scope').channels, contacts_by_week_shape.channel))
