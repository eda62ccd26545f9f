-- Which versions already kept did this delivery bring again?
-- grain:    one row per version, so that undoing the load that brought it first does not lose it
select compared.record_hash
from compared
where
    compared.finding in ('unchanged', 'older')
    and not exists (
        select older.record_key
        from older
        where older.record_key = compared.record_key
    )
