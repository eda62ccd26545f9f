-- Where do two sources claim the same counts with nobody having said which counts?
-- grain:    one row per pair of sources, service of each, channel and family; 'unknown' may be any service
-- build:    view
with

undeclared as (
    select
        source,
        service,
        channel,
        family,
        survey,
        resolution,
        activity_date,
        case
            when resolution = 'month' then cast(activity_date + interval 1 month - interval 1 day as date)
            else activity_date
        end as last_date
    from present_families
    where named_source is null
),

months_and_days as (
    select
        *,
        cast(date_trunc('month', activity_date) as date) as activity_month
    from undeclared
)

select
    one.source,
    other.source as other_source,
    one.service,
    other.service as other_service,
    one.channel,
    one.family,
    min(greatest(one.activity_date, other.activity_date)) as from_date,
    max(least(one.last_date, other.last_date)) as to_date
from months_and_days as one
inner join months_and_days as other
    on
        one.channel = other.channel
        and one.family = other.family
        and one.survey is not distinct from other.survey
        and one.activity_month = other.activity_month
        and one.activity_date <= other.last_date
        and one.last_date >= other.activity_date
where
    one.source < other.source
    and (one.service = other.service or one.service = 'unknown' or other.service = 'unknown')
group by one.source, other.source, one.service, other.service, one.channel, one.family
