-- How often was each answer given to one question, on its scale or not?
-- grain:    one row per period_start, service, channel, value, question and answer
-- returns:  frontdoor.schema.questions.ANSWER_COUNTS
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
)

select
    period_of(activity_date, $grain) as period_start,
    service,
    channel,
    value,
    question,
    answer,
    cast(sum(answers) as bigint) as answers
from answered
group by period_start, service, channel, value, question, answer
order by period_start, service, channel, value, question, answer
