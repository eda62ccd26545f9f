-- What happened to complaints each month, in all and by one attribute at a time?
-- grain:    one row per activity_month, attribute, value, service, channel, procedure and stage; an attribute only for the
--           sources that give it at all
with

attributes as (
    select unnest(['all', 'customer_type', 'reason', 'ward']) as attribute
),

given_by_source as (
    select
        complaints_supplied.source,
        attributes.attribute
    from complaints_supplied
    cross join attributes
    left join voices_given
        on
            complaints_supplied.source = voices_given.source
            and voices_given.voice = 'complaints'
    where attributes.attribute = 'all' or list_contains(voices_given.attributes, attributes.attribute)
),

valued as (
    select
        complaint_counts.*,
        given_by_source.attribute,
        case given_by_source.attribute
            when 'all' then 'all'
            when 'customer_type' then complaint_counts.customer_type
            when 'reason' then complaint_counts.reason
            when 'ward' then complaint_counts.ward
        end as value
    from complaint_counts
    inner join given_by_source
        on complaint_counts.source = given_by_source.source
)

select
    valued.activity_month,
    valued.attribute,
    valued.value,
    valued.service,
    valued.channel,
    valued.procedure,
    valued.stage,
    cast(sum(valued.received) as bigint) as received,
    cast(sum(valued.resolved_early) as bigint) as resolved_early,
    cast(sum(valued.refused) as bigint) as refused,
    cast(sum(valued.opened) as bigint) as opened,
    cast(sum(valued.answered) as bigint) as answered,
    cast(sum(valued.escalated) as bigint) as escalated,
    cast(sum(valued.decided) as bigint) as decided,
    cast(sum(valued.upheld) as bigint) as upheld,
    cast(sum(valued.partly_upheld) as bigint) as partly_upheld,
    cast(sum(valued.not_upheld) as bigint) as not_upheld,
    cast(sum(valued.withdrawn) as bigint) as withdrawn,
    cast(sum(valued.remedy_pence) as bigint) as remedy_pence
from valued
group by
    valued.activity_month, valued.attribute, valued.value, valued.service, valued.channel, valued.procedure, valued.stage
