-- What is each case with a contact in the touched months, as a whole?
-- grain:    one row per source and case_id: placed and dated by its first contact
-- build:    table
with

in_touched_months as (
    select distinct
        contacts.source,
        contacts.case_id
    from contacts
    inner join touched_months
        on cast(date_trunc('month', contacts.activity_date) as date) = touched_months.activity_month
    where contacts.case_id is not null
),

in_order as (
    select
        staged_contacts.*,
        row_number() over (
            partition by staged_contacts.source, staged_contacts.case_id
            order by staged_contacts.started_local, staged_contacts.contact_id
        ) as place
    from staged_contacts
    inner join in_touched_months
        on
            staged_contacts.source = in_touched_months.source
            and staged_contacts.case_id = in_touched_months.case_id
    where not staged_contacts.is_out_of_reasons
)

select
    source,
    case_id,
    min(activity_date) as started_date,
    arg_min(service, place) as service,
    arg_min(queue, place) as queue,
    arg_min(channel, place) as channel,
    max(case when place = 1 then ward end) as ward,
    max(completed_date) as completed_date,
    arg_min(promised_date, place) as promised_date,
    sum(transfers) as transfers,
    count(distinct service) as services_touched
from in_order
group by source, case_id
