-- How many people got in touch, how many of them online, and what did it cost?
-- grain:    one row per period_start, service, channel and value
-- returns:  frontdoor.schema.questions.CONTACT_COSTS
-- from:     contacts_by_attribute, contacts_by_day
-- $from_date, $to_date   local dates, both inclusive
-- $grain                 day, week, month, quarter or year
-- $digital_channels      list of (channel, from_date, before_date), one in force at a time; a null before_date is still so
-- $unit_costs            list of (channel, from_date, before_date, low_pence, pence, high_pence)
with

digital as (
    select unnest(
        cast($digital_channels as struct(channel varchar, from_date date, before_date date)[]), recursive := true
    )
),

costs as (
    select unnest(
        cast($unit_costs as struct(
            channel varchar, from_date date, before_date date, low_pence double, pence double, high_pence double
        )[]),
        recursive := true
    )
)

select
    period_of(counts.activity_date, $grain) as period_start,
    counts.service,
    counts.channel,
    counts.value,
    cast(sum(counts.contacts) as bigint) as contacts,
    cast(
        sum(case when digital.channel is not null then counts.contacts else 0 * counts.contacts end) as bigint
    ) as digital_contacts,
    cast(sum(case when costs.pence is not null then counts.contacts end) as bigint) as costed_contacts,
    sum(counts.contacts * costs.low_pence) as cost_pence_low,
    sum(counts.contacts * costs.pence) as cost_pence,
    sum(counts.contacts * costs.high_pence) as cost_pence_high
from counts
left join digital
    on
        counts.channel = digital.channel
        and counts.activity_date >= digital.from_date
        and counts.activity_date < coalesce(digital.before_date, date '9999-12-31')
left join costs
    on
        counts.channel = costs.channel
        and counts.activity_date >= costs.from_date
        and counts.activity_date < coalesce(costs.before_date, date '9999-12-31')
where counts.activity_date between $from_date and $to_date
group by period_start, counts.service, counts.channel, counts.value
order by period_start, counts.service, counts.channel, counts.value
