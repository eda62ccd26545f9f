-- Until when does each source's delivery speak?
-- grain:    one row per source
select sources.*
from sources
