-- What became of each complaint, all its records put together?
-- grain:    one row per source and complaint_id that counts, of which anything happened from the first to the last touched day
--           a description is the last one known, the channel the first; each date the earliest told, the outcome the last;
--           stage 1 opened on the day of receipt where nobody says when, unless the case was settled before or skipped to stage 2
-- build:    table
with

span as (
    select
        min(activity_date) as first_date,
        max(activity_date) as last_date
    from month_days
),

reached as (
    select distinct
        complaint_parts.source,
        complaint_parts.complaint_id
    from complaint_parts
    cross join span
    where
        least(
            complaint_parts.part_date,
            complaint_parts.resolved_early_date,
            complaint_parts.refused_date,
            complaint_parts.withdrawn_date,
            complaint_parts.stage_1_opened_date,
            complaint_parts.stage_1_acknowledged_date,
            complaint_parts.stage_1_responded_date,
            complaint_parts.stage_2_opened_date,
            complaint_parts.stage_2_acknowledged_date,
            complaint_parts.stage_2_responded_date
        ) <= span.last_date
        and greatest(
            complaint_parts.part_date,
            complaint_parts.resolved_early_date,
            complaint_parts.refused_date,
            complaint_parts.withdrawn_date,
            complaint_parts.stage_1_opened_date,
            complaint_parts.stage_1_acknowledged_date,
            complaint_parts.stage_1_responded_date,
            complaint_parts.stage_2_opened_date,
            complaint_parts.stage_2_acknowledged_date,
            complaint_parts.stage_2_responded_date
        ) >= span.first_date
),

parts_reached as (
    select complaint_parts.*
    from complaint_parts
    inner join reached
        on
            complaint_parts.source = reached.source
            and complaint_parts.complaint_id = reached.complaint_id
),

parts_in_order as (
    select
        *,
        row_number() over (partition by source, complaint_id order by part_date, part_key) as place
    from parts_reached
),

folded as (
    select
        source,
        complaint_id,
        coalesce(arg_max(procedure, place) filter (where procedure != 'unknown'), 'unknown') as procedure,
        coalesce(arg_max(service, place) filter (where service != 'unknown'), 'unknown') as service,
        arg_min(channel, place) as channel,
        coalesce(arg_max(ward, place) filter (where ward != 'unknown'), 'unknown') as ward,
        coalesce(arg_max(reason, place) filter (where reason != 'unknown'), 'unknown') as reason,
        coalesce(arg_max(customer_type, place) filter (where customer_type != 'unknown'), 'unknown') as customer_type,
        coalesce(min(received_date), min(part_date)) as received_date,
        min(resolved_early_date) as resolved_early_date,
        min(refused_date) as refused_date,
        min(withdrawn_date) as withdrawn_date,
        min(stage_1_opened_date) as stage_1_told_opened_date,
        min(stage_1_acknowledged_date) as stage_1_acknowledged_date,
        arg_max(stage_1_stated_due_date, place) as stage_1_stated_due_date,
        cast(sum(stage_1_extension_working_days) as bigint) as stage_1_extension_working_days,
        min(stage_1_responded_date) as stage_1_responded_date,
        arg_max(stage_1_outcome, place) as stage_1_outcome,
        cast(sum(stage_1_remedy_pence) as bigint) as stage_1_remedy_pence,
        min(stage_2_opened_date) as stage_2_told_opened_date,
        min(stage_2_acknowledged_date) as stage_2_acknowledged_date,
        arg_max(stage_2_stated_due_date, place) as stage_2_stated_due_date,
        cast(sum(stage_2_extension_working_days) as bigint) as stage_2_extension_working_days,
        min(stage_2_responded_date) as stage_2_responded_date,
        arg_max(stage_2_outcome, place) as stage_2_outcome,
        cast(sum(stage_2_remedy_pence) as bigint) as stage_2_remedy_pence,
        cast(sum(remedy_pence) as bigint) as remedy_pence
    from parts_in_order
    group by source, complaint_id
),

opened as (
    select
        * exclude (stage_1_told_opened_date, stage_2_told_opened_date),
        coalesce(
            stage_1_told_opened_date,
            case
                when coalesce(stage_1_acknowledged_date, stage_1_responded_date) is not null then received_date
                when
                    coalesce(
                        resolved_early_date, refused_date, stage_2_told_opened_date, stage_2_acknowledged_date, stage_2_responded_date
                    ) is null
                    then received_date
            end
        ) as stage_1_opened_date,
        stage_2_told_opened_date as stage_2_opened_date
    from folded
),

named as (
    select
        opened.source,
        opened.complaint_id,
        arg_max(sources_of_record.source, sources_of_record.precedence) as named_source
    from opened
    inner join sources_of_record
        on
            (sources_of_record.family is null or sources_of_record.family = 'complaints')
            and (sources_of_record.service is null or opened.service = sources_of_record.service)
            and (sources_of_record.channel is null or opened.channel = sources_of_record.channel)
            and (sources_of_record.from_date is null or opened.received_date >= sources_of_record.from_date)
            and (sources_of_record.before_date is null or opened.received_date < sources_of_record.before_date)
    inner join complaints_supplied
        on sources_of_record.source = complaints_supplied.source
    group by opened.source, opened.complaint_id
)

select opened.*
from opened
left join named
    on
        opened.source = named.source
        and opened.complaint_id = named.complaint_id
where named.named_source is null or named.named_source = opened.source
