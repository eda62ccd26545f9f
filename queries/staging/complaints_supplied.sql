-- What does each source of complaints tell of at all?
-- grain:    one row per source
-- build:    table
select
    source,
    bool_or(coalesce(stage_1_responded_date, stage_2_responded_date) is not null) as is_answer_told,
    bool_or(resolved_early_date is not null) as is_early_told,
    bool_or(refused_date is not null) as is_refusal_told,
    bool_or(stage_2_opened_date is not null) as is_stage_2_told,
    bool_or(coalesce(stage_1_outcome, stage_2_outcome) is not null) as is_outcome_told,
    bool_or(withdrawn_date is not null) as is_withdrawal_told,
    bool_or(coalesce(remedy_pence, stage_1_remedy_pence, stage_2_remedy_pence) is not null) as is_remedy_told
from complaint_parts
group by source
