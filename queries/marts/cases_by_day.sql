-- How many cases began each day, how often was each passed on, and how many services did it touch?
-- grain:    one row per activity_date, service and channel of the case's first contact
select
    cases.started_date as activity_date,
    cases.service,
    cases.channel,
    count(*) as cases,
    cast(sum(cases.transfers) as bigint) as transfers,
    cast(sum(cases.services_touched) as bigint) as services_touched
from cases
inner join case_days
    on cases.started_date = case_days.activity_date
where cases.is_case
group by cases.started_date, cases.service, cases.channel
