-- How many people got in touch again about the same service within N days, and how many turned from online to phone or visit?
-- grain:    one row per period_start, service, channel and value
-- returns:  frontdoor.schema.questions.FOLLOW_UPS_WITHIN
-- from:     follow_ups_by_day
-- else:     queries/otherwise/follow_ups_within.sql, where N is not among the numbers of days declared
-- beside:   linked over contacts_by_day
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
        activity_date,
        service,
        channel,
        value,
        linked_contacts,
        0 as followed_contacts,
        0 as turned_contacts,
        0 as repeat_contacts
    from linked
    where activity_date between $from_date and $to_date and linked_contacts > 0
    union all
    select
        activity_date,
        service,
        channel,
        value,
        0 as linked_contacts,
        followed_contacts,
        turned_contacts,
        repeat_contacts
    from counts
    where activity_date between $from_date and $to_date and within_days = $within_days
),

judged_days as (
    select
        all_days.*,
        all_days.activity_date <= cast($as_at as date) - cast($within_days as integer) as is_known,
        digital.channel is not null as is_digital
    from all_days
    left join digital
        on
            all_days.channel = digital.channel
            and all_days.activity_date >= digital.from_date
            and all_days.activity_date < coalesce(digital.before_date, date '9999-12-31')
)

select
    period_of(activity_date, $grain) as period_start,
    service,
    channel,
    value,
    cast(sum(case when is_known then linked_contacts else 0 end) as bigint) as linked_contacts,
    cast(sum(case when is_known then followed_contacts else 0 end) as bigint) as followed_contacts,
    cast(sum(repeat_contacts) as bigint) as repeat_contacts,
    cast(sum(linked_contacts) as bigint) as dated_linked_contacts,
    cast(sum(case when is_known and is_digital then linked_contacts else 0 end) as bigint) as digital_linked_contacts,
    cast(sum(case when is_known and is_digital then turned_contacts else 0 end) as bigint) as bounced_contacts
from judged_days
group by period_start, service, channel, value
order by period_start, service, channel, value
