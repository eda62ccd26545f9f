-- Which attributes does each source of complaints or survey responses give at all?
-- grain:    one row per source and kind of voice (complaints or surveys), the attributes in the order of their names
-- build:    table
with

told as (
    select
        source,
        'complaints' as voice,
        ward,
        reason,
        customer_type,
        null as age_band
    from complaint_parts
    union all
    select
        source,
        'surveys' as voice,
        ward,
        null as reason,
        customer_type,
        age_band
    from survey_responses
)

select
    source,
    voice,
    list_filter(
        [
            case when bool_or(age_band != 'unknown') then 'age_band' end,
            case when bool_or(customer_type != 'unknown') then 'customer_type' end,
            case when bool_or(reason != 'unknown') then 'reason' end,
            case when bool_or(ward != 'unknown') then 'ward' end
        ],
        lambda attribute: attribute is not null
    ) as attributes
from told
group by source, voice
