-- What does journeys_by_month hold for the services and channels asked for?
-- grain:    that of the mart, with the columns every `counts` has: activity_date, half_hour, queue and value
select
    journeys_by_month.*,
    journeys_by_month.activity_month as activity_date,
    cast(null as bigint) as half_hour,
    'all' as value
from journeys_by_month
where
    (getvariable('scope').services is null or list_contains(getvariable('scope').services, journeys_by_month.service))
    and (getvariable('scope').channels is null or list_contains(getvariable('scope').channels, journeys_by_month.channel))
