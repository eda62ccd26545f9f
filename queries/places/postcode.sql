-- Which ward is a postcode in?
-- grain:    one row, or none where the table does not have it
-- returns:  frontdoor.schema.places.POSTCODES
-- $postcode   in capitals, without a space
select
    postcode,
    ward_code,
    area_code,
    terminated_month
from postcodes
where postcode = $postcode
