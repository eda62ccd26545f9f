-- Which source recorded what, where and when, in the touched months?
-- grain:    one row per activity_date, source, kind, service, channel and resolution
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
        count(case when contacts.outcome is not null or contacts.seconds_waited is not null then 1 end) as waits,
        count(
            case
                when contacts.reason is not null or contacts.is_avoidable is not null or contacts.is_resolved_first is not null
                    then 1
            end
        ) as reasons,
        false as is_approximate
    from contacts
    inner join touched_months
        on cast(date_trunc('month', contacts.activity_date) as date) = touched_months.activity_month
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
        count(contact_intervals.calls_offered) as waits,
        count(coalesce(contact_intervals.contacts_assessed, contact_intervals.contacts_with_outcome)) as reasons,
        bool_or(contact_intervals.is_approximate) as is_approximate
    from contact_intervals
    inner join touched_months
        on cast(date_trunc('month', contact_intervals.activity_date) as date) = touched_months.activity_month
    group by
        contact_intervals.activity_date, contact_intervals.source, contact_intervals.service,
        contact_intervals.channel, contact_intervals.grain
)

select * from of_contacts
union all
select * from of_intervals
