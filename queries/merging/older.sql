-- Which arriving rows are older than what is held, and not yet set aside?
-- grain:    one row per older version never seen before
select arriving.*
from arriving
inner join compared
    on arriving.record_key = compared.record_key
where
    compared.finding = 'older'
    and not exists (
        select set_aside.record_key
        from set_aside
        where
            set_aside.source = arriving.source
            and set_aside.record_key = arriving.record_key
            and set_aside.record_hash = arriving.record_hash
    )
