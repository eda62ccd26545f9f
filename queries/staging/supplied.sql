-- Which sources say when a contact was answered, when a request was completed and what was promised, by channel?
-- grain:    one row per source and channel
-- build:    table
select
    source,
    channel,
    bool_or(replied_at is not null or replied_date is not null or (channel not in ('phone', 'chat', 'visit') and seconds_waited is not null))
        as is_reply_supplied,
    bool_or(completed_date is not null or promised_date is not null) as is_completion_supplied
from contacts_told
where is_customer_contact
group by source, channel
