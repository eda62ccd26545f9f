-- Of the versions that stay, which is in force?
-- grain:    one row per version; a version older than the last withdrawal of its record is out
-- $kind, $load_id   the kind of record and the load taken back
with

last_withdrawals as (
    select
        source,
        record_key,
        max(load_id) as withdrawn_by
    from withdrawals
    where kind = $kind and load_id != $load_id
    group by source, record_key
),

marked as (
    select
        versions.*,
        last_withdrawals.withdrawn_by,
        coalesce(versions.load_id < last_withdrawals.withdrawn_by, false) as is_withdrawn
    from versions
    left join last_withdrawals
        on
            versions.source = last_withdrawals.source
            and versions.record_key = last_withdrawals.record_key
),

placed as (
    select
        *,
        row_number() over newest_first as place,
        first_value(load_id) over newest_first as winning_load
    from marked
    window newest_first as (
        partition by source, record_key
        order by is_withdrawn asc, updated_at desc nulls last, load_id desc
    )
)

select
    * exclude (withdrawn_by, place, winning_load),
    place = 1 and not is_withdrawn as is_in_force,
    case when is_withdrawn then withdrawn_by else winning_load end as superseded_by
from placed
