-- The same, one row per family of columns, with the source the council named for it, if any.
-- grain:    one row per activity_date, source, kind, service, channel, resolution and family
-- build:    table
with

unfolded as (
    select
        activity_date,
        source,
        kind,
        service,
        channel,
        resolution,
        'volume' as family,
        volume as records,
        contacts,
        is_approximate
    from presence
    union all
    select
        activity_date,
        source,
        kind,
        service,
        channel,
        resolution,
        'waits' as family,
        waits as records,
        null as contacts,
        is_approximate
    from presence
    union all
    select
        activity_date,
        source,
        kind,
        service,
        channel,
        resolution,
        'reasons' as family,
        reasons as records,
        null as contacts,
        is_approximate
    from presence
),

recorded as (
    select *
    from unfolded
    where records > 0
)

select
    recorded.activity_date,
    recorded.source,
    recorded.kind,
    recorded.service,
    recorded.channel,
    recorded.resolution,
    recorded.family,
    recorded.records,
    recorded.contacts,
    recorded.is_approximate,
    arg_max(sources_of_record.source, sources_of_record.precedence) as named_source
from recorded
left join sources_of_record
    on
        (sources_of_record.family is null or recorded.family = sources_of_record.family)
        and (sources_of_record.service is null or recorded.service = sources_of_record.service)
        and (sources_of_record.channel is null or recorded.channel = sources_of_record.channel)
        and (sources_of_record.from_date is null or recorded.activity_date >= sources_of_record.from_date)
        and (sources_of_record.before_date is null or recorded.activity_date < sources_of_record.before_date)
group by
    recorded.activity_date, recorded.source, recorded.kind, recorded.service, recorded.channel,
    recorded.resolution, recorded.family, recorded.records, recorded.contacts, recorded.is_approximate
