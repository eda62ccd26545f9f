-- What happened in each half-hour?
-- grain:    one row per activity_date, half_hour, service, queue and channel
select * exclude (is_monthly)
from half_hour_counts
where half_hour is not null and not is_monthly
