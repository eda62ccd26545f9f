-- How long did each contact of the touched months wait, on the ladder of thresholds?
-- grain:    one row per contact whose wait is known, or that is still open
-- build:    table
with

touched_contacts as (
    select staged_contacts.*
    from staged_contacts
    inner join touched_days
        on staged_contacts.activity_date = touched_days.activity_date
    where not staged_contacts.is_out_of_waits
),

live as (
    select
        activity_date,
        case when is_time_known then hour(started_local) * 2 + minute(started_local) // 30 end as half_hour,
        service,
        queue,
        channel,
        seconds_waited,
        outcome = 'answered' as is_answered,
        outcome = 'abandoned' as is_abandoned,
        false as is_open
    from touched_contacts
    where channel in ('phone', 'chat', 'visit') and outcome is not null and seconds_waited is not null
),

written as (
    select
        touched_contacts.activity_date,
        case
            when touched_contacts.is_time_known
                then hour(touched_contacts.started_local) * 2 + minute(touched_contacts.started_local) // 30
        end as half_hour,
        touched_contacts.service,
        touched_contacts.queue,
        touched_contacts.channel,
        case
            when touched_contacts.seconds_waited is not null then touched_contacts.seconds_waited
            when touched_contacts.is_time_known
                then cast(epoch(touched_contacts.replied_at) - epoch(touched_contacts.started_at) as bigint)
        end as seconds_to_reply,
        touched_contacts.replied_at is null
        and touched_contacts.replied_date is null
        and touched_contacts.completed_date is null as is_unanswered,
        cast(epoch(cast(sources.covered_to + 1 as timestamp)) - epoch(touched_contacts.started_local) as bigint) as seconds_open
    from touched_contacts
    inner join supplied
        on
            touched_contacts.source = supplied.source
            and touched_contacts.channel = supplied.channel
            and supplied.is_reply_supplied
    inner join sources
        on touched_contacts.source = sources.source
    where touched_contacts.channel not in ('phone', 'chat', 'visit')
)

select
    activity_date,
    half_hour,
    service,
    queue,
    channel,
    seconds_waited,
    is_answered,
    is_abandoned,
    is_open
from live
union all
select
    activity_date,
    half_hour,
    service,
    queue,
    channel,
    coalesce(seconds_to_reply, seconds_open) as seconds_waited,
    seconds_to_reply is not null as is_answered,
    false as is_abandoned,
    seconds_to_reply is null as is_open
from written
where seconds_to_reply >= 0 or (seconds_to_reply is null and is_unanswered and half_hour is not null and seconds_open >= 0)
