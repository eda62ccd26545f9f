-- How many people got in touch at a known time, and how many of them while the queue was closed?
-- grain:    one row per period_start, service, channel and value
-- returns:  frontdoor.schema.questions.HALF_HOUR_TOTALS
-- from:     contacts_by_week_shape, contacts_by_half_hour
-- beside:   days over calendar, single_days over contacts_by_half_hour
-- settles:  opening, by taking the months in which it changed from single days
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

changes as (
    select from_date as changed_date from opening
    union
    select before_date as changed_date from opening
),

changed_days as (
    select days.activity_date
    from days
    where
        days.activity_date between $from_date and $to_date
        and date_trunc('month', days.activity_date) in (
            select date_trunc('month', changes.changed_date)
            from changes
            where day(changes.changed_date) > 1
        )
),

open_days as (
    select
        opening.queue,
        days.activity_date,
        opening.weekday,
        greatest((cast(1 as bigint) << opening.before_half_hour) - (cast(1 as bigint) << opening.from_half_hour), 0) as half_hours
    from opening
    inner join days
        on
            opening.from_date <= days.activity_date
            and coalesce(opening.before_date, date '9999-12-31') > days.activity_date
    where days.activity_date between $from_date and $to_date
),

hours as (
    select
        open_days.queue,
        open_days.activity_date,
        day_types.day_type,
        coalesce(bit_or(open_days.half_hours) filter (where open_days.weekday = day_types.day_type), 0) as open_half_hours
    from open_days
    cross join range(1, 9) as day_types (day_type)
    group by open_days.queue, open_days.activity_date, day_types.day_type
),

hours_for_all as (
    select *
    from hours
    where queue is null
),

timed as (
    select
        counts.activity_date,
        counts.day_type,
        counts.half_hour,
        counts.service,
        counts.queue,
        counts.channel,
        counts.value,
        counts.contacts
    from counts
    anti join changed_days
        on counts.activity_date = changed_days.activity_date
    where counts.activity_date between $from_date and $to_date and counts.contacts is not null
    union all
    select
        single_days.activity_date,
        single_days.day_type,
        single_days.half_hour,
        single_days.service,
        single_days.queue,
        single_days.channel,
        single_days.value,
        single_days.contacts
    from single_days
    inner join changed_days
        on single_days.activity_date = changed_days.activity_date
    where single_days.activity_date between $from_date and $to_date and single_days.contacts is not null
),

at_their_hours as (
    select
        timed.activity_date,
        timed.service,
        timed.channel,
        timed.value,
        timed.contacts,
        (coalesce(hours.open_half_hours, hours_for_all.open_half_hours, 0) >> timed.half_hour) & 1 = 0 as is_closed
    from timed
    left join hours
        on
            timed.activity_date = hours.activity_date
            and timed.queue = hours.queue
            and timed.day_type = hours.day_type
    left join hours_for_all
        on
            timed.activity_date = hours_for_all.activity_date
            and timed.day_type = hours_for_all.day_type
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
from at_their_hours
group by period_start, service, channel, value
order by period_start, service, channel, value
