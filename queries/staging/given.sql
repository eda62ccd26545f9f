-- Which attributes does each source give at all?
-- grain:    one row per source
-- build:    table
select
    source,
    bool_or(ward != 'unknown') is true as is_ward_given,
    bool_or(reason != 'unknown') is true as is_reason_given,
    bool_or(customer_type != 'unknown') is true as is_customer_type_given,
    bool_or(age_band != 'unknown') is true as is_age_band_given,
    bool_or(access_need != 'unknown') is true as is_access_need_given
from contacts
where is_customer_contact
group by source
