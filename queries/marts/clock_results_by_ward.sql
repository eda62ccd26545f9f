-- The same by ward: of what was due in each month under each declared promise, how much was done in time?
-- grain:    that of clock_results_by_month, and ward
select
    promised_clocks.clock,
    promised_clocks.activity_month,
    case
        when promised_clocks.due_date <= sources.covered_to then cast(date_trunc('month', promised_clocks.due_date) as date)
    end as due_month,
    promised_clocks.promised_working_days,
    promised_clocks.acknowledged_within,
    promised_clocks.longest_extension,
    promised_clocks.service,
    promised_clocks.queue,
    promised_clocks.channel,
    promised_clocks.procedure,
    promised_clocks.ward,
    promised_clocks.source,
    cast(sum(promised_clocks.cases) as bigint) as cases,
    cast(sum(promised_clocks.in_time_cases) as bigint) as in_time_cases,
    cast(sum(promised_clocks.open_cases) as bigint) as open_cases
from promised_clocks
inner join sources
    on promised_clocks.source = sources.source
where promised_clocks.started_date <= sources.covered_to
group by
    promised_clocks.clock, promised_clocks.activity_month,
    case
        when promised_clocks.due_date <= sources.covered_to then cast(date_trunc('month', promised_clocks.due_date) as date)
    end,
    promised_clocks.promised_working_days, promised_clocks.acknowledged_within, promised_clocks.longest_extension,
    promised_clocks.service, promised_clocks.queue, promised_clocks.channel, promised_clocks.procedure, promised_clocks.ward,
    promised_clocks.source
