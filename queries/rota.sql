-- How many people are on duty in each half-hour?
-- grain:    one row per activity_date, half_hour, service ('all': a team that takes every service), queue and channel; on a day
--           with any row a half-hour without one has nobody on duty, on a day without any the rota is not known
-- returns:  frontdoor.schema.questions.ROTA
-- from:     rota_by_half_hour
-- $from_date, $to_date   local dates, both inclusive
select
    activity_date,
    half_hour,
    service,
    queue,
    channel,
    agents,
    hours
from counts
where activity_date between $from_date and $to_date
order by activity_date, half_hour, service, queue, channel
