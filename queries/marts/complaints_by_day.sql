-- What happened to complaints each day?
-- grain:    one row per activity_date, service, channel, ward, procedure and stage; each count on its own event's day; a null
--           ward where the source never gives one
with

located as (
    select
        complaint_counts.* exclude (ward),
        case when list_contains(voices_given.attributes, 'ward') then complaint_counts.ward end as ward
    from complaint_counts
    inner join voices_given
        on
            complaint_counts.source = voices_given.source
            and voices_given.voice = 'complaints'
)

select
    located.activity_date,
    located.service,
    located.channel,
    located.ward,
    located.procedure,
    located.stage,
    cast(sum(located.received) as bigint) as received,
    cast(sum(located.resolved_early) as bigint) as resolved_early,
    cast(sum(located.refused) as bigint) as refused,
    cast(sum(located.opened) as bigint) as opened,
    cast(sum(located.answered) as bigint) as answered,
    cast(sum(located.escalated) as bigint) as escalated,
    cast(sum(located.decided) as bigint) as decided,
    cast(sum(located.upheld) as bigint) as upheld,
    cast(sum(located.partly_upheld) as bigint) as partly_upheld,
    cast(sum(located.not_upheld) as bigint) as not_upheld,
    cast(sum(located.withdrawn) as bigint) as withdrawn,
    cast(sum(located.remedy_pence) as bigint) as remedy_pence
from located
group by located.activity_date, located.service, located.channel, located.ward, located.procedure, located.stage
