-- What is each transferred conversation, as the one contact it was to the customer?
-- grain:    one row per source and conversation_id: placed and dated by its first row, answered if any row was,
--           waiting until that answer (or the end), handled for as long as all its rows together;
--           looked for on their days first, because a few columns of every record and all of those days are quicker to read
-- build:    table
with

on_their_days as (
    select distinct
        contacts.source,
        contacts.conversation_id,
        contacts.activity_date
    from contacts
    inner join joined_conversations
        on
            contacts.source = joined_conversations.source
            and contacts.conversation_id = joined_conversations.conversation_id
),

conversation_rows as (
    select
        contacts.*,
        row_number() over (
            partition by contacts.source, contacts.conversation_id
            order by contacts.started_local, contacts.contact_id
        ) as place
    from contacts
    inner join on_their_days
        on
            contacts.activity_date = on_their_days.activity_date
            and contacts.source = on_their_days.source
            and contacts.conversation_id = on_their_days.conversation_id
    where contacts.is_customer_contact
),

answers as (
    select
        source,
        conversation_id,
        max(place) as last_place,
        min(case when outcome = 'answered' then place end) as answered_place
    from conversation_rows
    group by source, conversation_id
),

placed_rows as (
    select
        conversation_rows.*,
        answers.answered_place,
        coalesce(answers.answered_place, answers.last_place) as end_place
    from conversation_rows
    inner join answers
        on
            conversation_rows.source = answers.source
            and conversation_rows.conversation_id = answers.conversation_id
)

select
    source,
    arg_min(contact_id, place) as contact_id,
    min(started_at) as started_at,
    min(started_local) as started_local,
    arg_min(is_time_known, place) as is_time_known,
    min(activity_date) as activity_date,
    arg_min(service, place) as service,
    arg_min(queue, place) as queue,
    arg_min(channel, place) as channel,
    arg_min(ward, place) as ward,
    arg_min(reason, place) as reason,
    arg_min(customer_type, place) as customer_type,
    arg_min(age_band, place) as age_band,
    arg_min(access_need, place) as access_need,
    arg_min(language, place) as language,
    arg_min(tenure, place) as tenure,
    arg_min(assistance, place) as assistance,
    arg_min(adjustment, place) as adjustment,
    arg_min(customer, place) as customer,
    arg_min(case_id, place) as case_id,
    arg_min(outcome, place) filter (where place = end_place) as outcome,
    case
        when count(*) filter (where place <= end_place) = count(seconds_waited) filter (where place <= end_place)
            then cast(sum(seconds_waited) filter (where place <= end_place) as bigint)
    end as seconds_waited,
    cast(sum(seconds_handled) as bigint) as seconds_handled,
    arg_max(is_resolved_first, place) as is_resolved_first,
    arg_min(is_avoidable, place) as is_avoidable,
    cast(greatest(sum(transfers), count(*) - 1) as bigint) as transfers,
    bool_or(is_survey_invited) as is_survey_invited,
    min(replied_at) as replied_at,
    min(replied_date) as replied_date,
    max(completed_date) as completed_date,
    arg_min(promised_date, place) as promised_date
from placed_rows
group by source, conversation_id
