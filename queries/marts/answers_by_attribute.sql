-- What was answered each month, in all and by one attribute at a time, and by how many?
-- grain:    one row per activity_month, attribute, value, service, channel, survey, question and answer; an attribute only for
--           the sources that give it at all; a null question is the responses themselves
with

attributes as (
    select unnest(['all', 'age_band', 'customer_type', 'ward']) as attribute
),

given_by_source as (
    select
        voices_given.source,
        attributes.attribute
    from voices_given
    cross join attributes
    where
        voices_given.voice = 'surveys'
        and (attributes.attribute = 'all' or list_contains(voices_given.attributes, attributes.attribute))
),

valued as (
    select
        staged_answers.*,
        given_by_source.attribute,
        case given_by_source.attribute
            when 'all' then 'all'
            when 'age_band' then staged_answers.age_band
            when 'customer_type' then staged_answers.customer_type
            when 'ward' then staged_answers.ward
        end as value
    from staged_answers
    inner join given_by_source
        on staged_answers.source = given_by_source.source
)

select
    valued.activity_month,
    valued.attribute,
    valued.value,
    valued.service,
    valued.channel,
    valued.survey,
    valued.question,
    valued.answer,
    cast(sum(valued.answers) as bigint) as answers,
    cast(sum(valued.responses) as bigint) as responses
from valued
group by
    valued.activity_month, valued.attribute, valued.value, valued.service, valued.channel, valued.survey, valued.question,
    valued.answer
