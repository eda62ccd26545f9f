-- Which wards are there, and what is the outline of each?
-- grain:    one row per ward, by name
-- returns:  frontdoor.schema.places.WARD_BOUNDARIES
select
    ward_id,
    ward_code,
    ward_name,
    area_code,
    outline
from ward_boundaries
order by ward_name, ward_id
