-- Which wards do the postcodes in use lie in that begin so?
-- grain:    one row per ward_code and area_code, most postcodes first
-- returns:  frontdoor.schema.places.BEGINNINGS
-- $first, $before   in capitals, without a space: the beginning, and the same followed by a letter beyond any
select
    ward_code,
    area_code,
    cast(count(*) as bigint) as postcodes,
    min(postcode) as example
from postcodes
where
    postcode >= $first
    and postcode < $before
    and terminated_month is null
group by ward_code, area_code
order by postcodes desc, ward_code asc, area_code asc
