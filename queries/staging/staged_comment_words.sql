-- Which words did people use in their comments, in the touched months?
-- grain:    one row per response with a comment and word it uses, and one per such response with a null word
-- build:    view
with

commented as (
    select
        activity_date,
        service,
        channel,
        survey,
        regexp_replace(comment, '\[[^\]]*\]', ' ', 'g') as words_left
    from staged_responses
    where trim(comment) <> ''
),

worded as (
    select
        activity_date,
        service,
        channel,
        survey,
        unnest(list_distinct(regexp_extract_all(words_left, '\b[a-z]{3,}\b'))) as word
    from commented
)

select
    activity_date,
    service,
    channel,
    survey,
    word
from worded
union all
select
    activity_date,
    service,
    channel,
    survey,
    cast(null as varchar) as word
from commented
