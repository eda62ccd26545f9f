-- What happened each month by one attribute at a time, for the sources that give the attribute at all?
-- grain:    one row per activity_month, attribute, value, service and channel
-- build:    table
with

valued as (
    select
        cast(date_trunc('month', contact_counts.activity_date) as date) as activity_month,
        contact_counts.service,
        contact_counts.channel,
        case when given.is_ward_given then coalesce(contact_counts.ward, 'unknown') end as ward,
        case when given.is_reason_given then coalesce(contact_counts.reason, 'unknown') end as reason,
        case when given.is_customer_type_given then coalesce(contact_counts.customer_type, 'unknown') end as customer_type,
        case when given.is_age_band_given then coalesce(contact_counts.age_band, 'unknown') end as age_band,
        case when given.is_access_need_given then coalesce(contact_counts.access_need, 'unknown') end as access_need,
        contact_counts.contacts,
        case when contact_counts.resolution = 'contact' and not contact_counts.is_out_of_reasons then 1 end as reasoned,
        contact_counts.contacts_with_handling_time,
        contact_counts.seconds_handled,
        contact_counts.contacts_assessed,
        contact_counts.avoidable_contacts,
        contact_counts.contacts_with_outcome,
        contact_counts.contacts_resolved_first,
        contact_counts.linked_contacts,
        contact_counts.requests_resolved,
        contact_counts.contacts_on_resolved_requests,
        contact_counts.survey_invitations
    from contact_counts
    inner join touched_months
        on cast(date_trunc('month', contact_counts.activity_date) as date) = touched_months.activity_month
    inner join given
        on contact_counts.source = given.source
    where contact_counts.resolution in ('contact', 'request')
),

summed as (
    select
        activity_month,
        case
            when grouping(ward) = 0 then 'ward'
            when grouping(reason) = 0 then 'reason'
            when grouping(customer_type) = 0 then 'customer_type'
            when grouping(age_band) = 0 then 'age_band'
            else 'access_need'
        end as attribute,
        coalesce(ward, reason, customer_type, age_band, access_need) as value,
        service,
        channel,
        sum(contacts) as contacts,
        sum(reasoned) as reasoned,
        sum(contacts_with_handling_time) as contacts_with_handling_time,
        sum(seconds_handled) as seconds_handled,
        sum(contacts_assessed) as contacts_assessed,
        sum(avoidable_contacts) as avoidable_contacts,
        sum(contacts_with_outcome) as contacts_with_outcome,
        sum(contacts_resolved_first) as contacts_resolved_first,
        sum(linked_contacts) as linked_contacts,
        sum(requests_resolved) as requests_resolved,
        sum(contacts_on_resolved_requests) as contacts_on_resolved_requests,
        sum(survey_invitations) as survey_invitations
    from valued
    group by
        grouping sets (
            (activity_month, service, channel, ward),
            (activity_month, service, channel, reason),
            (activity_month, service, channel, customer_type),
            (activity_month, service, channel, age_band),
            (activity_month, service, channel, access_need)
        )
)

select
    activity_month,
    attribute,
    value,
    service,
    channel,
    cast(case when attribute = 'reason' then reasoned else contacts end as bigint) as contacts,
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
where value is not null
