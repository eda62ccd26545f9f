-- Which attributes does each source give, by what was kept of it and by what the newest loads tell?
-- grain:    one row per source, the attributes in the order of their names
-- build:    table
with

told as (
    select
        source,
        unnest(attributes) as attribute
    from given
    union
    select
        source,
        unnest(attributes) as attribute
    from marts.given
),

every_source as (
    select source from given
    union
    select source from marts.given
)

select
    every_source.source,
    coalesce(list_sort(list(told.attribute) filter (where told.attribute is not null)), []) as attributes
from every_source
left join told
    on every_source.source = told.source
group by every_source.source
