-- How many people got in touch, and how many of them by a channel that was digital on the day?
-- grain:    one row per period_start, service, channel and value; service or channel is 'all' where it is not told apart
-- returns:  frontdoor.schema.questions.CONTACTS_ONLINE
-- from:     contacts_by_attribute, contacts_by_day
-- $from_date, $to_date   local dates, both inclusive
-- $grain                 day, week, month, quarter or year
-- $digital_channels      list of (channel, from_date, before_date), one in force at a time; a null before_date is still so
-- $by_service            whether to tell services apart
-- $by_channel            whether to tell channels apart
with

digital as (
    select unnest(
        cast($digital_channels as struct(channel varchar, from_date date, before_date date)[]), recursive := true
    )
),

judged as (
    select
        counts.activity_date,
        counts.service,
        counts.channel,
        counts.value,
        counts.contacts,
        case when digital.channel is not null then counts.contacts else 0 * counts.contacts end as digital_contacts
    from counts
    left join digital
        on
            counts.channel = digital.channel
            and counts.activity_date >= digital.from_date
            and counts.activity_date < coalesce(digital.before_date, date '9999-12-31')
    where counts.activity_date between $from_date and $to_date
)

select
    period_of(activity_date, $grain) as period_start,
    case when $by_service then service else 'all' end as service,
    case when $by_channel then channel else 'all' end as channel,
    value,
    cast(sum(contacts) as bigint) as contacts,
    cast(sum(digital_contacts) as bigint) as digital_contacts
from judged
group by
    period_start, case when $by_service then service else 'all' end, case when $by_channel then channel else 'all' end, value
order by period_start, service, channel, value
