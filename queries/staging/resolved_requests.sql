-- Which requests were completed in the touched months, and how many contacts did each take?
-- grain:    one row per completed case (or completed contact without a case), on its day of completion
-- build:    view
select
    'request' as resolution,
    cases.source,
    cases.completed_date as activity_date,
    cases.service,
    cases.queue,
    cases.channel,
    cases.ward,
    cases.reason,
    cases.customer_type,
    cases.age_band,
    cases.access_need,
    cases.language,
    cases.tenure,
    cases.assistance,
    cases.adjustment,
    false as is_out_of_volume,
    false as is_out_of_reasons,
    cast(1 as bigint) as requests_resolved,
    cast(cases.contacts as bigint) as contacts_on_resolved_requests
from cases
inner join month_days
    on cases.completed_date = month_days.activity_date
