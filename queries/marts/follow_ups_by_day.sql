-- How many contacts were followed within each declared number of days, and how many followed another?
-- grain:    one row per activity_month (of the first contact), activity_date, within_days, service and channel;
--           followed and turned are dated and placed at the first contact, repeats at the second
with

within as (
    select
        follow_up_days.activity_month,
        follow_ups.activity_date,
        cast(follow_ups.activity_date + cast(follow_ups.gap_days as integer) as date) as next_date,
        days_ahead.within_days,
        follow_ups.service,
        follow_ups.channel,
        follow_ups.next_channel,
        follow_ups.contacts
    from marts.follow_ups as follow_ups
    inner join follow_up_days
        on follow_ups.activity_date = follow_up_days.activity_date
    inner join days_ahead
        on follow_ups.gap_days <= days_ahead.within_days
),

at_either_end as (
    select
        activity_month,
        activity_date,
        within_days,
        service,
        channel,
        contacts as followed_contacts,
        case when next_channel in ('phone', 'visit') then contacts else 0 end as turned_contacts,
        0 as repeat_contacts
    from within
    union all
    select
        activity_month,
        next_date as activity_date,
        within_days,
        service,
        next_channel as channel,
        0 as followed_contacts,
        0 as turned_contacts,
        contacts as repeat_contacts
    from within
)

select
    activity_month,
    activity_date,
    within_days,
    service,
    channel,
    cast(sum(followed_contacts) as bigint) as followed_contacts,
    cast(sum(turned_contacts) as bigint) as turned_contacts,
    cast(sum(repeat_contacts) as bigint) as repeat_contacts
from at_either_end
group by activity_month, activity_date, within_days, service, channel
