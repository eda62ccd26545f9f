-- What happened in each half-hour of the touched months?
-- grain:    one row per activity_date, half_hour (null where no time is known), is_monthly, service, queue and channel;
--           what counts nowhere, another source being the one of record, leaves no row
-- build:    table
select
    contact_counts.activity_date,
    contact_counts.half_hour,
    contact_counts.resolution = 'month' as is_monthly,
    contact_counts.service,
    contact_counts.queue,
    contact_counts.channel,
    cast(sum(columns('^(contacts|calls|seconds|avoidable|linked|requests|survey)')) as bigint),
    max(contact_counts.longest_wait_seconds) as longest_wait_seconds
from contact_counts
inner join touched_days
    on contact_counts.activity_date = touched_days.activity_date
group by
    contact_counts.activity_date, contact_counts.half_hour, contact_counts.resolution = 'month',
    contact_counts.service, contact_counts.queue, contact_counts.channel
having
    count(
        coalesce(
            contact_counts.contacts,
            contact_counts.calls_offered,
            contact_counts.calls_answered,
            contact_counts.calls_abandoned,
            contact_counts.calls_called_back,
            contact_counts.seconds_to_answer,
            contact_counts.seconds_handled,
            contact_counts.longest_wait_seconds,
            contact_counts.contacts_assessed,
            contact_counts.contacts_with_outcome,
            contact_counts.linked_contacts, contact_counts.requests_resolved, contact_counts.survey_invitations
        )
    ) > 0
