-- What happened each month by one attribute, for the sources that give it at all?
-- grain:    one row per activity_month, attribute, value, service and channel; the variable `attribute` says which
--           what is known of waiting is left out: who gives up leaves no ward, so it would flatter
with

valued as (
    select
        contact_counts.*,
        touched_days.activity_month,
        coalesce(
            case getvariable('attribute')
                when 'ward' then contact_counts.ward
                when 'reason' then contact_counts.reason
                when 'customer_type' then contact_counts.customer_type
                when 'age_band' then contact_counts.age_band
                when 'access_need' then contact_counts.access_need
            end,
            'unknown'
        ) as value,
        case
            when getvariable('attribute') != 'reason' then contact_counts.contacts
            when contact_counts.resolution = 'contact' and not contact_counts.is_out_of_reasons then 1
        end as contacts_of_value
    from contact_counts
    inner join touched_days
        on contact_counts.activity_date = touched_days.activity_date
    inner join given
        on contact_counts.source = given.source
    where contact_counts.resolution in ('contact', 'request') and list_contains(given.attributes, getvariable('attribute'))
)

select
    activity_month,
    getvariable('attribute') as attribute,
    value,
    service,
    channel,
    cast(sum(contacts_of_value) as bigint) as contacts,
    cast(null as bigint) as calls_offered,
    cast(null as bigint) as calls_answered,
    cast(null as bigint) as calls_abandoned,
    cast(null as bigint) as calls_called_back,
    cast(null as bigint) as calls_other,
    cast(null as bigint) as calls_with_wait,
    cast(null as bigint) as seconds_to_answer,
    cast(sum(contacts_with_handling_time) as bigint) as contacts_with_handling_time,
    cast(sum(seconds_handled) as bigint) as seconds_handled,
    cast(sum(contacts_assessed) as bigint) as contacts_assessed,
    cast(sum(avoidable_contacts) as bigint) as avoidable_contacts,
    cast(sum(contacts_with_outcome) as bigint) as contacts_with_outcome,
    cast(sum(contacts_resolved_first) as bigint) as contacts_resolved_first,
    cast(sum(linked_contacts) as bigint) as linked_contacts,
    cast(sum(requests_resolved) as bigint) as requests_resolved,
    cast(sum(contacts_on_resolved_requests) as bigint) as contacts_on_resolved_requests,
    cast(sum(survey_invitations) as bigint) as survey_invitations,
    cast(null as bigint) as longest_wait_seconds
from valued
group by activity_month, value, service, channel
having
    count(
        coalesce(
            contacts_of_value, seconds_handled, contacts_assessed, contacts_with_outcome, linked_contacts, requests_resolved,
            survey_invitations
        )
    ) > 0
