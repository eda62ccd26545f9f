-- How many contacts does each source record of each channel and service, whether they count or not?
-- grain:    one row per period_start, channel, service and source
-- returns:  frontdoor.schema.questions.CONTACTS_BY_SOURCE
-- from:     coverage
-- $from_date, $to_date   local dates, both inclusive
-- $grain                 day, week, month, quarter or year
select
    period_of(activity_date, $grain) as period_start,
    channel,
    service,
    source,
    cast(sum(contacts) as bigint) as contacts,
    cast(sum(contacts) filter (where is_source_of_record) as bigint) as counted_contacts
from counts
where
    activity_date between $from_date and $to_date
    and family = 'volume'
group by period_start, channel, service, source
order by period_start, channel, service, source
