-- How many people got in touch again about the same service within N days, and how many turned from online to phone or visit?
-- grain:    one row per period_start, service, channel and value
-- returns:  frontdoor.schema.questions.FOLLOW_UPS_WITHIN
-- from:     follow_ups
-- beside:   linked over contacts_by_day, seconds over follow_ups_by_second
-- $from_date, $to_date   local dates, both inclusive
-- $grain                 day, week, month, quarter or year
-- $within_days           0 to 90
-- $as_at                 last day known; what began less than N days before it is not yet knowable
-- $digital_channels      list of (channel, from_date, before_date); a null before_date is still so
with

digital as (
    select unnest(
        cast($digital_channels as struct(channel varchar, from_date date, before_date date)[]), recursive := true
    )
),

last_knowable as (
    select
        cast($as_at as date) - cast($within_days as integer) as on_date,
        cast($within_days as bigint) as within_days
),

linked_days as (
    select
        linked.activity_date,
        linked.service,
        linked.channel,
        linked.value,
        linked.linked_contacts as dated_linked_contacts,
        case when linked.activity_date <= last_knowable.on_date then linked.linked_contacts else 0 end as linked_contacts,
        case
            when
                linked.activity_date <= last_knowable.on_date
                and exists (
                    select digital.channel
                    from digital
                    where
                        digital.channel = linked.channel
                        and linked.activity_date >= digital.from_date
                        and linked.activity_date < coalesce(digital.before_date, date '9999-12-31')
                )
                then linked.linked_contacts
            else 0
        end as digital_linked_contacts,
        0 as followed_contacts,
        0 as bounced_contacts,
        0 as repeat_contacts
    from linked
    cross join last_knowable
    where linked.activity_date between $from_date and $to_date and linked.linked_contacts > 0
),

first_days as (
    select
        counts.activity_date,
        counts.service,
        counts.channel,
        counts.value,
        0 as dated_linked_contacts,
        0 as linked_contacts,
        0 as digital_linked_contacts,
        counts.contacts as followed_contacts,
        case
            when
                counts.next_channel in ('phone', 'visit')
                and exists (
                    select digital.channel
                    from digital
                    where
                        digital.channel = counts.channel
                        and counts.activity_date >= digital.from_date
                        and counts.activity_date < coalesce(digital.before_date, date '9999-12-31')
                )
                then counts.contacts
            else 0
        end as bounced_contacts,
        0 as repeat_contacts
    from counts
    cross join last_knowable
    where
        counts.activity_date between $from_date and $to_date
        and counts.activity_date <= last_knowable.on_date
        and counts.gap_days <= last_knowable.within_days
),

second_days as (
    select
        seconds.activity_date,
        seconds.service,
        seconds.channel,
        seconds.value,
        0 as dated_linked_contacts,
        0 as linked_contacts,
        0 as digital_linked_contacts,
        0 as followed_contacts,
        0 as bounced_contacts,
        seconds.contacts as repeat_contacts
    from seconds
    cross join last_knowable
    where
        seconds.activity_date between $from_date and $to_date
        and seconds.first_date >= cast($from_date as date) - 90
        and seconds.first_date <= $to_date
        and seconds.gap_days <= last_knowable.within_days
),

all_days as (
    select * from linked_days
    union all
    select * from first_days
    union all
    select * from second_days
)

select
    period_of(activity_date, $grain) as period_start,
    service,
    channel,
    value,
    cast(sum(linked_contacts) as bigint) as linked_contacts,
    cast(sum(followed_contacts) as bigint) as followed_contacts,
    cast(sum(repeat_contacts) as bigint) as repeat_contacts,
    cast(sum(dated_linked_contacts) as bigint) as dated_linked_contacts,
    cast(sum(digital_linked_contacts) as bigint) as digital_linked_contacts,
    cast(sum(bounced_contacts) as bigint) as bounced_contacts
from all_days
group by period_start, service, channel, value
order by period_start, service, channel, value
