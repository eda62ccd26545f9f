-- What does contacts_by_half_hour hold for the services and channels asked for?
-- grain:    that of the mart, with the columns every `counts` has: activity_date, half_hour, queue and value
select
    contacts_by_half_hour.*,
    calendar.day_type,
    'all' as value
from contacts_by_half_hour
inner join calendar
    on contacts_by_half_hour.activity_date = calendar.activity_date
where
    (getvariable('scope').services is null or list_contains(getvariable('scope').services, contacts_by_half_hour.service))
    and (getvariable('scope').channels is null or list_contains(getvariable('scope').channels, contacts_by_half_hour.channel))
