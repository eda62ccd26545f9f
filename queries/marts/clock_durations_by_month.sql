-- How many days did each case that began in a month take, and when did those still open begin?
-- grain:    one row per activity_month (of the start), clock, elapsed_days (null: still open), ending, started_date (of open
--           ones only), service, channel, procedure and source; a start later than what its source covers is not known yet
select
    clock_days.activity_month,
    clocks.clock,
    cast(clocks.stopped_date - clocks.started_date as bigint) as elapsed_days,
    clocks.ending,
    case when clocks.stopped_date is null then clocks.started_date end as started_date,
    clocks.service,
    clocks.channel,
    clocks.procedure,
    clocks.source,
    cast(sum(clocks.cases) as bigint) as cases
from marts.clocks as clocks
inner join clock_days
    on clocks.started_date = clock_days.activity_date
inner join sources
    on clocks.source = sources.source
where clocks.started_date <= sources.covered_to
group by
    clock_days.activity_month, clocks.clock, cast(clocks.stopped_date - clocks.started_date as bigint), clocks.ending,
    case when clocks.stopped_date is null then clocks.started_date end, clocks.service, clocks.channel,
    clocks.procedure, clocks.source
