-- How many live contacts waited each number of seconds, each month?
-- grain:    one row per activity_month, service, queue, channel and seconds_waited
select
    month_days.activity_month,
    days.service,
    days.queue,
    days.channel,
    days.seconds_waited,
    cast(sum(days.answered) as bigint) as answered,
    cast(sum(days.abandoned) as bigint) as abandoned
from marts.wait_seconds_by_day as days
inner join month_days
    on days.activity_date = month_days.activity_date
group by month_days.activity_month, days.service, days.queue, days.channel, days.seconds_waited
