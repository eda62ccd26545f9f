-- What does a postcode look like that is in use?
-- grain:    one row, none where the table has none in use
-- returns:  frontdoor.schema.places.POSTCODES
select postcode
from postcodes
where terminated_month is null
order by postcode
limit 1
