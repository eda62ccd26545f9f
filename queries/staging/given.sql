-- Which attributes does each source give at all?
-- grain:    one row per source, the attributes in the order of their names
-- build:    table
select
    source,
    list_filter(
        [
            case when bool_or(access_need != 'unknown') then 'access_need' end,
            case when bool_or(adjustment != 'unknown') then 'adjustment' end,
            case when bool_or(age_band != 'unknown') then 'age_band' end,
            case when bool_or(assistance != 'unknown') then 'assistance' end,
            case when bool_or(customer_type != 'unknown') then 'customer_type' end,
            case when bool_or(language != 'unknown') then 'language' end,
            case when bool_or(reason != 'unknown') then 'reason' end,
            case when bool_or(tenure != 'unknown') then 'tenure' end,
            case when bool_or(ward != 'unknown') then 'ward' end
        ],
        lambda attribute: attribute is not null
    ) as attributes
from contacts_told
where is_customer_contact
group by source
