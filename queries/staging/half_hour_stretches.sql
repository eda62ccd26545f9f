-- When is each half-hour of the days whose rota changed, by UTC?
-- grain:    one row per activity_date, half_hour and time the clocks pass it: none in the hour they skip, two in the hour they
--           pass twice; in seconds since 1970, the end not included
-- build:    table
with

passes as (
    select
        rota_days.activity_date,
        calendar.offset_minutes,
        0 as from_minute,
        coalesce(calendar.change_minute, 1440) as before_minute
    from rota_days
    inner join marts.calendar as calendar
        on rota_days.activity_date = calendar.activity_date
    union all
    select
        rota_days.activity_date,
        calendar.offset_minutes_after as offset_minutes,
        calendar.change_minute + calendar.offset_minutes_after - calendar.offset_minutes as from_minute,
        1440 as before_minute
    from rota_days
    inner join marts.calendar as calendar
        on rota_days.activity_date = calendar.activity_date
    where calendar.change_minute is not null
),

half_hours as (
    select unnest(range(48)) as half_hour
),

passed as (
    select
        passes.activity_date,
        half_hours.half_hour,
        cast(epoch(cast(passes.activity_date as timestamp)) as bigint) - 60 * passes.offset_minutes as midnight_second,
        greatest(30 * half_hours.half_hour, passes.from_minute) as from_minute,
        least(30 * half_hours.half_hour + 30, passes.before_minute) as before_minute
    from passes
    cross join half_hours
)

select
    activity_date,
    half_hour,
    midnight_second + 60 * from_minute as from_second,
    midnight_second + 60 * before_minute as before_second
from passed
where from_minute < before_minute
