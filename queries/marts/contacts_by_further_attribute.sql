-- What happened each month by language, tenure, assistance or adjustment, one at a time, for the sources that give any of them?
-- grain:    one row per activity_month, attribute, value, service and channel
--           what is known of waiting is left out: who gives up leaves no ward, so it would flatter;
--           apart from the other attributes, as most sources give none of these and are then not read again
with

valued as (
    select
        month_days.activity_month,
        contact_counts.service,
        contact_counts.channel,
        case when list_contains(given.attributes, 'adjustment') then coalesce(contact_counts.adjustment, 'unknown') end as adjustment,
        case when list_contains(given.attributes, 'assistance') then coalesce(contact_counts.assistance, 'unknown') end as assistance,
        case when list_contains(given.attributes, 'language') then coalesce(contact_counts.language, 'unknown') end as language,
        case when list_contains(given.attributes, 'tenure') then coalesce(contact_counts.tenure, 'unknown') end as tenure,
        contact_counts.contacts,
        contact_counts.contacts_with_handling_time,
        contact_counts.seconds_handled,
        contact_counts.contacts_assessed,
        contact_counts.avoidable_contacts,
        contact_counts.contacts_with_outcome,
        contact_counts.contacts_resolved_first,
        contact_counts.linked_contacts,
        contact_counts.requests_resolved,
        contact_counts.contacts_on_resolved_requests,
        contact_counts.survey_invitations,
        coalesce(
            contact_counts.seconds_handled, contact_counts.contacts_assessed, contact_counts.contacts_with_outcome,
            contact_counts.linked_contacts, contact_counts.requests_resolved, contact_counts.survey_invitations
        ) as counted_besides
    from contact_counts
    inner join month_days
        on contact_counts.activity_date = month_days.activity_date
    inner join given
        on contact_counts.source = given.source
    where
        contact_counts.resolution in ('contact', 'request')
        and list_has_any(given.attributes, ['adjustment', 'assistance', 'language', 'tenure'])
),

summed as (
    select
        activity_month,
        service,
        channel,
        case
            when grouping(adjustment) = 0 then 'adjustment'
            when grouping(assistance) = 0 then 'assistance'
            when grouping(language) = 0 then 'language'
            when grouping(tenure) = 0 then 'tenure'
        end as attribute,
        coalesce(adjustment, assistance, language, tenure) as value,
        sum(contacts) as contacts,
        sum(contacts_with_handling_time) as contacts_with_handling_time,
        sum(seconds_handled) as seconds_handled,
        sum(contacts_assessed) as contacts_assessed,
        sum(avoidable_contacts) as avoidable_contacts,
        sum(contacts_with_outcome) as contacts_with_outcome,
        sum(contacts_resolved_first) as contacts_resolved_first,
        sum(linked_contacts) as linked_contacts,
        sum(requests_resolved) as requests_resolved,
        sum(contacts_on_resolved_requests) as contacts_on_resolved_requests,
        sum(survey_invitations) as survey_invitations,
        count(counted_besides) as counted_besides
    from valued
    group by
        grouping sets (
            (activity_month, service, channel, adjustment),
            (activity_month, service, channel, assistance),
            (activity_month, service, channel, language),
            (activity_month, service, channel, tenure)
        )
)

select
    activity_month,
    attribute,
    value,
    service,
    channel,
    cast(contacts as bigint) as contacts,
    cast(null as bigint) as calls_offered,
    cast(null as bigint) as calls_answered,
    cast(null as bigint) as calls_abandoned,
    cast(null as bigint) as calls_called_back,
    cast(null as bigint) as calls_other,
    cast(null as bigint) as calls_with_wait,
    cast(null as bigint) as seconds_to_answer,
    cast(contacts_with_handling_time as bigint) as contacts_with_handling_time,
    cast(seconds_handled as bigint) as seconds_handled,
    cast(contacts_assessed as bigint) as contacts_assessed,
    cast(avoidable_contacts as bigint) as avoidable_contacts,
    cast(contacts_with_outcome as bigint) as contacts_with_outcome,
    cast(contacts_resolved_first as bigint) as contacts_resolved_first,
    cast(linked_contacts as bigint) as linked_contacts,
    cast(requests_resolved as bigint) as requests_resolved,
    cast(contacts_on_resolved_requests as bigint) as contacts_on_resolved_requests,
    cast(survey_invitations as bigint) as survey_invitations,
    cast(null as bigint) as longest_wait_seconds
from summed
where value is not null and (contacts is not null or counted_besides > 0)
