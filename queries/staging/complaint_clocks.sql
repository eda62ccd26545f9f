-- When did the two clocks of each stage of each complaint start, and what stopped them?
-- grain:    one row per stage and clock; an answer stops both; a case withdrawn, refused or put right early ends as withdrawn
-- build:    view
with

stages as (
    select
        '1' as stage,
        source,
        procedure,
        service,
        channel,
        ward,
        stage_1_opened_date as opened_date,
        stage_1_acknowledged_date as acknowledged_date,
        stage_1_responded_date as responded_date,
        stage_1_stated_due_date as stated_due_date,
        stage_1_extension_working_days as extension_working_days,
        least(
            case when withdrawn_date >= stage_1_opened_date then withdrawn_date end,
            case when refused_date >= stage_1_opened_date then refused_date end,
            case when resolved_early_date >= stage_1_opened_date then resolved_early_date end
        ) as left_date
    from staged_complaints
    where stage_1_opened_date is not null
    union all
    select
        '2' as stage,
        source,
        procedure,
        service,
        channel,
        ward,
        stage_2_opened_date as opened_date,
        stage_2_acknowledged_date as acknowledged_date,
        stage_2_responded_date as responded_date,
        stage_2_stated_due_date as stated_due_date,
        stage_2_extension_working_days as extension_working_days,
        least(
            case when withdrawn_date >= stage_2_opened_date then withdrawn_date end,
            case when refused_date >= stage_2_opened_date then refused_date end,
            case when resolved_early_date >= stage_2_opened_date then resolved_early_date end
        ) as left_date
    from staged_complaints
    where stage_2_opened_date is not null
),

in_order as (
    select
        * exclude (acknowledged_date),
        case
            when acknowledged_date <= coalesce(least(responded_date, left_date), acknowledged_date) then acknowledged_date
        end as acknowledged_date
    from stages
),

acknowledgements as (
    select
        * exclude (stated_due_date, extension_working_days),
        'acknowledgement_' || stage as clock,
        opened_date as started_date,
        coalesce(acknowledged_date, responded_date) as done_date,
        cast(null as date) as stated_due_date,
        cast(null as bigint) as extension_working_days,
        false as is_unacknowledged
    from in_order
),

responses as (
    select
        *,
        'response_' || stage as clock,
        coalesce(acknowledged_date, opened_date) as started_date,
        responded_date as done_date,
        acknowledged_date is null as is_unacknowledged
    from in_order
),

both_clocks as (
    select * from acknowledgements
    union all by name
    select * from responses
)

select
    clock,
    started_date,
    coalesce(least(done_date, left_date), done_date, left_date) as stopped_date,
    stated_due_date,
    extension_working_days,
    is_unacknowledged,
    case
        when done_date <= coalesce(left_date, done_date) then 'stopped'
        when left_date is not null then 'withdrawn'
        else 'open'
    end as ending,
    service,
    channel,
    procedure,
    ward,
    source
from both_clocks
