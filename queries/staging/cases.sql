-- What is each of those cases, as a whole?
-- grain:    one row per source, is_case and case_key: placed, dated and described by its first contact
-- build:    table
select
    source,
    is_case,
    case_key,
    min(activity_date) as started_date,
    arg_min(service, place) as service,
    arg_min(queue, place) as queue,
    arg_min(channel, place) as channel,
    max(case when place = 1 then ward end) as ward,
    max(case when place = 1 then reason end) as reason,
    max(case when place = 1 then customer_type end) as customer_type,
    max(case when place = 1 then age_band end) as age_band,
    max(case when place = 1 then access_need end) as access_need,
    max(case when place = 1 then language end) as language,
    max(case when place = 1 then tenure end) as tenure,
    max(case when place = 1 then assistance end) as assistance,
    max(case when place = 1 then adjustment end) as adjustment,
    max(completed_date) as completed_date,
    arg_min(promised_date, place) as promised_date,
    sum(transfers) as transfers,
    count(*) as contacts,
    count(distinct service) as services_touched
from case_contacts
group by source, is_case, case_key
