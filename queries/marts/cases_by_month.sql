-- How many cases began each month, how often was each passed on, and how many services did it touch?
-- grain:    one row per activity_month, service and channel of the case's first contact
select
    touched_days.activity_month,
    cases.service,
    cases.channel,
    count(*) as cases,
    cast(sum(cases.transfers) as bigint) as transfers,
    cast(sum(cases.services_touched) as bigint) as services_touched
from cases
inner join touched_days
    on cases.started_date = touched_days.activity_date
where cases.is_case
group by touched_days.activity_month, cases.service, cases.channel
