-- Which versions of the affected records does any other load still vouch for?
-- grain:    one row per version that stays; one the undone load brought belongs to the next load that brought it again
-- $kind, $load_id   the kind of record and the load taken back
with

every_version as (
    select * exclude (held_row)
    from held
    union all by name
    select * exclude (superseded_by, is_withdrawn, held_row)
    from set_aside
),

brought_again as (
    select
        source,
        record_hash,
        min(load_id) as load_id
    from repeats
    where kind = $kind and load_id != $load_id
    group by source, record_hash
)

select
    every_version.* exclude (load_id),
    case when every_version.load_id = $load_id then brought_again.load_id else every_version.load_id end as load_id
from every_version
inner join affected
    on
        every_version.source = affected.source
        and every_version.record_key = affected.record_key
left join brought_again
    on
        every_version.source = brought_again.source
        and every_version.record_hash = brought_again.record_hash
where every_version.load_id != $load_id or brought_again.load_id is not null
