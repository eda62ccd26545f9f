-- Which records did a load bring, change or withdraw?
-- grain:    one row per source and record_key
-- $kind, $load_id   the kind of record and the load taken back
select
    source,
    record_key
from held
where load_id = $load_id
union
select
    source,
    record_key
from set_aside
where load_id = $load_id
union
select
    source,
    record_key
from withdrawals
where load_id = $load_id and kind = $kind
