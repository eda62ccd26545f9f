-- What does each record tell of its complaint, whether it is a whole case, one stage or one event?
-- grain:    one row per record of the three kinds, in the columns of a case; an event of a stage that names none is of stage 1
-- build:    view
with

of_cases as (
    select
        source,
        complaint_id,
        complaint_id as part_key,
        activity_date as part_date,
        procedure,
        service,
        channel,
        ward,
        reason,
        customer_type,
        activity_date as received_date,
        resolved_early_date,
        refused_date,
        withdrawn_date,
        stage_1_opened_date,
        stage_1_acknowledged_date,
        stage_1_stated_due_date,
        stage_1_extension_working_days,
        stage_1_responded_date,
        stage_1_outcome,
        stage_2_opened_date,
        stage_2_acknowledged_date,
        stage_2_stated_due_date,
        stage_2_extension_working_days,
        stage_2_responded_date,
        stage_2_outcome,
        remedy_pence,
        cast(null as bigint) as stage_1_remedy_pence,
        cast(null as bigint) as stage_2_remedy_pence
    from complaints
),

of_stages as (
    select
        source,
        complaint_id,
        stage_id as part_key,
        activity_date as part_date,
        procedure,
        service,
        channel,
        ward,
        reason,
        customer_type,
        case when stage = 0 then activity_date end as received_date,
        case when stage = 0 and refused_date is null then responded_date end as resolved_early_date,
        refused_date,
        withdrawn_date,
        case when stage = 1 then activity_date end as stage_1_opened_date,
        case when stage = 1 then acknowledged_date end as stage_1_acknowledged_date,
        case when stage = 1 then stated_due_date end as stage_1_stated_due_date,
        case when stage = 1 then extension_working_days end as stage_1_extension_working_days,
        case when stage = 1 then responded_date end as stage_1_responded_date,
        case when stage = 1 then outcome end as stage_1_outcome,
        case when stage = 2 then activity_date end as stage_2_opened_date,
        case when stage = 2 then acknowledged_date end as stage_2_acknowledged_date,
        case when stage = 2 then stated_due_date end as stage_2_stated_due_date,
        case when stage = 2 then extension_working_days end as stage_2_extension_working_days,
        case when stage = 2 then responded_date end as stage_2_responded_date,
        case when stage = 2 then outcome end as stage_2_outcome,
        case when stage = 0 then remedy_pence end as remedy_pence,
        case when stage = 1 then remedy_pence end as stage_1_remedy_pence,
        case when stage = 2 then remedy_pence end as stage_2_remedy_pence
    from complaint_stages
),

placed_events as (
    select
        *,
        case
            when event in ('received', 'resolved_early', 'refused', 'withdrawn') then 0
            else coalesce(stage, 1)
        end as of_stage
    from complaint_events
),

of_events as (
    select
        source,
        complaint_id,
        event_id as part_key,
        activity_date as part_date,
        procedure,
        service,
        channel,
        ward,
        reason,
        customer_type,
        case when event = 'received' then activity_date end as received_date,
        case when event = 'resolved_early' then activity_date end as resolved_early_date,
        case when event = 'refused' then activity_date end as refused_date,
        case when event = 'withdrawn' then activity_date end as withdrawn_date,
        case when event = 'opened' and of_stage = 1 then activity_date end as stage_1_opened_date,
        case when event = 'acknowledged' and of_stage = 1 then activity_date end as stage_1_acknowledged_date,
        case when of_stage = 1 then stated_due_date end as stage_1_stated_due_date,
        case when event = 'extended' and of_stage = 1 then extension_working_days end as stage_1_extension_working_days,
        case when event = 'responded' and of_stage = 1 then activity_date end as stage_1_responded_date,
        case when event = 'responded' and of_stage = 1 then outcome end as stage_1_outcome,
        case when event = 'opened' and of_stage = 2 then activity_date end as stage_2_opened_date,
        case when event = 'acknowledged' and of_stage = 2 then activity_date end as stage_2_acknowledged_date,
        case when of_stage = 2 then stated_due_date end as stage_2_stated_due_date,
        case when event = 'extended' and of_stage = 2 then extension_working_days end as stage_2_extension_working_days,
        case when event = 'responded' and of_stage = 2 then activity_date end as stage_2_responded_date,
        case when event = 'responded' and of_stage = 2 then outcome end as stage_2_outcome,
        case when of_stage not in (1, 2) then remedy_pence end as remedy_pence,
        case when of_stage = 1 then remedy_pence end as stage_1_remedy_pence,
        case when of_stage = 2 then remedy_pence end as stage_2_remedy_pence
    from placed_events
)

select * from of_cases
union all by name
select * from of_stages
union all by name
select * from of_events
