-- How many records does each source hold, and how many of them count?
-- grain:    one row per period_start, source and resolution
-- returns:  frontdoor.schema.questions.RECORDS_BY_DAY
-- from:     coverage
-- $from_date, $to_date   local dates, both inclusive
-- $grain                 day, week, month, quarter or year
select
    period_of(activity_date, $grain) as period_start,
    source,
    resolution,
    cast(sum(records) as bigint) as records,
    cast(sum(records) filter (where is_source_of_record) as bigint) as counted_records
from counts
where
    activity_date between $from_date and $to_date
    and family in ('volume', 'complaints', 'surveys')
group by period_start, source, resolution
order by period_start, source, resolution
