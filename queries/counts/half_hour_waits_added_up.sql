-- What does half_hour_waits_added_up hold for the services or the channels asked for, and added up over those that are not chosen?
-- grain:    that of the mart, with the columns every `counts` has: activity_date, half_hour, queue and value
select
    half_hour_waits_added_up.*,
    cast(null as varchar) as queue,
    'all' as value
from half_hour_waits_added_up
where
    list_contains(coalesce(getvariable('scope').services, ['all']), half_hour_waits_added_up.service)
    and list_contains(coalesce(getvariable('scope').channels, ['all']), half_hour_waits_added_up.channel)
