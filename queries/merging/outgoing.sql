-- Which held rows go out of force, and were they left out or replaced?
-- grain:    one row per held row replaced or withdrawn
with

leaving as (
    select
        held_row,
        false as is_withdrawn
    from compared
    where finding = 'corrected'
    union all
    select
        held_row,
        true as is_withdrawn
    from withdrawn
)

select
    held.*,
    leaving.is_withdrawn
from held
inner join leaving
    on held.held_row = leaving.held_row
