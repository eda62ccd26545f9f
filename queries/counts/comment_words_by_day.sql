-- What does comment_words_by_day hold for the services and channels asked for?
-- grain:    that of the mart, with the columns every `counts` has: activity_date, half_hour, queue and value
select
    comment_words_by_day.*,
    cast(null as bigint) as half_hour,
    cast(null as varchar) as queue,
    'all' as value
from comment_words_by_day
where
    (getvariable('scope').services is null or list_contains(getvariable('scope').services, comment_words_by_day.service))
    and (getvariable('scope').channels is null or list_contains(getvariable('scope').channels, comment_words_by_day.channel))
