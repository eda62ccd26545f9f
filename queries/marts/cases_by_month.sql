-- How many cases began each month, how often was each passed on, and how many services did it touch?
-- grain:    one row per activity_month, service and channel of the case's first contact
select
    touched_months.activity_month,
    touched_cases.service,
    touched_cases.channel,
    count(*) as cases,
    cast(sum(touched_cases.transfers) as bigint) as transfers,
    cast(sum(touched_cases.services_touched) as bigint) as services_touched
from touched_cases
inner join touched_months
    on cast(date_trunc('month', touched_cases.started_date) as date) = touched_months.activity_month
group by touched_months.activity_month, touched_cases.service, touched_cases.channel
