-- How many people got in touch at a known time, and how many of them while the queue was closed?
-- grain:    one row per period_start, service, channel and value
-- returns:  frontdoor.schema.questions.HALF_HOUR_TOTALS
-- from:     contacts_by_week_shape
-- else:     queries/otherwise/half_hour_totals.sql, by day or week
-- beside:   days over calendar, single_days over contacts_by_half_hour
-- settles:  opening, dates, by taking from single days what a month holds of weekdays whose hours changed in it, and of months cut
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

asked_days as (
    select
        activity_date,
        day_type,
        cast(date_trunc('month', activity_date) as date) as activity_month
    from days
    where activity_date between $from_date and $to_date
),

queues as (
    select unnest(list_distinct(list(queue))) as queue
    from opening
    union all
    select cast(null as varchar) as queue
),

stated_hours as (
    select
        asked_days.activity_date,
        opening.queue,
        bit_or(
            case
                when opening.weekday = asked_days.day_type
                    then greatest((cast(1 as bigint) << opening.before_half_hour) - (cast(1 as bigint) << opening.from_half_hour), 0)
                else 0
            end
        ) as open_half_hours
    from asked_days
    inner join opening
        on
            asked_days.activity_date >= opening.from_date
            and asked_days.activity_date < coalesce(opening.before_date, date '9999-12-31')
    group by asked_days.activity_date, opening.queue
),

hours as (
    select
        asked_days.activity_date,
        asked_days.activity_month,
        asked_days.day_type,
        queues.queue,
        coalesce(own.open_half_hours, of_all.open_half_hours, 0) as open_half_hours
    from asked_days
    cross join queues
    left join stated_hours as own
        on
            asked_days.activity_date = own.activity_date
            and queues.queue = own.queue
    left join stated_hours as of_all
        on
            asked_days.activity_date = of_all.activity_date
            and of_all.queue is null
),

hours_of_months as (
    select
        activity_month,
        day_type,
        queue,
        min(open_half_hours) as open_half_hours,
        min(open_half_hours) < max(open_half_hours)
        or activity_month < $from_date
        or activity_month + interval 1 month - interval 1 day > $to_date as is_single
    from hours
    group by activity_month, day_type, queue
),

single as (
    select *
    from hours_of_months
    where is_single
),

months_alike as (
    select hours_of_months.*
    from hours_of_months
    anti join single
        on
            hours_of_months.activity_month = single.activity_month
            and hours_of_months.day_type = single.day_type
),

half_hours_taken as (
    select
        activity_month,
        day_type,
        queue,
        48 as half_hours_before,
        true as is_whole_day,
        0 as hours_end_or_begin
    from months_alike
    union all
    select
        months_alike.activity_month,
        months_alike.day_type,
        months_alike.queue,
        half_hours.half_hours_before,
        false as is_whole_day,
        ((months_alike.open_half_hours >> (half_hours.half_hours_before - 1)) & 1)
        - ((months_alike.open_half_hours >> half_hours.half_hours_before) & 1) as hours_end_or_begin
    from months_alike
    cross join range(1, 49) as half_hours (half_hours_before)
    where
        (months_alike.open_half_hours >> (half_hours.half_hours_before - 1)) & 1
        != (months_alike.open_half_hours >> half_hours.half_hours_before) & 1
),

single_hours as (
    select hours.*
    from hours
    semi join single
        on
            hours.activity_month = single.activity_month
            and hours.day_type = single.day_type
),

hours_for_all as (
    select *
    from single_hours
    where queue is null
),

hours_of_queues as (
    select *
    from single_hours
    where queue is not null
),

from_months as (
    select
        counts.activity_date as activity_month,
        counts.service,
        counts.channel,
        case when half_hours_taken.is_whole_day then counts.contacts else 0 end as contacts,
        case
            when half_hours_taken.is_whole_day then counts.contacts
            else -half_hours_taken.hours_end_or_begin * counts.contacts_until[half_hours_taken.half_hours_before]
        end as closed_contacts
    from counts
    left join queues
        on counts.queue = queues.queue
    inner join half_hours_taken
        on
            counts.activity_date = half_hours_taken.activity_month
            and counts.day_type = half_hours_taken.day_type
            and queues.queue is not distinct from half_hours_taken.queue
    where counts.activity_date between $from_date and $to_date
),

from_days as (
    select
        hours_for_all.activity_month,
        single_days.service,
        single_days.channel,
        single_days.contacts,
        case
            when (coalesce(hours_of_queues.open_half_hours, hours_for_all.open_half_hours) >> single_days.half_hour) & 1 = 0
                then single_days.contacts
            else 0
        end as closed_contacts
    from single_days
    inner join hours_for_all
        on single_days.activity_date = hours_for_all.activity_date
    left join hours_of_queues
        on
            single_days.activity_date = hours_of_queues.activity_date
            and single_days.queue = hours_of_queues.queue
    where single_days.activity_date between $from_date and $to_date and single_days.contacts is not null
),

taken as (
    select * from from_months
    union all
    select * from from_days
)

select
    period_of(activity_month, $grain) as period_start,
    service,
    channel,
    'all' as value,
    cast(sum(contacts) as bigint) as timed_contacts,
    cast(case when len($opening) > 0 then sum(closed_contacts) end as bigint) as closed_contacts
from taken
group by period_start, service, channel
order by period_start, service, channel
