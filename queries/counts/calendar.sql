-- Which days are working days?
-- grain:    one row per activity_date
select calendar.*
from calendar
