-- What is each arriving row to the records held of its source?
-- grain:    one row per arriving row: new, unchanged, corrected (it wins: later version, or the same from a later load) or older
select
    arriving.record_key,
    arriving.record_hash,
    held.held_row,
    case
        when held.record_key is null then 'new'
        when held.record_hash = arriving.record_hash then 'unchanged'
        when arriving.updated_at is null and held.updated_at is null then 'corrected'
        when held.updated_at is null or arriving.updated_at >= held.updated_at then 'corrected'
        else 'older'
    end as finding
from arriving
left join held
    on arriving.record_key = held.record_key
