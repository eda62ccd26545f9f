-- The same, laid by: what is added to from another source.
-- grain:    one row per record
-- build:    table
select *
from contacts_in_reach
