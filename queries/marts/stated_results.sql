-- What did a source or provider itself state, for which stretch of time?
-- grain:    one row per stated figure
select
    from_date,
    to_date,
    source,
    service,
    channel,
    provider,
    measure,
    numerator,
    denominator,
    value,
    value_text,
    evidence,
    within_seconds
from stated_results
