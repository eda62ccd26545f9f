-- How many people got in touch, how were they answered, and what did it cost?
-- grain:    one row per period_start, service, channel and value
-- returns:  frontdoor.schema.questions.CONTACT_TOTALS
-- from:     contacts_by_attribute, contacts_by_day
-- $from_date, $to_date   local dates, both inclusive
-- $grain                 day, week, month, quarter or year
-- $digital_channels      list of (channel, from_date, before_date); a null before_date is still so
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
),

in_period as (
    select *
    from counts
    where activity_date between $from_date and $to_date
),

days_and_channels as (
    select distinct
        activity_date,
        channel
    from in_period
),

decided as (
    select
        days_and_channels.activity_date,
        days_and_channels.channel,
        digital.channel is not null as is_digital,
        costs.low_pence,
        costs.pence,
        costs.high_pence
    from days_and_channels
    left join digital
        on
            days_and_channels.channel = digital.channel
            and days_and_channels.activity_date >= digital.from_date
            and days_and_channels.activity_date < coalesce(digital.before_date, date '9999-12-31')
    left join costs
        on
            days_and_channels.channel = costs.channel
            and days_and_channels.activity_date >= costs.from_date
            and days_and_channels.activity_date < coalesce(costs.before_date, date '9999-12-31')
)

select
    period_of(in_period.activity_date, $grain) as period_start,
    in_period.service,
    in_period.channel,
    in_period.value,
    cast(sum(in_period.contacts) as bigint) as contacts,
    cast(sum(in_period.calls_offered) as bigint) as calls_offered,
    cast(sum(in_period.calls_answered) as bigint) as calls_answered,
    cast(sum(in_period.calls_abandoned) as bigint) as calls_abandoned,
    cast(sum(in_period.calls_called_back) as bigint) as calls_called_back,
    cast(sum(in_period.calls_other) as bigint) as calls_other,
    cast(sum(in_period.calls_with_wait) as bigint) as calls_with_wait,
    cast(sum(in_period.seconds_to_answer) as bigint) as seconds_to_answer,
    cast(sum(in_period.contacts_with_handling_time) as bigint) as contacts_with_handling_time,
    cast(sum(in_period.seconds_handled) as bigint) as seconds_handled,
    cast(sum(in_period.contacts_assessed) as bigint) as contacts_assessed,
    cast(sum(in_period.avoidable_contacts) as bigint) as avoidable_contacts,
    cast(sum(in_period.contacts_with_outcome) as bigint) as contacts_with_outcome,
    cast(sum(in_period.contacts_resolved_first) as bigint) as contacts_resolved_first,
    cast(sum(in_period.linked_contacts) as bigint) as linked_contacts,
    cast(sum(in_period.requests_resolved) as bigint) as requests_resolved,
    cast(sum(in_period.contacts_on_resolved_requests) as bigint) as contacts_on_resolved_requests,
    cast(sum(in_period.survey_invitations) as bigint) as survey_invitations,
    max(in_period.longest_wait_seconds) as longest_wait_seconds,
    cast(sum(case when decided.is_digital then in_period.contacts else 0 * in_period.contacts end) as bigint) as digital_contacts,
    cast(sum(case when decided.pence is not null then in_period.contacts end) as bigint) as costed_contacts,
    sum(in_period.contacts * decided.low_pence) as cost_pence_low,
    sum(in_period.contacts * decided.pence) as cost_pence,
    sum(in_period.contacts * decided.high_pence) as cost_pence_high
from in_period
inner join decided
    on
        in_period.activity_date = decided.activity_date
        and in_period.channel = decided.channel
group by period_start, in_period.service, in_period.channel, in_period.value
order by period_start, in_period.service, in_period.channel, in_period.value
