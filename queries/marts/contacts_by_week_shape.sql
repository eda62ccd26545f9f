-- At what times of a week do people get in touch, month by month?
-- grain:    one row per activity_month, day_type, service, queue and channel: contacts whose time is known, and those that came
--           by the end of each of the 48 half-hours from midnight
with

timed as (
    select
        month_days.activity_month,
        days.day_type,
        by_half_hour.half_hour,
        by_half_hour.service,
        by_half_hour.queue,
        by_half_hour.channel,
        sum(by_half_hour.contacts) as contacts
    from marts.contacts_by_half_hour as by_half_hour
    inner join month_days
        on by_half_hour.activity_date = month_days.activity_date
    inner join marts.calendar as days
        on by_half_hour.activity_date = days.activity_date
    where by_half_hour.contacts is not null
    group by
        month_days.activity_month, days.day_type, by_half_hour.half_hour, by_half_hour.service, by_half_hour.queue,
        by_half_hour.channel
),

places as (
    select distinct
        activity_month,
        day_type,
        service,
        queue,
        channel
    from timed
),

by_the_end_of_each as (
    select
        places.activity_month,
        places.day_type,
        places.service,
        places.queue,
        places.channel,
        half_hours.half_hour,
        timed.contacts,
        cast(
            coalesce(
                sum(timed.contacts) over (
                    partition by places.activity_month, places.day_type, places.service, places.queue, places.channel
                    order by half_hours.half_hour
                ), 0
            ) as bigint
        ) as contacts_until
    from places
    cross join range(48) as half_hours (half_hour)
    left join timed
        on
            places.activity_month = timed.activity_month
            and places.day_type = timed.day_type
            and places.service = timed.service
            and places.queue = timed.queue
            and places.channel = timed.channel
            and half_hours.half_hour = timed.half_hour
)

select
    activity_month,
    day_type,
    service,
    queue,
    channel,
    cast(sum(contacts) as bigint) as contacts,
    list(contacts_until order by half_hour) as contacts_until
from by_the_end_of_each
group by activity_month, day_type, service, queue, channel
