-- What does follow_ups hold for the services and channels asked for?
-- grain:    that of the mart, with the columns every `counts` has: activity_date, half_hour, queue and value
select
    follow_ups.*,
    cast(null as bigint) as half_hour,
    'all' as value
from follow_ups
where
    (getvariable('scope').services is null or list_contains(getvariable('scope').services, follow_ups.service))
    and (getvariable('scope').channels is null or list_contains(getvariable('scope').channels, follow_ups.channel))
