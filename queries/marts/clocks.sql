-- When did each clock start, and has it stopped?
-- grain:    one row per clock, started_date, stopped_date, stated_due_date, extension, is_unacknowledged, ending, service, queue,
--           channel, procedure, ward, source
--           first_reply: each written contact, where its source tells of replies in that channel;
--           completion: each case, and each contact without one that was promised or completed, where the source tells of it;
--           acknowledgement_1, response_1, acknowledgement_2, response_2: each stage of a complaint
with

replies as (
    select
        'first_reply' as clock,
        staged_contacts.activity_date as started_date,
        coalesce(
            staged_contacts.replied_date,
            case
                when staged_contacts.is_time_known
                    then cast(staged_contacts.started_local + to_seconds(staged_contacts.seconds_waited) as date)
            end,
            staged_contacts.completed_date
        ) as stopped_date,
        cast(null as date) as stated_due_date,
        staged_contacts.service,
        staged_contacts.queue,
        staged_contacts.channel,
        staged_contacts.ward,
        staged_contacts.source
    from staged_contacts
    inner join supplied
        on
            staged_contacts.source = supplied.source
            and staged_contacts.channel = supplied.channel
            and supplied.is_reply_supplied
    inner join case_days
        on
            staged_contacts.activity_date = case_days.activity_date
            and case_days.is_touched
    where staged_contacts.channel not in ('phone', 'chat', 'visit') and not staged_contacts.is_out_of_waits
),

telling_sources as (
    select distinct source
    from supplied
    where is_completion_supplied
),

completed_cases as (
    select
        'completion' as clock,
        cases.started_date,
        cases.completed_date as stopped_date,
        cases.promised_date as stated_due_date,
        cases.service,
        cases.queue,
        cases.channel,
        cases.ward,
        cases.source
    from cases
    inner join telling_sources
        on cases.source = telling_sources.source
    where cases.is_case
),

completed_contacts as (
    select
        'completion' as clock,
        staged_contacts.activity_date as started_date,
        staged_contacts.completed_date as stopped_date,
        staged_contacts.promised_date as stated_due_date,
        staged_contacts.service,
        staged_contacts.queue,
        staged_contacts.channel,
        staged_contacts.ward,
        staged_contacts.source
    from staged_contacts
    inner join case_days
        on staged_contacts.activity_date = case_days.activity_date
    where
        staged_contacts.case_id is null
        and (staged_contacts.completed_date is not null or staged_contacts.promised_date is not null)
        and not staged_contacts.is_out_of_reasons
),

started as (
    select * from replies
    union all
    select * from completed_cases
    union all
    select * from completed_contacts
),

every_clock as (
    select
        clock,
        started_date,
        stopped_date,
        stated_due_date,
        cast(null as bigint) as extension_working_days,
        false as is_unacknowledged,
        case when stopped_date is null then 'open' else 'stopped' end as ending,
        service,
        queue,
        channel,
        cast(null as varchar) as procedure,
        ward,
        source
    from started
    union all
    select
        clock,
        started_date,
        stopped_date,
        stated_due_date,
        extension_working_days,
        is_unacknowledged,
        ending,
        service,
        'unknown' as queue,
        channel,
        procedure,
        ward,
        source
    from complaint_clocks
)

select
    every_clock.*,
    count(*) as cases
from every_clock
inner join case_days
    on every_clock.started_date = case_days.activity_date
where every_clock.clock = 'completion' or case_days.is_touched
group by
    every_clock.clock, every_clock.started_date, every_clock.stopped_date, every_clock.stated_due_date,
    every_clock.extension_working_days, every_clock.is_unacknowledged, every_clock.ending, every_clock.service,
    every_clock.queue, every_clock.channel, every_clock.procedure, every_clock.ward, every_clock.source
