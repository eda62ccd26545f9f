"""Makes the files of voices the benchmarks load: years of invented complaints, one row per stage, and of survey responses."""

from dataclasses import dataclass
from pathlib import Path

import duckdb

COMPLAINTS, RESPONSES = 2_000_000, 1_000_000
ANSWERS_EACH = 5
STAGE_SOURCE, SURVEY_SOURCE = "frontdoor_complaint_stages", "frontdoor_surveys"
_FIRST_DAY, _DAYS = "2021-05-01", 2010
"""Five and a half years up to 31 October 2026, as many as the contacts of 1,000,000 and more reach back."""
_MACROS = """
create macro chance(number, what) as (hash(number, what) % 1000000) / 1000000.0;
create macro one_of(number, what, choices) as choices[1 + cast(hash(number, what) % len(choices) as bigint)];
create macro days_after(number, what, least, most) as cast(least + hash(number, what) % (most - least + 1) as integer);
"""
_PLACES = """
    one_of(number, 'service', ['council_tax', 'benefits', 'housing', 'housing', 'waste', 'waste', 'planning', 'other']) as service,
    one_of(number, 'channel', ['email', 'email', 'web', 'web', 'phone', 'letter', 'visit']) as channel,
    case when chance(number, 'ward') < 0.9 then 'Ward ' || (1 + hash(number, 'which ward') % 20) end as ward,
    case when chance(number, 'type') < 0.9 then 'resident' else 'business' end as customer_type,
    'C' || hash(number, 'customer') % 100000 as customer,
"""
_CASES = f"""
create temp table cases as
select
    number,
    'K' || lpad(cast(number as varchar), 8, '0') as complaint_id,
    date '{_FIRST_DAY}' + cast(number * {_DAYS} // getvariable('cases') as integer) as opened_date,
    case when chance(number, 'procedure') < 0.7 then 'corporate' else 'housing' end as procedure,
    {_PLACES}
    'Reason ' || hash(number, 'reason') % 12 as reason,
    chance(number, 'stage 2') < 0.125 as goes_on
from range(getvariable('cases')) as numbers (number)
"""
_STAGES = """
with staged as (
    select *, 1 as stage, number * 2 as event from cases
    union all
    select * replace (opened_date + days_after(number, 'to stage 2', 20, 60) as opened_date), 2 as stage, number * 2 + 1 as event
    from cases where goes_on
),
happened as (
    select
        *,
        case when chance(event, 'acknowledged') < 0.9 then opened_date + days_after(event, 'acknowledged in', 0, 9) end as acknowledged_on,
        case
            when chance(event, 'responded') < 0.95 then opened_date + days_after(event, 'responded in', 9, 30 * stage)
            else opened_date + days_after(event, 'responded late in', 60, 150)
        end as responded_on,
        case when chance(event, 'withdrawn') < 0.03 then opened_date + days_after(event, 'withdrawn in', 1, 40) end as withdrawn_on
    from staged
    where opened_date <= getvariable('last_day')
),
dated as (
    select
        *,
        case when acknowledged_on <= getvariable('last_day') then acknowledged_on end as acknowledged_date,
        case when responded_on <= getvariable('last_day') and withdrawn_on is null then responded_on end as responded_date,
        case when withdrawn_on <= getvariable('last_day') then withdrawn_on end as withdrawn_date
    from happened
)
select
    complaint_id, stage, opened_date, procedure, service, channel, ward, reason, customer_type, customer,
    acknowledged_date,
    case when chance(event, 'extended') < 0.1 then 5 + 5 * (event % 3) end as extension_working_days,
    responded_date,
    case when responded_date is not null then one_of(event, 'outcome', ['upheld', 'partly_upheld', 'not_upheld']) end as outcome,
    withdrawn_date,
    case when chance(event, 'remedy') < 0.05 then 50 + event % 200 end as remedy_pounds,
    cast(least(opened_date + 90, getvariable('last_day')) as timestamp) as updated_at
from dated
order by opened_date, complaint_id
"""
_RESPONSES = f"""
select
    'R' || lpad(cast(number as varchar), 8, '0') as response_id,
    cast(answered_date as timestamp) + interval 9 hour as updated_at,
    'follow_up' as survey,
    answered_date,
    {_PLACES}
    one_of(number, 'age', ['16 to 24', '25 to 44', '45 to 64', '65 or over', null]) as age_band,
    one_of(number, 'satisfied', getvariable('satisfied')) as answer_satisfied_overall,
    one_of(number, 'handled', getvariable('satisfied')) as answer_satisfied_with_handling,
    hash(number, 'recommend') % 11 as answer_recommend,
    1 + hash(number, 'ease') % 7 as answer_ease,
    one_of(number, 'resolved', ['Yes', 'Yes', 'No']) as answer_resolved
from (
    select *, date '{_FIRST_DAY}' + cast(number * {_DAYS} // getvariable('responses') as integer) as answered_date
    from range(getvariable('responses')) as numbers (number)
)
"""
_SATISFIED = [
    "Very satisfied",
    "Fairly satisfied",
    "Neither satisfied nor dissatisfied",
    "Fairly dissatisfied",
    "Very dissatisfied",
]


@dataclass(frozen=True, slots=True)
class VoiceFiles:
    """The folder of one size, and what stands in it."""

    folder: Path

    @property
    def stages(self) -> Path:
        return self.folder / "complaint_stages.csv"

    @property
    def responses(self) -> Path:
        return self.folder / "responses.csv"

    @property
    def by_source(self) -> dict[str, Path]:
        """Return each file with the source that reads it."""
        return {STAGE_SOURCE: self.stages, SURVEY_SOURCE: self.responses}


def make(folder: str, complaints: str) -> dict[str, float]:
    """Write both files into `folder`: so many complaints, about one in eight with a second stage, and half as many responses.

    Each response answers ANSWERS_EACH questions.
    """
    files, cases = VoiceFiles(Path(folder)), int(complaints)
    with duckdb.connect(config={"memory_limit": "2GB", "temp_directory": str(files.folder / "spill")}) as connection:
        connection.execute("set enable_progress_bar = false")
        connection.execute(_MACROS)
        connection.execute(f"set variable last_day = date '{_FIRST_DAY}' + {_DAYS - 1}")
        connection.execute("set variable cases = $cases", {"cases": cases})
        connection.execute("set variable responses = $responses", {"responses": cases * RESPONSES // COMPLAINTS})
        connection.execute("set variable satisfied = $satisfied", {"satisfied": _SATISFIED})
        connection.execute(_CASES)
        for sql, path in ((_STAGES, files.stages), (_RESPONSES, files.responses)):
            connection.execute(f"copy ({sql}) to '{path}' (header, timestampformat '%Y-%m-%dT%H:%M:%S')")
    return {"bytes": sum(path.stat().st_size for path in files.by_source.values())}
