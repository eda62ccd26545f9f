-- The same as queries/journeys_within.sql, for a number of days that nobody has declared, or by day or week: from every gap.
-- grain:    one row per period_start, service, channel, value, queue and next_channel; a null next_channel is every contact,
--           followed or not
-- returns:  frontdoor.schema.questions.JOURNEYS_WITHIN
-- from:     follow_ups
-- beside:   every over contacts_by_day
-- $from_date, $to_date   local dates, both inclusive
-- $grain                 day, week, month, quarter or year
-- $within_days           0 to 90
-- $as_at                 last day known; what began less than N days before it is not yet knowable and is left out
-- $digital_channels      list of (channel, from_date, before_date), one in force at a time; a null before_date is still so
with

digital as (
    select unnest(
        cast($digital_channels as struct(channel varchar, from_date date, before_date date)[]), recursive := true
    )
),

known_to as (
    select least(cast($to_date as date), cast($as_at as date) - cast($within_days as integer)) as last_date
),

all_days as (
    select
        every.activity_date,
        every.service,
        every.channel,
        every.value,
        every.queue,
        cast(null as varchar) as next_channel,
        case when every.activity_date <= known_to.last_date then every.contacts else 0 end as contacts,
        case when every.activity_date <= known_to.last_date then every.linked_contacts else 0 end as linked_contacts,
        0 as followed_contacts,
        every.contacts as contacts_until,
        every.linked_contacts as linked_contacts_until
    from every
    cross join known_to
    where
        every.activity_date between $from_date and known_to.last_date + cast($within_days as integer)
        and known_to.last_date >= $from_date
        and every.contacts > 0
    union all by name
    select
        counts.activity_date,
        counts.service,
        counts.channel,
        counts.value,
        counts.queue,
        counts.next_channel,
        counts.contacts as followed_contacts
    from counts
    cross join known_to
    where
        counts.activity_date between $from_date and $to_date
        and counts.activity_date <= known_to.last_date
        and counts.gap_days <= $within_days
)

select
    period_of(least(all_days.activity_date, known_to.last_date), $grain) as period_start,
    all_days.service,
    all_days.channel,
    all_days.value,
    all_days.queue,
    all_days.next_channel,
    cast(sum(coalesce(all_days.contacts, 0)) as bigint) as contacts,
    cast(sum(coalesce(all_days.linked_contacts, 0)) as bigint) as linked_contacts,
    cast(sum(coalesce(all_days.followed_contacts, 0)) as bigint) as followed_contacts,
    cast(sum(case when digital.channel is null then 0 else coalesce(all_days.contacts, 0) end) as bigint)
        as digital_contacts,
    cast(sum(case when digital.channel is null then 0 else coalesce(all_days.linked_contacts, 0) end) as bigint)
        as digital_linked_contacts,
    cast(sum(case when digital.channel is null then 0 else coalesce(all_days.followed_contacts, 0) end) as bigint)
        as digital_followed_contacts,
    cast(sum(coalesce(all_days.contacts_until, 0)) as bigint) as contacts_until,
    cast(sum(coalesce(all_days.linked_contacts_until, 0)) as bigint) as linked_contacts_until
from all_days
cross join known_to
left join digital
    on
        all_days.channel = digital.channel
        and all_days.activity_date >= digital.from_date
        and all_days.activity_date < coalesce(digital.before_date, date '9999-12-31')
group by period_start, all_days.service, all_days.channel, all_days.value, all_days.queue, all_days.next_channel
order by period_start, all_days.service, all_days.channel, all_days.value, all_days.queue, all_days.next_channel
