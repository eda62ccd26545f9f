-- Which sources say when a contact was answered and a request completed, by what was kept of it and by the newest loads?
-- grain:    one row per source and channel
-- build:    table
with

told as (
    select * from supplied
    union all
    select * from marts.supplied
)

select
    source,
    channel,
    bool_or(is_reply_supplied) as is_reply_supplied,
    bool_or(is_completion_supplied) as is_completion_supplied
from told
group by source, channel
