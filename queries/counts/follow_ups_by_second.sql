-- What does follow_ups hold, dated and placed at the second contact, for the services and channels asked for?
-- grain:    that of the mart, with the columns every `counts` has: activity_date, half_hour, queue and value
select
    follow_ups.activity_date as first_date,
    cast(follow_ups.activity_date + cast(follow_ups.gap_days as integer) as date) as activity_date,
    cast(null as bigint) as half_hour,
    cast(null as varchar) as queue,
    follow_ups.service,
    follow_ups.next_channel as channel,
    follow_ups.gap_days,
    follow_ups.contacts,
    'all' as value
from follow_ups
where
    (getvariable('scope').services is null or list_contains(getvariable('scope').services, follow_ups.service))
    and (getvariable('scope').channels is null or list_contains(getvariable('scope').channels, follow_ups.next_channel))
