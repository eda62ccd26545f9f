-- How many people got in touch at a known time, and how many of them while the queue was closed?
-- grain:    one row per period_start, service, channel and value
-- returns:  frontdoor.schema.questions.HALF_HOUR_TOTALS
-- from:     contacts_by_week_shape, contacts_by_half_hour
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

own_hours as (
    select
        queue,
        from_date,
        coalesce(before_date, date '9999-12-31') as before_date
    from opening
    where queue is not null
),

in_period as (
    select
        counts.activity_date,
        counts.service,
        counts.channel,
        counts.value,
        counts.queue,
        counts.day_type,
        counts.half_hour,
        sum(counts.contacts) as contacts
    from counts
    where counts.activity_date between $from_date and $to_date and counts.contacts is not null
    group by
        counts.activity_date, counts.service, counts.channel, counts.value, counts.queue, counts.day_type, counts.half_hour
),

queue_days as (
    select distinct
        activity_date,
        queue,
        day_type
    from in_period
),

hours_that_apply as (
    select
        queue_days.activity_date,
        queue_days.queue,
        queue_days.day_type,
        exists (
            select own_hours.queue
            from own_hours
            where
                own_hours.queue = queue_days.queue
                and queue_days.activity_date >= own_hours.from_date
                and queue_days.activity_date < own_hours.before_date
        ) as has_own_hours
    from queue_days
),

open_half_hours as (
    select distinct
        hours_that_apply.activity_date,
        hours_that_apply.queue,
        hours_that_apply.day_type,
        cast(half_hours.half_hour as bigint) as half_hour
    from hours_that_apply
    inner join opening
        on
            hours_that_apply.day_type = opening.weekday
            and hours_that_apply.activity_date >= opening.from_date
            and hours_that_apply.activity_date < coalesce(opening.before_date, date '9999-12-31')
    inner join range(48) as half_hours(half_hour)
        on
            opening.from_half_hour <= half_hours.half_hour
            and opening.before_half_hour > half_hours.half_hour
    where
        (hours_that_apply.has_own_hours and opening.queue = hours_that_apply.queue)
        or (not hours_that_apply.has_own_hours and opening.queue is null)
)

select
    period_of(in_period.activity_date, $grain) as period_start,
    in_period.service,
    in_period.channel,
    in_period.value,
    cast(sum(in_period.contacts) as bigint) as timed_contacts,
    cast(
        case
            when (select count(*) from opening) > 0
                then sum(case when open_half_hours.half_hour is null then in_period.contacts else 0 end)
        end as bigint
    ) as closed_contacts
from in_period
left join open_half_hours
    on
        in_period.activity_date = open_half_hours.activity_date
        and in_period.queue = open_half_hours.queue
        and in_period.day_type = open_half_hours.day_type
        and in_period.half_hour = open_half_hours.half_hour
group by period_start, in_period.service, in_period.channel, in_period.value
order by period_start, in_period.service, in_period.channel, in_period.value
