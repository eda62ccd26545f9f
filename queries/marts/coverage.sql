-- Which days did each source record, and do its records count?
-- grain:    one row per activity_date, source, kind, service, channel, resolution and family
select
    activity_date,
    source,
    kind,
    service,
    channel,
    resolution,
    family,
    cast(records as bigint) as records,
    cast(contacts as bigint) as contacts,
    named_source is null or named_source = source as is_source_of_record,
    is_approximate
from present_families
