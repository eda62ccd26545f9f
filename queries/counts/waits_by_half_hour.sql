-- What does waits_by_half_hour hold for the services and channels asked for?
-- grain:    that of the mart, with the columns every `counts` has: activity_date, half_hour, queue and value
select
    waits_by_half_hour.*,
    'all' as value
from waits_by_half_hour
where
    (getvariable('scope').services is null or list_contains(getvariable('scope').services, waits_by_half_hour.service))
    and (getvariable('scope').channels is null or list_contains(getvariable('scope').channels, waits_by_half_hour.channel))
