-- Of what was due in each month under each declared promise, how much was done in time, by what is known today?
-- grain:    one row per clock, activity_month (of the start), due_month (null: not yet due), promised_working_days,
--           acknowledged_within, longest_extension, service, queue, channel, procedure and source; a start later than what its
--           source covers is not known yet
select
    by_day.clock,
    clock_days.activity_month,
    case
        when by_day.due_date <= sources.covered_to then cast(date_trunc('month', by_day.due_date) as date)
    end as due_month,
    by_day.promised_working_days,
    by_day.acknowledged_within,
    by_day.longest_extension,
    by_day.service,
    by_day.queue,
    by_day.channel,
    by_day.procedure,
    by_day.source,
    cast(sum(by_day.cases) as bigint) as cases,
    cast(sum(by_day.in_time_cases) as bigint) as in_time_cases,
    cast(sum(by_day.open_cases) as bigint) as open_cases
from marts.clock_results_by_day as by_day
inner join clock_days
    on by_day.started_date = clock_days.activity_date
inner join sources
    on by_day.source = sources.source
where by_day.started_date <= sources.covered_to
group by
    by_day.clock, clock_days.activity_month,
    case
        when by_day.due_date <= sources.covered_to then cast(date_trunc('month', by_day.due_date) as date)
    end,
    by_day.promised_working_days, by_day.acknowledged_within, by_day.longest_extension, by_day.service, by_day.queue,
    by_day.channel, by_day.procedure, by_day.source
