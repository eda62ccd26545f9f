-- The same, one row per family of columns, with the source the council named for it, if any.
-- grain:    one row per activity_date, source, kind, service, channel, resolution, family and survey (null but for surveys);
--           a source named for complaints, or for a survey, pushes out no other unless it holds them
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
    select
        *,
        cast(null as varchar) as survey
    from unfolded
    where records > 0
    union all
    select
        activity_date,
        source,
        kind,
        service,
        channel,
        'contact' as resolution,
        family,
        records,
        null as contacts,
        false as is_approximate,
        survey
    from presence_of_voices
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
    recorded.survey,
    arg_max(sources_of_record.source, sources_of_record.precedence) as named_source
from recorded
left join sources_of_record
    on
        (sources_of_record.family is null or recorded.family = sources_of_record.family)
        and (sources_of_record.service is null or recorded.service = sources_of_record.service)
        and (sources_of_record.channel is null or recorded.channel = sources_of_record.channel)
        and (sources_of_record.from_date is null or recorded.activity_date >= sources_of_record.from_date)
        and (sources_of_record.before_date is null or recorded.activity_date < sources_of_record.before_date)
        and (
            recorded.family not in ('complaints', 'surveys')
            or exists (
                select voices_held.source
                from voices_held
                where
                    voices_held.source = sources_of_record.source
                    and voices_held.family = recorded.family
                    and voices_held.survey is not distinct from recorded.survey
            )
        )
group by
    recorded.activity_date, recorded.source, recorded.kind, recorded.service, recorded.channel,
    recorded.resolution, recorded.family, recorded.records, recorded.contacts, recorded.is_approximate, recorded.survey
