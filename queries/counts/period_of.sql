-- On which day does the period that holds `on_date` start? A year is a financial year, from 1 April; a week starts on Monday.
-- grain:    a macro: one date for each date
create or replace temporary macro period_of(on_date, grain) as
case
    when grain = 'day' then on_date
    when grain = 'year' then cast(date_trunc('year', on_date - interval 3 month) + interval 3 month as date)
    else cast(date_trunc(grain, on_date) as date)
end
