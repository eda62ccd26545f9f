-- What was answered in the touched months, and how many responded?
-- grain:    one row per answer, and one per response with a null question and answer
-- build:    view
with

unfolded as (
    select
        * exclude (questions, answers, comment),
        unnest(questions) as question,
        unnest(answers) as answer
    from staged_responses
)

select
    *,
    1 as answers,
    cast(null as bigint) as responses
from unfolded
where question is not null and answer is not null
union all by name
select
    * exclude (questions, answers, comment),
    cast(null as varchar) as question,
    cast(null as varchar) as answer,
    cast(null as bigint) as answers,
    1 as responses
from staged_responses
