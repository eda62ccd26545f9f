-- What did people answer to one question, and how do the answers count on its scale?
-- grain:    one row per period_start, service, channel and value; a survey asks the question at most once at a time, so that each
--           response is counted once
-- returns:  frontdoor.schema.questions.SURVEY_SCORES
-- from:     answers_by_attribute, answers_by_day
-- $from_date, $to_date   local dates, both inclusive
-- $grain                 day, week, month, quarter or year
-- $bank                  list of (survey, question, from_date, before_date, answer, points, is_good, is_average, is_poor, is_satisfied,
--                        is_promoter, is_detractor, is_easy, is_resolved): one for each answer on the scale of one question, for
--                        each survey and stretch of dates in which it was asked; a null survey is every survey
with

bank as (
    select unnest(
        cast(
            $bank as struct(
                survey varchar, question varchar, from_date date, before_date date, answer varchar, points double,
                is_good boolean, is_average boolean, is_poor boolean, is_satisfied boolean, is_promoter boolean,
                is_detractor boolean, is_easy boolean, is_resolved boolean
            )[]
        ), recursive := true
    )
),

asked as (
    select distinct
        survey,
        question,
        from_date,
        before_date
    from bank
),

answered as (
    select
        counts.*,
        asked.survey as asked_survey,
        asked.from_date,
        asked.before_date
    from counts
    inner join asked
        on
            counts.question = asked.question
            and (asked.survey is null or counts.survey = asked.survey)
            and (asked.from_date is null or counts.activity_date >= asked.from_date)
            and (asked.before_date is null or counts.activity_date < asked.before_date)
    where counts.activity_date between $from_date and $to_date
),

scored as (
    select
        answered.activity_date,
        answered.service,
        answered.channel,
        answered.value,
        cast(null as bigint) as responses,
        answered.answers,
        bank.answer is not null as is_valid,
        bank.points,
        bank.is_good,
        bank.is_average,
        bank.is_poor,
        bank.is_satisfied,
        bank.is_promoter,
        bank.is_detractor,
        bank.is_easy,
        bank.is_resolved
    from answered
    left join bank
        on
            answered.question = bank.question
            and answered.answer = bank.answer
            and answered.asked_survey is not distinct from bank.survey
            and answered.from_date is not distinct from bank.from_date
            and answered.before_date is not distinct from bank.before_date
    union all by name
    select
        counts.activity_date,
        counts.service,
        counts.channel,
        counts.value,
        counts.responses
    from counts
    inner join asked
        on
            (asked.survey is null or counts.survey = asked.survey)
            and (asked.from_date is null or counts.activity_date >= asked.from_date)
            and (asked.before_date is null or counts.activity_date < asked.before_date)
    where counts.activity_date between $from_date and $to_date and counts.question is null
)

select
    period_of(scored.activity_date, $grain) as period_start,
    scored.service,
    scored.channel,
    scored.value,
    cast(coalesce(sum(scored.responses), 0) as bigint) as responses,
    cast(coalesce(sum(scored.answers), 0) as bigint) as answers,
    cast(sum(case when scored.is_valid then scored.answers else 0 end) as bigint) as valid_answers,
    cast(sum(case when scored.is_good then scored.answers else 0 end) as bigint) as good,
    cast(sum(case when scored.is_average then scored.answers else 0 end) as bigint) as average,
    cast(sum(case when scored.is_poor then scored.answers else 0 end) as bigint) as poor,
    cast(sum(case when scored.is_satisfied then scored.answers else 0 end) as bigint) as satisfied,
    coalesce(sum(scored.points * scored.answers), 0) as points,
    coalesce(sum(scored.points * scored.points * scored.answers), 0) as points_squared,
    cast(sum(case when scored.is_promoter then scored.answers else 0 end) as bigint) as promoters,
    cast(sum(case when scored.is_detractor then scored.answers else 0 end) as bigint) as detractors,
    cast(sum(case when scored.is_easy then scored.answers else 0 end) as bigint) as easy,
    cast(sum(case when scored.is_resolved then scored.answers else 0 end) as bigint) as resolved
from scored
group by period_start, scored.service, scored.channel, scored.value
order by period_start, scored.service, scored.channel, scored.value
