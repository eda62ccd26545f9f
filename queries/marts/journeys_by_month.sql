-- How many contacts were followed within each declared number of days, from which form or line and by which channel?
-- grain:    one row per activity_month (of the first contact), within_days, service, queue, channel and next_channel
select
    follow_up_days.activity_month,
    days_ahead.within_days,
    follow_ups.service,
    follow_ups.queue,
    follow_ups.channel,
    follow_ups.next_channel,
    cast(sum(follow_ups.contacts) as bigint) as followed_contacts
from marts.follow_ups as follow_ups
inner join follow_up_days
    on follow_ups.activity_date = follow_up_days.activity_date
inner join days_ahead
    on follow_ups.gap_days <= days_ahead.within_days
group by
    follow_up_days.activity_month, days_ahead.within_days, follow_ups.service, follow_ups.queue, follow_ups.channel,
    follow_ups.next_channel
