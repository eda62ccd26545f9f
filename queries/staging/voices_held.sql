-- Which sources hold complaints, and which surveys does each hold?
-- grain:    one row per source, family and survey (null for complaints); a source named for what it does not hold pushes out none
-- build:    table
select
    source,
    'complaints' as family,
    cast(null as varchar) as survey
from complaints_supplied
union all
select distinct
    source,
    'surveys' as family,
    survey
from survey_responses
