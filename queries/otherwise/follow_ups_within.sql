-- The same as queries/follow_ups_within.sql, for a number of days that nobody has declared: slower, from every gap.
-- grain:    one row per period_start, service, channel and value
-- returns:  frontdoor.schema.questions.FOLLOW_UPS_WITHIN
-- from:     follow_ups
-- beside:   linked over contacts_by_day, seconds over follow_ups_by_second
-- $from_date, $to_date   local dates, both inclusive
-- $grain                 day, week, month, quarter or year
-- $within_days           0 to 90
-- $as_at                 last day known; what began less than N days before it is not yet knowable
-- $digital_channels      list of (channel, from_date, before_date), one in force at a time; a null before_date is still so
with

digital as (
    select unnest(
        cast($digital_channels as struct(channel varchar, from_date date, before_date date)[]), recursive := true
    )
),

all_days as (
    select
        linked.activity_date,
        linked.service,
        linked.channel,
        linked.value,
        linked.linked_contacts as dated_linked_contacts,
        case
            when linked.activity_date <= cast($as_at as date) - cast($within_days as integer) then linked.linked_contacts
            else 0
        end as linked_contacts,
        0 as followed_contacts,
        0 as turned_contacts,
        0 as repeat_contacts
    from linked
    where linked.activity_date between $from_date and $to_date and linked.linked_contacts > 0
    union all
    select
        counts.activity_date,
        counts.service,
        counts.channel,
        counts.value,
        0 as dated_linked_contacts,
        0 as linked_contacts,
        counts.contacts as followed_contacts,
        case when counts.next_channel in ('phone', 'visit') then counts.contacts else 0 end as turned_contacts,
        0 as repeat_contacts
    from counts
    where
        counts.activity_date between $from_date and $to_date
        and counts.activity_date <= cast($as_at as date) - cast($within_days as integer)
        and counts.gap_days <= $within_days
    union all
    select
        seconds.activity_date,
        seconds.service,
        seconds.channel,
        seconds.value,
        0 as dated_linked_contacts,
        0 as linked_contacts,
        0 as followed_contacts,
        0 as turned_contacts,
        seconds.contacts as repeat_contacts
    from seconds
    where
        seconds.activity_date between $from_date and $to_date
        and seconds.first_date between cast($from_date as date) - 90 and $to_date
        and seconds.gap_days <= $within_days
)

select
    period_of(all_days.activity_date, $grain) as period_start,
    all_days.service,
    all_days.channel,
    all_days.value,
    cast(sum(all_days.linked_contacts) as bigint) as linked_contacts,
    cast(sum(all_days.followed_contacts) as bigint) as followed_contacts,
    cast(sum(all_days.repeat_contacts) as bigint) as repeat_contacts,
    cast(sum(all_days.dated_linked_contacts) as bigint) as dated_linked_contacts,
    cast(sum(case when digital.channel is null then 0 else all_days.linked_contacts end) as bigint)
        as digital_linked_contacts,
    cast(sum(case when digital.channel is null then 0 else all_days.turned_contacts end) as bigint) as bounced_contacts
from all_days
left join digital
    on
        all_days.channel = digital.channel
        and all_days.activity_date >= digital.from_date
        and all_days.activity_date < coalesce(digital.before_date, date '9999-12-31')
group by period_start, all_days.service, all_days.channel, all_days.value
order by period_start, all_days.service, all_days.channel, all_days.value
