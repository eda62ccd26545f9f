-- What does answers_by_attribute hold for the services and channels asked for?
-- grain:    that of the mart, with the columns every `counts` has: activity_date, half_hour, queue and value
select
    answers_by_attribute.*,
    answers_by_attribute.activity_month as activity_date,
    cast(null as bigint) as half_hour,
    cast(null as varchar) as queue
from answers_by_attribute
where
    (getvariable('scope').services is null or list_contains(getvariable('scope').services, answers_by_attribute.service))
    and (getvariable('scope').channels is null or list_contains(getvariable('scope').channels, answers_by_attribute.channel))
    and answers_by_attribute.attribute = coalesce(getvariable('scope').attribute, 'all')
    and (getvariable('scope').value is null or answers_by_attribute.value = getvariable('scope').value)
