-- Which survey responses count, in the touched months?
-- grain:    one row per response of the source of record of its survey that answers anything; a blank form is no response
-- build:    table
with

out_of_record as (
    select distinct
        activity_date,
        source,
        service,
        channel,
        survey
    from present_families
    where family = 'surveys' and named_source != source
)

select
    month_days.activity_month,
    survey_responses.activity_date,
    survey_responses.source,
    survey_responses.service,
    survey_responses.channel,
    survey_responses.survey,
    coalesce(survey_responses.ward, 'unknown') as ward,
    coalesce(survey_responses.customer_type, 'unknown') as customer_type,
    coalesce(survey_responses.age_band, 'unknown') as age_band,
    survey_responses.questions,
    survey_responses.answers,
    survey_responses.comment
from survey_responses
inner join month_days
    on survey_responses.activity_date = month_days.activity_date
where
    len(survey_responses.answers) > 0
    and not exists (
        select out_of_record.survey
        from out_of_record
        where
            out_of_record.activity_date = survey_responses.activity_date
            and out_of_record.source = survey_responses.source
            and out_of_record.service = survey_responses.service
            and out_of_record.channel = survey_responses.channel
            and out_of_record.survey = survey_responses.survey
    )
