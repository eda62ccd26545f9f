-- How many people got in touch, how were they answered, and what did it cost?
-- grain:    one row per period_start, service, channel and value
-- returns:  frontdoor.schema.questions.CONTACT_TOTALS
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
    cast(sum(counts.calls_offered) as bigint) as calls_offered,
    cast(sum(counts.calls_answered) as bigint) as calls_answered,
    cast(sum(counts.calls_abandoned) as bigint) as calls_abandoned,
    cast(sum(counts.calls_called_back) as bigint) as calls_called_back,
    cast(sum(counts.calls_other) as bigint) as calls_other,
    cast(sum(counts.calls_with_wait) as bigint) as calls_with_wait,
    cast(sum(counts.seconds_to_answer) as bigint) as seconds_to_answer,
    cast(sum(counts.contacts_with_handling_time) as bigint) as contacts_with_handling_time,
    cast(sum(counts.seconds_handled) as bigint) as seconds_handled,
    cast(sum(counts.contacts_assessed) as bigint) as contacts_assessed,
    cast(sum(counts.avoidable_contacts) as bigint) as avoidable_contacts,
    cast(sum(counts.contacts_with_outcome) as bigint) as contacts_with_outcome,
    cast(sum(counts.contacts_resolved_first) as bigint) as contacts_resolved_first,
    cast(sum(counts.linked_contacts) as bigint) as linked_contacts,
    cast(sum(counts.requests_resolved) as bigint) as requests_resolved,
    cast(sum(counts.contacts_on_resolved_requests) as bigint) as contacts_on_resolved_requests,
    cast(sum(counts.survey_invitations) as bigint) as survey_invitations,
    max(counts.longest_wait_seconds) as longest_wait_seconds,
    cast(sum(case when digital.channel is not null then counts.contacts else 0 * counts.contacts end) as bigint) as digital_contacts,
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
