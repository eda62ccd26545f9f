-- How many comments used each word each day?
-- grain:    one row per activity_date, service, channel, survey and word; a null word is the comments themselves. Only words without a
--           capital letter, as names have one, and nothing of what was taken out of a comment before it was kept
select
    activity_date,
    service,
    channel,
    survey,
    word,
    cast(count(*) as bigint) as comments
from staged_comment_words
group by activity_date, service, channel, survey, word
