-- What does each event count as? The one place a new count is added.
-- grain:    one row per contact, interval row or completed request; a count nobody supplied is null, never 0
-- build:    view
with

counted_contacts as (
    select
        *,
        channel in ('phone', 'chat', 'visit') and outcome is not null and not is_out_of_waits as is_call
    from staged_contacts
),

contacts_counted as (
    select
        'contact' as resolution,
        source,
        activity_date,
        case when is_time_known then hour(started_local) * 2 + minute(started_local) // 30 end as half_hour,
        service,
        queue,
        channel,
        ward,
        reason,
        customer_type,
        age_band,
        access_need,
        language,
        tenure,
        assistance,
        adjustment,
        is_out_of_volume,
        is_out_of_reasons,
        case when not is_out_of_volume then 1 end as contacts,
        case when is_call then 1 end as calls_offered,
        case when is_call then cast(outcome = 'answered' as bigint) end as calls_answered,
        case when is_call then cast(outcome = 'abandoned' as bigint) end as calls_abandoned,
        case when is_call then cast(outcome = 'called_back' as bigint) end as calls_called_back,
        case when is_call then cast(outcome not in ('answered', 'abandoned', 'called_back') as bigint) end as calls_other,
        case when is_call and outcome = 'answered' and seconds_waited is not null then 1 end as calls_with_wait,
        case when is_call and outcome = 'answered' then seconds_waited end as seconds_to_answer,
        case when not is_out_of_waits and seconds_handled is not null then 1 end as contacts_with_handling_time,
        case when not is_out_of_waits then seconds_handled end as seconds_handled,
        case when not is_out_of_reasons and is_avoidable is not null then 1 end as contacts_assessed,
        case when not is_out_of_reasons then cast(is_avoidable as bigint) end as avoidable_contacts,
        case when not is_out_of_reasons and is_resolved_first is not null then 1 end as contacts_with_outcome,
        case when not is_out_of_reasons then cast(is_resolved_first as bigint) end as contacts_resolved_first,
        case when not is_out_of_volume and customer is not null then 1 end as linked_contacts,
        null as requests_resolved,
        null as contacts_on_resolved_requests,
        case when not is_out_of_reasons then cast(is_survey_invited as bigint) end as survey_invitations,
        case when is_call then seconds_waited end as longest_wait_seconds
    from counted_contacts
),

intervals_counted as (
    select
        grain as resolution,
        source,
        activity_date,
        case when grain = 'half_hour' then hour(started_local) * 2 + minute(started_local) // 30 end as half_hour,
        service,
        queue,
        channel,
        null as ward,
        null as reason,
        null as customer_type,
        null as age_band,
        null as access_need,
        null as language,
        null as tenure,
        null as assistance,
        null as adjustment,
        is_out_of_volume,
        is_out_of_reasons,
        case when not is_out_of_volume then coalesce(contacts, calls_offered) end as contacts,
        case when not is_out_of_waits then calls_offered end as calls_offered,
        case when not is_out_of_waits then calls_answered end as calls_answered,
        case when not is_out_of_waits then calls_abandoned end as calls_abandoned,
        case when not is_out_of_waits then calls_called_back end as calls_called_back,
        case
            when not is_out_of_waits
                then calls_offered - calls_answered - calls_abandoned - coalesce(calls_called_back, 0)
        end as calls_other,
        case when not is_out_of_waits and seconds_to_answer is not null then coalesce(calls_with_wait, calls_answered) end
            as calls_with_wait,
        case when not is_out_of_waits then seconds_to_answer end as seconds_to_answer,
        case when not is_out_of_waits then contacts_with_handling_time end as contacts_with_handling_time,
        case when not is_out_of_waits then seconds_handled end as seconds_handled,
        case when not is_out_of_reasons then contacts_assessed end as contacts_assessed,
        case when not is_out_of_reasons then avoidable_contacts end as avoidable_contacts,
        case when not is_out_of_reasons then contacts_with_outcome end as contacts_with_outcome,
        case when not is_out_of_reasons then contacts_resolved_first end as contacts_resolved_first,
        null as linked_contacts,
        null as requests_resolved,
        null as contacts_on_resolved_requests,
        null as survey_invitations,
        case when not is_out_of_waits then longest_wait_seconds end as longest_wait_seconds
    from staged_intervals
)

select * from contacts_counted
union all by name
select * from intervals_counted
union all by name
select * from resolved_requests
