-- What became of the complaints under each procedure?
-- grain:    one row per period_start, service, channel, value and procedure; each event in the period it happened in
-- returns:  frontdoor.schema.voice_questions.COMPLAINT_PROCEDURES
-- from:     complaints_by_attribute, complaints_by_day
-- $from_date, $to_date   local dates, both inclusive
-- $grain                 day, week, month, quarter or year
select
    period_of(activity_date, $grain) as period_start,
    service,
    channel,
    value,
    procedure,
    cast(sum(received) as bigint) as received,
    cast(sum(resolved_early) as bigint) as resolved_early,
    cast(sum(refused) as bigint) as refused,
    cast(sum(withdrawn) as bigint) as withdrawn,
    cast(sum(case when stage = 1 or opened is null then opened else 0 end) as bigint) as stage_1_opened,
    cast(sum(escalated) as bigint) as escalated,
    cast(sum(decided) as bigint) as decided,
    cast(sum(upheld) as bigint) as upheld,
    cast(sum(partly_upheld) as bigint) as partly_upheld,
    cast(sum(not_upheld) as bigint) as not_upheld,
    cast(sum(remedy_pence) as bigint) as remedy_pence
from counts
where activity_date between $from_date and $to_date
group by period_start, service, channel, value, procedure
order by period_start, service, channel, value, procedure
