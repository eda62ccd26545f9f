-- What happened each month, whole and by one attribute at a time?
-- grain:    one row per activity_month, attribute, value, service and channel; attribute `all` has value 'all'
--           by attribute, what is known of waiting is left out: who gives up leaves no ward, so it would flatter
with

whole as (
    select
        cast(date_trunc('month', activity_date) as date) as activity_month,
        'all' as attribute,
        'all' as value,
        service,
        channel,
        cast(sum(columns('^(contacts|calls|seconds|avoidable|linked|requests|survey)')) as bigint),
        max(longest_wait_seconds) as longest_wait_seconds
    from half_hour_counts
    group by cast(date_trunc('month', activity_date) as date), service, channel
)

select * from whole
union all by name
select * from attribute_counts
