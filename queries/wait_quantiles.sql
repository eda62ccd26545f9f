-- How long did half, nine in ten, and the unluckiest wait?
-- grain:    one row per period_start, service or 'all', channel or 'all'; never added up: ask wait_seconds for any other cut
-- returns:  frontdoor.schema.questions.WAIT_QUANTILES
-- from:     wait_quantiles_by_month
-- only:     month
-- $from_date, $to_date   local dates, both inclusive; whole months
select
    activity_date as period_start,
    service,
    channel,
    value,
    median_seconds,
    ninetieth_seconds,
    longest_wait_seconds,
    answered,
    abandoned
from counts
where activity_date between $from_date and $to_date
order by period_start, service, channel, value
