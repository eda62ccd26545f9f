-- What was answered each day, and by how many?
-- grain:    one row per activity_date, service, channel, survey, question and answer; a null question is the responses themselves
select
    activity_date,
    service,
    channel,
    survey,
    question,
    answer,
    cast(sum(answers) as bigint) as answers,
    cast(sum(responses) as bigint) as responses
from staged_answers
group by activity_date, service, channel, survey, question, answer
