-- In how many comments did people use each word?
-- grain:    one row per period_start and word; a null word is all comments
-- returns:  frontdoor.schema.questions.COMMENT_WORDS
-- from:     comment_words_by_day
-- $from_date, $to_date   local dates, both inclusive
-- $grain                 day, week, month, quarter or year
select
    period_of(activity_date, $grain) as period_start,
    word,
    cast(sum(comments) as bigint) as comments
from counts
where activity_date between $from_date and $to_date
group by period_start, word
order by period_start, word
