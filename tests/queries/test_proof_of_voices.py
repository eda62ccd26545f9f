"""What is told of complaints and surveys equals the same definitions worked by brute force on the records."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import brute_complaints
import brute_surveys
import polars as pl
import pytest
from awkward_records import SERVICES
from awkward_voices import ANSWERS, FIRST, LAST, PROCEDURES, QUESTIONS, SURVEYS, VOICES_COUNCIL, VOICES_DECLARED, voices
from brute_force import Asked, in_force
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_warehouse import Row, home_with

from frontdoor.errors import CannotTellError
from frontdoor.periods import Grain
from frontdoor.warehouse.facts import STANDING_PROMISES
from frontdoor.warehouse.opening import Scope, Warehouse, open_warehouse
from frontdoor.warehouse.working_days import calendar

pytestmark = pytest.mark.slow

SEED = 20261122
CLOCKS = ("acknowledgement_1", "response_1", "acknowledgement_2", "response_2")
CHANNELS = ("email", "web", "phone", "letter", "visit")
DAYS = st.dates(FIRST - timedelta(days=20), LAST + timedelta(days=40))
MONTH_STARTS = st.sampled_from([date(2025, month, 1) for month in range(1, 9)])
often = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    return in_force(voices(SEED))


@pytest.fixture(scope="module")
def covered() -> dict[str, date]:
    return {delivery.source: LAST for delivery in voices(SEED)}


@pytest.fixture(scope="module")
def cases(rows: list[Row]) -> list[brute_complaints.Case]:
    return brute_complaints.cases(rows, VOICES_DECLARED)


@pytest.fixture(scope="module")
def responses(rows: list[Row]) -> brute_surveys.Responses:
    return brute_surveys.Responses(rows, VOICES_DECLARED)


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    folder = tmp_path_factory.mktemp("voices") / "home"
    return open_warehouse(home_with(folder, *voices(SEED), council=VOICES_COUNCIL))


@st.composite
def scopes(draw: st.DrawFn, *, attributes: tuple[str | None, ...] = (None,), whole_months: bool = False) -> Scope:
    attribute = draw(st.sampled_from(attributes))
    if whole_months or draw(st.booleans()):
        first, last = sorted((draw(MONTH_STARTS), draw(MONTH_STARTS)))
        last = (last + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        grain = draw(st.sampled_from((Grain.MONTH, Grain.QUARTER, Grain.YEAR)))
    else:
        first, last = sorted((draw(DAYS), draw(DAYS)))
        grain = draw(st.sampled_from(list(Grain)))
    services = draw(st.sets(st.sampled_from(SERVICES), max_size=2))
    channels = draw(st.sets(st.sampled_from(CHANNELS), max_size=2))
    value = draw(st.sampled_from((None, "north", "unknown"))) if attribute == "ward" else None
    return Scope(first, last, grain, tuple(sorted(services)), tuple(sorted(channels)), attribute, value)


def changing(day: date, one: int, two: int) -> list[Row]:
    """A promise to all that changes once."""
    return [
        {"queue": None, "from_date": date(2020, 1, 1), "before_date": day, "working_days": one},
        {"queue": None, "from_date": day, "before_date": None, "working_days": two},
    ]


def promises() -> st.SearchStrategy[list[Row]]:
    """Return a promise to all that changes once, on any day."""
    return st.builds(changing, DAYS, st.integers(0, 20), st.integers(0, 20))


@st.composite
def banks(draw: st.DrawFn) -> list[Row]:
    """One question: of every survey, or of single ones under a name of its own, with its scale."""
    day = draw(MONTH_STARTS)
    asked: list[tuple[str | None, str, date, date | None]]
    if draw(st.booleans()):
        asked = [(None, QUESTIONS[0], date(2020, 1, 1), draw(st.sampled_from((None, day))))]
    else:
        asked = [
            (SURVEYS[0], QUESTIONS[2], date(2020, 1, 1), day),
            (SURVEYS[0], QUESTIONS[0], day, None),
            (SURVEYS[1], QUESTIONS[0], date(2020, 1, 1), None),
        ]
    scale = draw(st.sets(st.sampled_from(ANSWERS), min_size=1))
    return [
        {"survey": survey, "question": question, "from_date": first, "before_date": before, "answer": answer,
         "points": draw(st.sampled_from((0.0, 0.25, 1.0)))} | {flag: draw(st.booleans()) for flag in brute_surveys.FLAGS.values()}
        for survey, question, first, before in asked
        for answer in sorted(scale)
    ]  # fmt: skip


PROCEDURES_ASKED = st.lists(st.sampled_from(PROCEDURES), unique=True, max_size=2)


@st.composite
def asked_of_clocks(draw: st.DrawFn) -> Row:
    """What clock_results is asked: promises sums are kept ready for, changing once, or any others; as known today or before."""
    clock = draw(st.sampled_from(CLOCKS))
    day = draw(MONTH_STARTS | DAYS)
    ready = [one for one in STANDING_PROMISES if one.clock == clock]
    working_days, to_acknowledge, extension = draw(st.sampled_from(ready))[1:]
    return {
        "clock": clock,
        "promised": draw(st.just([]) | st.just(changing(day, working_days, working_days)) | promises()),
        "acknowledged_within": draw(
            st.sampled_from(([], changing(day, to_acknowledge, 0), changing(day, 0, to_acknowledge))) | promises()
        ),
        "longest_extension": draw(st.sampled_from((extension, extension, None, 0, 5))),
        "procedures": draw(PROCEDURES_ASKED),
        "as_at": draw(st.just(LAST + timedelta(days=60)) | DAYS),
    }


def asked_of(scope: Scope) -> Asked:
    return Asked(
        scope.first, scope.last, scope.grain.value, scope.services, scope.channels, scope.attribute, scope.value
    )


def as_sums(frame: pl.DataFrame, *more_keys: str) -> dict[Any, dict[str, Any]]:
    keys = ("period_start", "service", "channel", "value", *more_keys)
    return {
        tuple(row[key] for key in keys): {name: row[name] for name in row if name not in keys}
        for row in frame.to_dicts()
    }


def assert_same(found: dict[Any, Any], wanted: dict[Any, Any]) -> None:
    """Fail where a key is missing on either side, or a sum differs; a column brute force never added to is null."""
    assert sorted(map(str, found)) == sorted(map(str, wanted))
    for key, sums in found.items():
        assert sums == pytest.approx({name: wanted[key].get(name) for name in sums}), key


@often
@given(scope=scopes(attributes=(None, None, "ward", "reason", "customer_type")), procedures=PROCEDURES_ASKED)
def test_complaint_totals(
    warehouse: Warehouse, rows: list[Row], cases: list[brute_complaints.Case], scope: Scope, procedures: list[str]
) -> None:
    asked = asked_of(scope)
    if scope.attribute in {"reason", "customer_type"} and not asked.is_by_whole_months():
        return
    wanted = brute_complaints.complaint_totals(cases, rows, asked, procedures)
    assert_same(as_sums(warehouse.ask("complaint_totals", scope, {"procedures": procedures}).frame), wanted)


@settings(often, max_examples=200)
@given(scope=scopes(attributes=(None, None, "ward")), parameters=asked_of_clocks())
def test_clock_results(
    warehouse: Warehouse,
    cases: list[brute_complaints.Case],
    covered: dict[str, date],
    scope: Scope,
    parameters: Row,
) -> None:
    works = dict(calendar("Europe/London", "GB-ENG").select("activity_date", "is_working_day").iter_rows())
    found = warehouse.ask("clock_results", scope, parameters).frame
    assert_same(as_sums(found), brute_complaints.clock_results(cases, asked_of(scope), parameters, covered, works))


@often
@given(scope=scopes(whole_months=True), clock=st.sampled_from(CLOCKS), procedures=PROCEDURES_ASKED)
def test_working_days_taken_by_month_are_those_of_its_days(
    warehouse: Warehouse, scope: Scope, clock: str, procedures: list[str]
) -> None:
    """The sums ready by month equal what single cases give day by day, which puzzles worked by hand hold right."""
    promise = next(one for one in STANDING_PROMISES if one.clock == clock)
    parameters = {
        "clock": clock, "as_at": LAST + timedelta(days=60), "procedures": procedures, "longest_extension": promise.longest_extension,
        "promised": changing(date(2025, 4, 1), promise.working_days, promise.working_days),
        "acknowledged_within": changing(date(2025, 4, 1), promise.acknowledged_within, 0),
    }  # fmt: skip
    by_month = warehouse.ask("working_days_taken", replace(scope, grain=Grain.MONTH), parameters)
    by_day = warehouse.ask("working_days_taken", replace(scope, grain=Grain.DAY), parameters)
    assert (by_month.mart, by_day.mart) == ("working_days_by_month", "clocks")
    keys = ("period_start", "service", "channel", "value", "procedure", "working_days_taken")
    summed = by_day.frame.with_columns(pl.col("period_start").dt.month_start()).group_by(keys).sum()
    assert by_month.frame.sort(keys).equals(summed.select(by_month.frame.columns).sort(keys))


@often
@given(scope=scopes(attributes=(None, "ward")), clock=st.sampled_from(CLOCKS), procedures=PROCEDURES_ASKED, as_at=DAYS)
def test_clock_durations(  # noqa: PLR0917
    warehouse: Warehouse,
    cases: list[brute_complaints.Case],
    covered: dict[str, date],
    scope: Scope,
    clock: str,
    procedures: list[str],
    as_at: date,
) -> None:
    parameters = {"clock": clock, "as_at": as_at, "by_place": True, "procedures": procedures}
    found = warehouse.ask("clock_durations", scope, parameters).frame
    wanted = brute_complaints.clock_durations(cases, asked_of(scope), clock, procedures, as_at, covered)
    assert_same(as_sums(found, "elapsed_days"), wanted)


@often
@given(scope=scopes(attributes=(None, None, "ward", "age_band")), bank=banks())
def test_survey_scores(warehouse: Warehouse, responses: brute_surveys.Responses, scope: Scope, bank: list[Row]) -> None:
    asked = asked_of(scope)
    if scope.attribute and not asked.is_by_whole_months(bank):
        return
    found = warehouse.ask("survey_scores", scope, {"bank": bank}).frame
    assert_same(as_sums(found), brute_surveys.survey_scores(responses, asked, bank))


@often
@given(scope=scopes(attributes=(None, "ward")), bank=banks())
def test_answer_counts(warehouse: Warehouse, responses: brute_surveys.Responses, scope: Scope, bank: list[Row]) -> None:
    asked = asked_of(scope)
    if scope.attribute and not asked.is_by_whole_months(bank):
        return
    found = warehouse.ask("answer_counts", scope, {"bank": bank}).frame
    assert_same(as_sums(found, "question", "answer"), brute_surveys.answer_counts(responses, asked, bank))


def test_every_record_is_covered_and_the_overlap_counts_once(warehouse: Warehouse, rows: list[Row]) -> None:
    frame = warehouse.ask("records_by_day", Scope(FIRST, LAST + timedelta(days=60), Grain.YEAR)).frame
    found = frame.group_by("source").agg(pl.col("records", "counted_records").sum()).rows_by_key("source", unique=True)
    wanted: dict[str, tuple[int, int]] = {}
    for row in rows:
        family = "surveys" if row["kind"] == "survey_responses" else "complaints"
        fitting = [one for one in VOICES_DECLARED if one.fits(row, family)]
        records, counted = wanted.get(row["source"], (0, 0))
        wanted[row["source"]] = (records + 1, counted + (not fitting or fitting[-1].source == row["source"]))
    assert {source: held[0] for source, held in found.items()} == {source: held[0] for source, held in wanted.items()}
    single = (
        "cases",
        "old_cases",
        "stages",
        "log",
        "surveys",
    )  # what counts of other_surveys is decided survey by survey
    assert {source: found[source] for source in single} == {source: wanted[source] for source in single}


def test_what_no_source_gives_is_said(warehouse: Warehouse) -> None:
    scope = Scope(date(2025, 3, 1), date(2025, 5, 31), Grain.MONTH, attribute="age_band")
    with pytest.raises(CannotTellError, match="Complaints are not recorded by age band"):
        warehouse.ask("complaint_totals", scope, {"procedures": []})
    with pytest.raises(CannotTellError, match="Answers to surveys are not recorded by access need"):
        warehouse.ask(
            "survey_scores", Scope(date(2025, 3, 1), date(2025, 5, 31), attribute="access_need"), {"bank": []}
        )
