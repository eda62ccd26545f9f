-- What happened each month by one attribute at a time, for the sources that give it at all?
-- grain:    one row per activity_month, attribute, value, service and channel
--           what is known of waiting is left out: who gives up leaves no ward, so it would flatter
with

valued as (
    select
        month_days.activity_month,
        contact_counts.service,
        contact_counts.channel,
        case when list_contains(given.attributes, 'access_need') then coalesce(contact_counts.access_need, 'unknown') end as access_need,
        case when list_contains(given.attributes, 'age_band') then coalesce(contact_counts.age_band, 'unknown') end as age_band,
        case when list_contains(given.attributes, 'customer_type') then coalesce(contact_counts.customer_type, 'unknown') end as customer_type,
        case when list_contains(given.attributes, 'reason') then coalesce(contact_counts.reason, 'unknown') end as reason,
        case when list_contains(given.attributes, 'ward') then coalesce(contact_counts.ward, 'unknown') end as ward,
        contact_counts.contacts,
        case when contact_counts.resolution = 'contact' and not contact_counts.is_out_of_reasons then 1 end as contacts_of_reason,
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
    where contact_counts.resolution in ('contact', 'request')
),

summed as (
    select
        activity_month,
        service,
        channel,
        case
            when grouping(access_need) = 0 then 'access_need'
            when grouping(age_band) = 0 then 'age_band'
            when grouping(customer_type) = 0 then 'customer_type'
            when grouping(reason) = 0 then 'reason'
            when grouping(ward) = 0 then 'ward'
        end as attribute,
        coalesce(access_need, age_band, customer_type, reason, ward) as value,
        case when grouping(reason) = 0 then sum(contacts_of_reason) else sum(contacts) end as contacts,
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
            (activity_month, service, channel, access_need),
            (activity_month, service, channel, age_band),
            (activity_month, service, channel, customer_type),
            (activity_month, service, channel, reason),
            (activity_month, service, channel, ward)
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
