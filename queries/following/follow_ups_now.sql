-- What is each changed row of follow_ups now?
-- grain:    that of the mart; a row nothing is left of is not there
-- build:    table
select
    difference.activity_date,
    difference.gap_days,
    difference.service,
    difference.queue,
    difference.channel,
    difference.next_channel,
    difference.contacts + coalesce(held.contacts, 0) as contacts
from difference
left join marts.follow_ups as held
    on
        difference.activity_date = held.activity_date
        and difference.gap_days = held.gap_days
        and difference.service = held.service
        and difference.queue = held.queue
        and difference.channel = held.channel
        and difference.next_channel = held.next_channel
where difference.contacts + coalesce(held.contacts, 0) != 0
