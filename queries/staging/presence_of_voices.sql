-- Which source recorded complaints and survey responses, where and when, in the touched months?
-- grain:    one row per activity_date, source, kind, service, channel and survey (null for complaints)
-- build:    view
with

voices as (
    select
        activity_date,
        source,
        'complaints' as kind,
        service,
        channel,
        'complaints' as family,
        null as survey
    from complaints
    union all
    select
        activity_date,
        source,
        'complaint_stages' as kind,
        service,
        channel,
        'complaints' as family,
        null as survey
    from complaint_stages
    union all
    select
        activity_date,
        source,
        'complaint_events' as kind,
        service,
        channel,
        'complaints' as family,
        null as survey
    from complaint_events
    union all
    select
        activity_date,
        source,
        'survey_responses' as kind,
        service,
        channel,
        'surveys' as family,
        survey
    from survey_responses
)

select
    voices.activity_date,
    voices.source,
    voices.kind,
    voices.service,
    voices.channel,
    voices.family,
    voices.survey,
    count(*) as records
from voices
inner join touched_days
    on voices.activity_date = touched_days.activity_date
group by
    voices.activity_date, voices.source, voices.kind, voices.service, voices.channel, voices.family, voices.survey
