-- How many people are on duty in each half-hour of the days whose rota changed?
-- grain:    one row per activity_date, half_hour, service, queue and channel with anybody on duty, or said to have nobody;
--           parts of a half-hour count for their part, sources and layouts of rotas add up
with

lengths as (
    select
        activity_date,
        half_hour,
        sum(before_second - from_second) as seconds_long
    from half_hour_stretches
    group by activity_date, half_hour
),

of_shifts as (
    select
        half_hour_stretches.activity_date,
        half_hour_stretches.half_hour,
        stretches_on_duty.service,
        stretches_on_duty.queue,
        stretches_on_duty.channel,
        stretches_on_duty.people * (
            least(stretches_on_duty.before_second, half_hour_stretches.before_second)
            - greatest(stretches_on_duty.from_second, half_hour_stretches.from_second)
        ) as seconds_on_duty
    from stretches_on_duty
    inner join half_hour_stretches
        on
            stretches_on_duty.activity_date = half_hour_stretches.activity_date
            and stretches_on_duty.from_second < half_hour_stretches.before_second
            and stretches_on_duty.before_second > half_hour_stretches.from_second
),

of_half_hours as (
    select
        rota_half_hours.activity_date,
        rota_half_hours.half_hour,
        rota_half_hours.service,
        rota_half_hours.queue,
        rota_half_hours.channel,
        rota_half_hours.agents * lengths.seconds_long as seconds_on_duty
    from rota_half_hours
    inner join lengths
        on
            rota_half_hours.activity_date = lengths.activity_date
            and rota_half_hours.half_hour = lengths.half_hour
),

everybody as (
    select * from of_shifts
    union all
    select * from of_half_hours
)

select
    everybody.activity_date,
    everybody.half_hour,
    everybody.service,
    everybody.queue,
    everybody.channel,
    sum(everybody.seconds_on_duty) / max(lengths.seconds_long) as agents,
    sum(everybody.seconds_on_duty) / 3600 as hours
from everybody
inner join lengths
    on
        everybody.activity_date = lengths.activity_date
        and everybody.half_hour = lengths.half_hour
group by everybody.activity_date, everybody.half_hour, everybody.service, everybody.queue, everybody.channel
