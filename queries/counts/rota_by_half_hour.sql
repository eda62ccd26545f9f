-- What does rota_by_half_hour hold for the services and channels asked for? A team of every service is there for each of them.
-- grain:    that of the mart, with the columns every `counts` has: activity_date, half_hour, queue and value
select
    rota_by_half_hour.*,
    'all' as value
from rota_by_half_hour
where
    (
        getvariable('scope').services is null
        or rota_by_half_hour.service = 'all'
        or list_contains(getvariable('scope').services, rota_by_half_hour.service)
    )
    and (getvariable('scope').channels is null or list_contains(getvariable('scope').channels, rota_by_half_hour.channel))
