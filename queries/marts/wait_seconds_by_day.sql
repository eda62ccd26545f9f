-- How many live contacts waited each number of seconds, each day?
-- grain:    one row per activity_date, service, queue, channel and seconds_waited
select
    activity_date,
    service,
    queue,
    channel,
    seconds_waited,
    count(*) filter (where is_answered) as answered,
    count(*) filter (where is_abandoned) as abandoned
from wait_events
where channel in ('phone', 'chat', 'visit') and (is_answered or is_abandoned)
group by activity_date, service, queue, channel, seconds_waited
