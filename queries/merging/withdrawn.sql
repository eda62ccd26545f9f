-- Which held rows does a snapshot that speaks for their dates no longer have?
-- grain:    one row per held row withdrawn
-- $from_date, $to_date   the local dates the snapshot speaks for, both inclusive
select
    held.record_key,
    held.held_row
from held
where
    held.dated between cast($from_date as date) and cast($to_date as date)
    and not exists (
        select arriving.record_key
        from arriving
        where arriving.record_key = held.record_key
    )
