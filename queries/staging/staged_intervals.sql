-- Every summary row, with a mark where another source is the one of record.
-- grain:    one row per interval of one queue
-- build:    view
select
    contact_intervals.*,
    coalesce(sources_out.is_out_of_volume, false) as is_out_of_volume,
    coalesce(sources_out.is_out_of_waits, false) as is_out_of_waits,
    coalesce(sources_out.is_out_of_reasons, false) as is_out_of_reasons
from contact_intervals
left join sources_out
    on
        contact_intervals.source = sources_out.source
        and contact_intervals.service = sources_out.service
        and contact_intervals.channel = sources_out.channel
        and contact_intervals.activity_date = sources_out.activity_date
