-- Which source recorded what, where and when, in the touched months?
-- grain:    one row per activity_date, source, kind, service, channel and resolution; counts of rows that carry anything
--           of each family of columns
-- build:    table
with

of_contacts as (
    select
        contacts.activity_date,
        contacts.source,
        'contacts' as kind,
        contacts.service,
        contacts.channel,
        'contact' as resolution,
        count(*) as volume,
        count(
            coalesce(
                contacts.outcome,
                cast(contacts.seconds_waited as varchar),
                cast(contacts.seconds_handled as varchar),
                cast(contacts.replied_date as varchar),
                cast(contacts.replied_at as varchar)
            )
        ) as waits,
        count(
            coalesce(
                contacts.reason,
                contacts.case_id,
                cast(contacts.is_avoidable as varchar),
                cast(contacts.is_resolved_first as varchar),
                cast(contacts.is_survey_invited as varchar),
                cast(contacts.completed_date as varchar),
                cast(contacts.promised_date as varchar)
            )
        ) as reasons,
        count(*) as contacts,
        false as is_approximate
    from contacts
    inner join touched_days
        on contacts.activity_date = touched_days.activity_date
    where contacts.is_customer_contact
    group by contacts.activity_date, contacts.source, contacts.service, contacts.channel
),

of_intervals as (
    select
        contact_intervals.activity_date,
        contact_intervals.source,
        'contact_intervals' as kind,
        contact_intervals.service,
        contact_intervals.channel,
        contact_intervals.grain as resolution,
        count(*) as volume,
        count(
            coalesce(
                contact_intervals.calls_offered,
                contact_intervals.calls_answered,
                contact_intervals.calls_abandoned,
                contact_intervals.calls_called_back,
                contact_intervals.calls_answered_within,
                contact_intervals.seconds_to_answer,
                contact_intervals.longest_wait_seconds,
                contact_intervals.seconds_handled
            )
        ) as waits,
        count(
            coalesce(
                contact_intervals.contacts_assessed,
                contact_intervals.avoidable_contacts,
                contact_intervals.contacts_with_outcome,
                contact_intervals.contacts_resolved_first
            )
        ) as reasons,
        sum(contact_intervals.contacts) as contacts,
        bool_or(contact_intervals.is_approximate) as is_approximate
    from contact_intervals
    inner join touched_days
        on contact_intervals.activity_date = touched_days.activity_date
    group by
        contact_intervals.activity_date, contact_intervals.source, contact_intervals.service,
        contact_intervals.channel, contact_intervals.grain
)

select * from of_contacts
union all
select * from of_intervals
