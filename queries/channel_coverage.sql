-- Since when, and until when, does each source that counts record each channel?
-- grain:    one row per source, kind, service, channel, family and resolution
-- returns:  frontdoor.schema.questions.CHANNEL_COVERAGE
-- from:     coverage
-- $from_date, $to_date   local dates, both inclusive
with

in_period as (
    select
        *,
        case
            when resolution = 'month' then cast(activity_date + interval 1 month - interval 1 day as date)
            else activity_date
        end as last_date
    from counts
    where is_source_of_record and activity_date between $from_date and $to_date
)

select
    source,
    kind,
    service,
    channel,
    family,
    resolution,
    min(activity_date) as first_date,
    max(last_date) as last_date,
    cast(sum(records) as bigint) as records,
    count(*) as days,
    bool_or(is_approximate) as is_approximate
from in_period
group by source, kind, service, channel, family, resolution
order by source, kind, service, channel, family, resolution
