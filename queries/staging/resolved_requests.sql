-- Which requests were completed in the touched months, and how many contacts did each take?
-- grain:    one row per completed case (or completed contact without a case), on its day of completion
-- build:    table
with

completed_in_touched_months as (
    select distinct
        contacts.source,
        contacts.case_id
    from contacts
    inner join touched_months
        on cast(date_trunc('month', contacts.completed_date) as date) = touched_months.activity_month
    where contacts.case_id is not null
),

case_contacts as (
    select staged_contacts.*
    from staged_contacts
    inner join completed_in_touched_months
        on
            staged_contacts.source = completed_in_touched_months.source
            and staged_contacts.case_id = completed_in_touched_months.case_id
    where not staged_contacts.is_out_of_reasons
),

in_order as (
    select
        *,
        row_number() over (partition by source, case_id order by started_local, contact_id) as place
    from case_contacts
),

cases as (
    select
        source,
        max(completed_date) as activity_date,
        arg_min(service, place) as service,
        arg_min(queue, place) as queue,
        arg_min(channel, place) as channel,
        max(case when place = 1 then ward end) as ward,
        max(case when place = 1 then reason end) as reason,
        max(case when place = 1 then customer_type end) as customer_type,
        max(case when place = 1 then age_band end) as age_band,
        max(case when place = 1 then access_need end) as access_need,
        count(*) as contacts_on_resolved_requests
    from in_order
    group by source, case_id
),

without_case as (
    select
        source,
        completed_date as activity_date,
        service,
        queue,
        channel,
        ward,
        reason,
        customer_type,
        age_band,
        access_need,
        1 as contacts_on_resolved_requests
    from staged_contacts
    where case_id is null and completed_date is not null and not is_out_of_reasons
),

all_of_them as (
    select * from cases
    union all
    select * from without_case
)

select
    'request' as resolution,
    all_of_them.source,
    all_of_them.activity_date,
    all_of_them.service,
    all_of_them.queue,
    all_of_them.channel,
    all_of_them.ward,
    all_of_them.reason,
    all_of_them.customer_type,
    all_of_them.age_band,
    all_of_them.access_need,
    false as is_out_of_volume,
    false as is_out_of_reasons,
    cast(1 as bigint) as requests_resolved,
    cast(all_of_them.contacts_on_resolved_requests as bigint) as contacts_on_resolved_requests
from all_of_them
inner join touched_months
    on cast(date_trunc('month', all_of_them.activity_date) as date) = touched_months.activity_month
