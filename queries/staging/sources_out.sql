-- Which rows count nowhere because the council named another source for them?
-- grain:    one row per source, service, channel and activity_date with at least one family out
-- build:    table
select
    source,
    service,
    channel,
    activity_date,
    bool_or(family = 'volume') as is_out_of_volume,
    bool_or(family = 'waits') as is_out_of_waits,
    bool_or(family = 'reasons') as is_out_of_reasons
from marts.coverage
where not is_source_of_record and family in ('volume', 'waits', 'reasons')
group by source, service, channel, activity_date
