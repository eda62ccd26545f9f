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
    cast(sum(records) as bigint) as records,
    cast(sum(contacts) as bigint) as contacts,
    bool_or(named_source is null or named_source = source) as is_source_of_record,
    bool_or(is_approximate) as is_approximate
from present_families
group by activity_date, source, kind, service, channel, resolution, family
