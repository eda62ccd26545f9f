-- From when to when is each shift of the days whose rota changed on duty, its break taken out?
-- grain:    one row per shift, stretch before or after its break and local date it touches: two dates where it ends on the next;
--           in seconds since 1970, the end not included
-- build:    table
with

stretches as (
    select
        activity_date,
        ended_date,
        service,
        queue,
        channel,
        people,
        epoch(started_at) as from_second,
        epoch(coalesce(break_started_at, ended_at)) as before_second
    from rota_shifts
    union all
    select
        activity_date,
        ended_date,
        service,
        queue,
        channel,
        people,
        epoch(break_ended_at) as from_second,
        epoch(ended_at) as before_second
    from rota_shifts
    where break_ended_at is not null
),

on_each_date as (
    select * from stretches
    union all
    select * replace (ended_date as activity_date) from stretches
    where ended_date != activity_date
)

select
    on_each_date.activity_date,
    on_each_date.service,
    on_each_date.queue,
    on_each_date.channel,
    on_each_date.people,
    on_each_date.from_second,
    on_each_date.before_second
from on_each_date
inner join rota_days
    on on_each_date.activity_date = rota_days.activity_date
where on_each_date.from_second < on_each_date.before_second
