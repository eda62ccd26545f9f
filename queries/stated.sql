-- What did sources and providers themselves state for stretches of time inside the period?
-- grain:    one row per stated figure; never added up
-- returns:  frontdoor.schema.questions.STATED
-- from:     stated_results
-- $from_date, $to_date   local dates, both inclusive; the whole stretch lies inside
-- $grain                 day, week, month, quarter or year
select
    period_of(activity_date, $grain) as period_start,
    service,
    channel,
    value,
    provider,
    measure,
    numerator,
    denominator,
    stated_value,
    value_text,
    to_date,
    evidence,
    within_seconds
from counts
where activity_date >= $from_date and to_date <= $to_date
order by period_start, service, channel, provider, measure, to_date
