-- The same as queries/half_hour_totals.sql, by day or week: from the half-hours of single days.
-- grain:    one row per period_start, service, channel and value
-- returns:  frontdoor.schema.questions.HALF_HOUR_TOTALS
-- from:     contacts_by_half_hour
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

hours_for_all as (
    select *
    from hours
    where queue is null
),

hours_of_queues as (
    select *
    from hours
    where queue is not null
),

at_their_hours as (
    select
        counts.activity_date,
        counts.service,
        counts.channel,
        counts.value,
        counts.contacts,
        case
            when (coalesce(hours_of_queues.open_half_hours, hours_for_all.open_half_hours) >> counts.half_hour) & 1 = 0
                then counts.contacts
            else 0
        end as closed_contacts
    from counts
    inner join hours_for_all
        on counts.activity_date = hours_for_all.activity_date
    left join hours_of_queues
        on
            counts.activity_date = hours_of_queues.activity_date
            and counts.queue = hours_of_queues.queue
    where counts.activity_date between $from_date and $to_date and counts.contacts is not null
)

select
    period_of(activity_date, $grain) as period_start,
    service,
    channel,
    value,
    cast(sum(contacts) as bigint) as timed_contacts,
    cast(case when len($opening) > 0 then sum(closed_contacts) end as bigint) as closed_contacts
from at_their_hours
group by period_start, service, channel, value
order by period_start, service, channel, value
