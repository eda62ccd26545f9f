-- How many working days did each answer to a complaint take that was due in a month, by what is known today?
-- grain:    one row per clock, activity_month (of the start), due_month, promised_working_days, acknowledged_within,
--           longest_extension, service, channel, procedure, working_days_taken (null: still open), started_date (of open ones
--           only) and source
select
    promised_clocks.clock,
    promised_clocks.activity_month,
    cast(date_trunc('month', promised_clocks.due_date) as date) as due_month,
    promised_clocks.promised_working_days,
    promised_clocks.acknowledged_within,
    promised_clocks.longest_extension,
    promised_clocks.service,
    promised_clocks.channel,
    promised_clocks.procedure,
    ended.working_day_number - promised_clocks.working_day_number as working_days_taken,
    case when promised_clocks.stopped_date is null then promised_clocks.started_date end as started_date,
    promised_clocks.source,
    cast(sum(promised_clocks.cases) as bigint) as cases,
    cast(sum(promised_clocks.in_time_cases) as bigint) as in_time_cases,
    cast(sum(promised_clocks.open_cases) as bigint) as open_cases
from promised_clocks
inner join sources
    on promised_clocks.source = sources.source
left join marts.calendar as ended
    on promised_clocks.stopped_date = ended.activity_date
where
    promised_clocks.procedure is not null
    and promised_clocks.promised_working_days is not null
    and promised_clocks.started_date <= sources.covered_to
    and promised_clocks.due_date <= sources.covered_to
group by
    promised_clocks.clock, promised_clocks.activity_month, cast(date_trunc('month', promised_clocks.due_date) as date),
    promised_clocks.promised_working_days, promised_clocks.acknowledged_within, promised_clocks.longest_extension,
    promised_clocks.service, promised_clocks.channel, promised_clocks.procedure,
    ended.working_day_number - promised_clocks.working_day_number,
    case when promised_clocks.stopped_date is null then promised_clocks.started_date end, promised_clocks.source
