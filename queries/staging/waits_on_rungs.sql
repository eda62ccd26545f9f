-- On which rung of the ladder did each wait end?
-- grain:    one row per activity_date, half_hour, service, queue, channel and rung; the top rung is one past the ladder
-- build:    table
with

placed as (
    select
        wait_events.activity_date,
        wait_events.half_hour,
        wait_events.service,
        wait_events.queue,
        wait_events.channel,
        rung_of_second.within_seconds,
        wait_events.is_answered,
        wait_events.is_abandoned,
        wait_events.is_open
    from wait_events
    cross join ladder
    inner join rung_of_second
        on
            least(
                case when wait_events.is_open then wait_events.seconds_waited + 1 else wait_events.seconds_waited end,
                ladder.past_the_ladder
            ) = rung_of_second.seconds_waited
)

select
    activity_date,
    half_hour,
    service,
    queue,
    channel,
    within_seconds,
    count(*) filter (where not is_open) as offered,
    count(*) filter (where is_answered) as answered,
    count(*) filter (where is_abandoned) as abandoned,
    count(*) filter (where is_open) as still_open
from placed
group by activity_date, half_hour, service, queue, channel, within_seconds
