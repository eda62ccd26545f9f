-- What does answers_by_day hold for the services and channels asked for?
-- grain:    that of the mart, with the columns every `counts` has: activity_date, half_hour, queue and value
select
    answers_by_day.*,
    cast(null as bigint) as half_hour,
    cast(null as varchar) as queue,
    'all' as value
from answers_by_day
where
    (getvariable('scope').services is null or list_contains(getvariable('scope').services, answers_by_day.service))
    and (getvariable('scope').channels is null or list_contains(getvariable('scope').channels, answers_by_day.channel))
