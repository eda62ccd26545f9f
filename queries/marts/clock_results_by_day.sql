-- Of what was due under each declared promise, how much was done in time?
-- grain:    one row per clock, started_date, due_date, promised_working_days (null: due on the date the source promised),
--           acknowledged_within, longest_extension, service, queue, channel, procedure and source
select
    promised_clocks.clock,
    promised_clocks.started_date,
    promised_clocks.due_date,
    promised_clocks.promised_working_days,
    promised_clocks.acknowledged_within,
    promised_clocks.longest_extension,
    promised_clocks.service,
    promised_clocks.queue,
    promised_clocks.channel,
    promised_clocks.procedure,
    promised_clocks.source,
    cast(sum(promised_clocks.cases) as bigint) as cases,
    cast(sum(promised_clocks.in_time_cases) as bigint) as in_time_cases,
    cast(sum(promised_clocks.open_cases) as bigint) as open_cases
from promised_clocks
inner join case_days
    on promised_clocks.started_date = case_days.activity_date
group by
    promised_clocks.clock, promised_clocks.started_date, promised_clocks.due_date, promised_clocks.promised_working_days,
    promised_clocks.acknowledged_within, promised_clocks.longest_extension, promised_clocks.service, promised_clocks.queue,
    promised_clocks.channel, promised_clocks.procedure, promised_clocks.source
