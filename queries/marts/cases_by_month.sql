-- How many cases began each month, how often was each passed on, and how many services did it touch?
-- grain:    one row per activity_month, service and channel of the case's first contact
select
    clock_days.activity_month,
    by_day.service,
    by_day.channel,
    cast(sum(by_day.cases) as bigint) as cases,
    cast(sum(by_day.transfers) as bigint) as transfers,
    cast(sum(by_day.services_touched) as bigint) as services_touched
from marts.cases_by_day as by_day
inner join clock_days
    on by_day.activity_date = clock_days.activity_date
group by clock_days.activity_month, by_day.service, by_day.channel
