-- The same, laid by: what is read several times, or added to from another source.
-- grain:    one row per record
-- build:    table
select *
from contacts_in_reach
