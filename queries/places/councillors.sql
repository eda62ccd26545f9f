-- Who are the councillors?
-- grain:    one row per councillor, by ward and name
-- returns:  frontdoor.schema.places.COUNCILLORS
select
    councillor_id,
    ward,
    name,
    party,
    email,
    telephone,
    link
from councillors
order by ward, name
