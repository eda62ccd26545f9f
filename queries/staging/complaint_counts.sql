-- What does each event of a complaint count as, and on which day?
-- grain:    one row per event on a touched day; 0 where its source tells of such events at all, null where it never does
-- build:    view
with

happened as (
    select
        *,
        'received' as event,
        0 as stage,
        received_date as activity_date,
        cast(null as varchar) as outcome,
        1 as amount
    from staged_complaints
    union all
    select
        *,
        'resolved_early' as event,
        0 as stage,
        resolved_early_date as activity_date,
        cast(null as varchar) as outcome,
        1 as amount
    from staged_complaints
    union all
    select
        *,
        'refused' as event,
        0 as stage,
        refused_date as activity_date,
        cast(null as varchar) as outcome,
        1 as amount
    from staged_complaints
    union all
    select
        *,
        'withdrawn' as event,
        0 as stage,
        withdrawn_date as activity_date,
        cast(null as varchar) as outcome,
        1 as amount
    from staged_complaints
    union all
    select
        *,
        'escalated' as event,
        1 as stage,
        stage_2_opened_date as activity_date,
        cast(null as varchar) as outcome,
        1 as amount
    from staged_complaints
    where stage_1_opened_date is not null
    union all
    select
        *,
        'opened' as event,
        1 as stage,
        stage_1_opened_date as activity_date,
        cast(null as varchar) as outcome,
        1 as amount
    from staged_complaints
    union all
    select
        *,
        'answered' as event,
        1 as stage,
        stage_1_responded_date as activity_date,
        stage_1_outcome as outcome,
        1 as amount
    from staged_complaints
    union all
    select
        *,
        'paid' as event,
        1 as stage,
        coalesce(stage_1_responded_date, stage_1_opened_date, received_date) as activity_date,
        cast(null as varchar) as outcome,
        stage_1_remedy_pence as amount
    from staged_complaints
    where stage_1_remedy_pence is not null
    union all
    select
        *,
        'opened' as event,
        2 as stage,
        stage_2_opened_date as activity_date,
        cast(null as varchar) as outcome,
        1 as amount
    from staged_complaints
    union all
    select
        *,
        'answered' as event,
        2 as stage,
        stage_2_responded_date as activity_date,
        stage_2_outcome as outcome,
        1 as amount
    from staged_complaints
    union all
    select
        *,
        'paid' as event,
        2 as stage,
        coalesce(stage_2_responded_date, stage_2_opened_date, received_date) as activity_date,
        cast(null as varchar) as outcome,
        stage_2_remedy_pence as amount
    from staged_complaints
    where stage_2_remedy_pence is not null
    union all
    select
        *,
        'paid' as event,
        case
            when stage_2_responded_date is not null then 2
            when stage_1_responded_date is not null then 1
            when stage_2_opened_date is not null then 2
            when stage_1_opened_date is not null then 1
            else 0
        end as stage,
        coalesce(stage_2_responded_date, stage_1_responded_date, stage_2_opened_date, stage_1_opened_date, received_date) as activity_date,
        cast(null as varchar) as outcome,
        remedy_pence as amount
    from staged_complaints
    where remedy_pence is not null
)

select
    month_days.activity_month,
    happened.activity_date,
    happened.source,
    happened.service,
    happened.channel,
    happened.ward,
    happened.reason,
    happened.customer_type,
    happened.procedure,
    happened.stage,
    case when happened.event = 'received' then happened.amount else 0 end as received,
    case
        when complaints_supplied.is_early_told
            then case when happened.event = 'resolved_early' then happened.amount else 0 end
    end as resolved_early,
    case
        when complaints_supplied.is_refusal_told
            then case when happened.event = 'refused' then happened.amount else 0 end
    end as refused,
    case when happened.event = 'opened' then happened.amount else 0 end as opened,
    case
        when complaints_supplied.is_answer_told
            then case when happened.event = 'answered' then happened.amount else 0 end
    end as answered,
    case
        when complaints_supplied.is_stage_2_told
            then case when happened.event = 'escalated' then happened.amount else 0 end
    end as escalated,
    case
        when complaints_supplied.is_outcome_told
            then case when happened.event = 'answered' and happened.outcome is not null then happened.amount else 0 end
    end as decided,
    case
        when complaints_supplied.is_outcome_told
            then case when happened.event = 'answered' and happened.outcome = 'upheld' then happened.amount else 0 end
    end as upheld,
    case
        when complaints_supplied.is_outcome_told
            then case when happened.event = 'answered' and happened.outcome = 'partly_upheld' then happened.amount else 0 end
    end as partly_upheld,
    case
        when complaints_supplied.is_outcome_told
            then case when happened.event = 'answered' and happened.outcome = 'not_upheld' then happened.amount else 0 end
    end as not_upheld,
    case
        when complaints_supplied.is_withdrawal_told
            then case when happened.event = 'withdrawn' then happened.amount else 0 end
    end as withdrawn,
    case
        when complaints_supplied.is_remedy_told
            then case when happened.event = 'paid' then happened.amount else 0 end
    end as remedy_pence
from happened
inner join month_days
    on happened.activity_date = month_days.activity_date
inner join complaints_supplied
    on happened.source = complaints_supplied.source
