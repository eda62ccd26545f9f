-- When did the same customer next get in touch about the same service?
-- grain:    one row per activity_date of the first contact, gap_days 0-90, service, queue, channel and next_channel
with

linked_contacts as (
    select
        staged_contacts.activity_date,
        staged_contacts.service,
        staged_contacts.queue,
        staged_contacts.channel,
        staged_contacts.customer,
        staged_contacts.started_local,
        staged_contacts.source,
        staged_contacts.contact_id
    from staged_contacts
    where staged_contacts.customer is not null and not staged_contacts.is_out_of_volume
),

with_their_next as (
    select
        activity_date,
        service,
        queue,
        channel,
        lead(activity_date) over by_customer as next_date,
        lead(channel) over by_customer as next_channel
    from linked_contacts
    window by_customer as (
        partition by customer, service
        order by started_local, source, contact_id
    )
),

gaps as (
    select
        activity_date,
        cast(next_date - activity_date as bigint) as gap_days,
        service,
        queue,
        channel,
        next_channel
    from with_their_next
    where next_date is not null
)

select
    gaps.activity_date,
    gaps.gap_days,
    gaps.service,
    gaps.queue,
    gaps.channel,
    gaps.next_channel,
    count(*) as contacts
from gaps
inner join follow_up_days
    on gaps.activity_date = follow_up_days.activity_date
where gaps.gap_days <= 90
group by gaps.activity_date, gaps.gap_days, gaps.service, gaps.queue, gaps.channel, gaps.next_channel
