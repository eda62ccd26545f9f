-- How many people got in touch at a known time, and how many of them while the queue was closed?
-- grain:    one row per period_start, service, channel and value
-- returns:  frontdoor.schema.questions.HALF_HOUR_TOTALS
-- from:     contacts_by_week_shape, contacts_by_half_hour
-- beside:   days over calendar
-- $from_date, $to_date   local dates, both inclusive
-- $grain                 day, week, month, quarter or year
-- $opening               list of (queue, weekday, from_date, before_date, from_half_hour, before_half_hour); weekday 1 is
--                        Monday, 8 a bank holiday; a null queue is every queue with no hours of its own on that date;
--                        with no hours at all nobody can say what was closed: null
with

opening as (
    select unnest(
        cast($opening as struct(
            queue varchar, weekday bigint, from_date date, before_date date, from_half_hour bigint, before_half_hour bigint
        )[]),
        recursive := true
    )
),

slots as (
    select distinct
        opening.queue,
        days.activity_date,
        opening.weekday,
        cast(half_hours.half_hour as bigint) as half_hour
    from opening
    inner join days
        on
            opening.from_date <= days.activity_date
            and coalesce(opening.before_date, date '9999-12-31') > days.activity_date
    inner join range(48) as half_hours (half_hour)
        on
            opening.from_half_hour <= half_hours.half_hour
            and opening.before_half_hour > half_hours.half_hour
    where days.activity_date between $from_date and $to_date
),

queues_with_own_hours as (
    select distinct
        opening.queue,
        days.activity_date
    from opening
    inner join days
        on
            opening.from_date <= days.activity_date
            and coalesce(opening.before_date, date '9999-12-31') > days.activity_date
    where opening.queue is not null and days.activity_date between $from_date and $to_date
),

open_for_all as (
    select *
    from slots
    where queue is null
),

timed as (
    select
        counts.activity_date,
        counts.service,
        counts.channel,
        counts.value,
        counts.contacts,
        case
            when queues_with_own_hours.queue is null then open_for_all.half_hour is null
            else slots.half_hour is null
        end as is_closed
    from counts
    left join queues_with_own_hours
        on
            counts.activity_date = queues_with_own_hours.activity_date
            and counts.queue = queues_with_own_hours.queue
    left join slots
        on
            counts.activity_date = slots.activity_date
            and counts.queue = slots.queue
            and counts.day_type = slots.weekday
            and counts.half_hour = slots.half_hour
    left join open_for_all
        on
            counts.activity_date = open_for_all.activity_date
            and counts.day_type = open_for_all.weekday
            and counts.half_hour = open_for_all.half_hour
    where counts.activity_date between $from_date and $to_date and counts.contacts is not null
)

select
    period_of(activity_date, $grain) as period_start,
    service,
    channel,
    value,
    cast(sum(contacts) as bigint) as timed_contacts,
    cast(
        case
            when len($opening) > 0 then sum(case when is_closed then contacts else 0 end)
        end as bigint
    ) as closed_contacts
from timed
group by period_start, service, channel, value
order by period_start, service, channel, value
