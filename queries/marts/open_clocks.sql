-- Which clocks of complaints are still running?
-- grain:    that of clocks; no row has been stopped
select clocks.*
from marts.clocks as clocks
inner join case_days
    on clocks.started_date = case_days.activity_date
where clocks.stopped_date is null and clocks.clock not in ('first_reply', 'completion')
