-- From which form or line did people come back about the same service within N days, and how?
-- grain:    one row per period_start, service, channel, value, queue and next_channel; a null next_channel is every contact,
--           followed or not
-- returns:  frontdoor.schema.questions.JOURNEYS_WITHIN
-- from:     journeys_by_month
-- else:     queries/otherwise/journeys_within.sql, where N is not among the numbers of days declared, or by day or week
-- beside:   every over contacts_by_day, single_days over follow_ups, days over calendar
-- settles:  dates, by taking the months that are not whole from single days
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

asked_days as (
    select
        days.activity_date,
        cast(date_trunc('month', days.activity_date) as date) as activity_month,
        last_day(days.activity_date) <= known_to.last_date as is_to_the_end,
        days.activity_date <= known_to.last_date as is_known,
        period_of(least(days.activity_date, known_to.last_date), $grain) as period_start
    from days
    cross join known_to
    where
        days.activity_date between $from_date and known_to.last_date + cast($within_days as integer)
        and known_to.last_date >= $from_date
),

whole_months as (
    select *
    from asked_days
    where is_to_the_end and day(activity_date) = 1
),

cut_days as (
    select asked_days.*
    from asked_days
    anti join whole_months
        on asked_days.activity_month = whole_months.activity_month
    where asked_days.is_known
),

all_days as (
    select
        asked_days.period_start,
        every.activity_date,
        every.service,
        every.channel,
        every.value,
        every.queue,
        cast(null as varchar) as next_channel,
        case when asked_days.is_known then every.contacts else 0 end as contacts,
        case when asked_days.is_known then coalesce(every.linked_contacts, 0) else 0 end as linked_contacts,
        0 as followed_contacts,
        every.contacts as contacts_until,
        coalesce(every.linked_contacts, 0) as linked_contacts_until
    from every
    inner join asked_days
        on every.activity_date = asked_days.activity_date
    where every.contacts > 0
    union all
    select
        whole_months.period_start,
        counts.activity_date,
        counts.service,
        counts.channel,
        counts.value,
        counts.queue,
        counts.next_channel,
        0 as contacts,
        0 as linked_contacts,
        counts.followed_contacts,
        0 as contacts_until,
        0 as linked_contacts_until
    from counts
    inner join whole_months
        on counts.activity_date = whole_months.activity_month
    where counts.within_days = $within_days
    union all
    select
        cut_days.period_start,
        single_days.activity_date,
        single_days.service,
        single_days.channel,
        single_days.value,
        single_days.queue,
        single_days.next_channel,
        0 as contacts,
        0 as linked_contacts,
        single_days.contacts as followed_contacts,
        0 as contacts_until,
        0 as linked_contacts_until
    from single_days
    inner join cut_days
        on single_days.activity_date = cut_days.activity_date
    where single_days.gap_days <= $within_days
)

select
    all_days.period_start,
    all_days.service,
    all_days.channel,
    all_days.value,
    all_days.queue,
    all_days.next_channel,
    cast(sum(all_days.contacts) as bigint) as contacts,
    cast(sum(all_days.linked_contacts) as bigint) as linked_contacts,
    cast(sum(all_days.followed_contacts) as bigint) as followed_contacts,
    cast(sum(case when digital.channel is null then 0 else all_days.contacts end) as bigint) as digital_contacts,
    cast(sum(case when digital.channel is null then 0 else all_days.linked_contacts end) as bigint) as digital_linked_contacts,
    cast(sum(case when digital.channel is null then 0 else all_days.followed_contacts end) as bigint) as digital_followed_contacts,
    cast(sum(all_days.contacts_until) as bigint) as contacts_until,
    cast(sum(all_days.linked_contacts_until) as bigint) as linked_contacts_until
from all_days
left join digital
    on
        all_days.channel = digital.channel
        and all_days.activity_date >= digital.from_date
        and all_days.activity_date < coalesce(digital.before_date, date '9999-12-31')
group by
    all_days.period_start, all_days.service, all_days.channel, all_days.value, all_days.queue, all_days.next_channel
order by
    all_days.period_start, all_days.service, all_days.channel, all_days.value, all_days.queue, all_days.next_channel
