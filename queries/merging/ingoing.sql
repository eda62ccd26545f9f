-- Which arriving rows come into force?
-- grain:    one row per new or corrected record
select arriving.*
from arriving
inner join compared
    on arriving.record_key = compared.record_key
where compared.finding in ('new', 'corrected')
