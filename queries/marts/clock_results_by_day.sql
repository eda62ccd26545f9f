-- Of what was due under each declared promise, how much was done in time?
-- grain:    one row per clock, started_date, due_date, promised_working_days, service, queue, channel and source
select
    by_ward.clock,
    by_ward.started_date,
    by_ward.due_date,
    by_ward.promised_working_days,
    by_ward.service,
    by_ward.queue,
    by_ward.channel,
    by_ward.source,
    cast(sum(by_ward.cases) as bigint) as cases,
    cast(sum(by_ward.in_time_cases) as bigint) as in_time_cases,
    cast(sum(by_ward.open_cases) as bigint) as open_cases
from marts.clock_results_by_ward as by_ward
inner join touched_days
    on by_ward.started_date = touched_days.activity_date
group by
    by_ward.clock, by_ward.started_date, by_ward.due_date, by_ward.promised_working_days,
    by_ward.service, by_ward.queue, by_ward.channel, by_ward.source
