"""Dated decisions become lists of structs in which one row at most matches any queue and day."""

from datetime import date, timedelta
from itertools import pairwise

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdoor.errors import CannotTellError
from frontdoor.measures.measure import Parameter
from frontdoor.strategy import parameters
from frontdoor.strategy.council import Council
from frontdoor.strategy.reading import read_council, shipped_councils
from frontdoor.strategy.strategy import DatedValue, PromisedMeasure, Value

QUEUES = ("switchboard", "council_tax_line", "housing_line")
DAYS = st.dates(date(2024, 1, 1), date(2024, 1, 20))
DECISIONS = st.dictionaries(st.tuples(st.none() | st.sampled_from(QUEUES[:2]), DAYS), st.integers(1, 600), max_size=8)
APRIL_2025 = date(2025, 4, 1)


def promised(measure: str = "service_level", **values: tuple[DatedValue, ...]) -> PromisedMeasure:
    bound = {Parameter(name): each for name, each in values.items()}
    return PromisedMeasure("key", measure, "Label", "phone", bound, (), (), ())


def always(value: Value) -> tuple[DatedValue, ...]:
    return (DatedValue(date.min, value),)


def council(key: str) -> Council:
    return read_council(shipped_councils() / f"{key}.toml")


def test_one_threshold_for_always_is_one_row():
    assert parameters.limits(promised(within_seconds=always(20))) == [
        {"queue": None, "from_date": date.min, "before_date": date.max, "within_seconds": 20}
    ]


def test_a_threshold_that_changes_ends_where_the_next_begins():
    rows = parameters.limits(promised(within_seconds=(DatedValue(APRIL_2025, 60), *always(20))))
    assert [(row["from_date"], row["before_date"], row["within_seconds"]) for row in rows] == [
        (date.min, APRIL_2025, 20),
        (APRIL_2025, date.max, 60),
    ]


def test_a_queue_with_its_own_threshold_keeps_the_common_one_until_then():
    rows = parameters.limits(promised(within_seconds=(*always(20), DatedValue(APRIL_2025, 60, "council_tax_line"))))
    assert [tuple(row.values()) for row in rows] == [
        (None, date.min, date.max, 20),
        ("council_tax_line", date.min, APRIL_2025, 20),
        ("council_tax_line", APRIL_2025, date.max, 60),
    ]


@given(DECISIONS, st.sampled_from(QUEUES), DAYS)
def test_exactly_the_value_in_force_matches_each_queue_and_day(decisions, queue, day):
    values = tuple(DatedValue(from_date, value, named) for (named, from_date), value in decisions.items())
    rows = parameters.limits(promised(within_seconds=values))
    named_queues = {row["queue"] for row in rows} - {None}
    matching = [
        row["within_seconds"]
        for row in rows
        if row["queue"] == (queue if queue in named_queues else None) and row["from_date"] <= day < row["before_date"]
    ]
    assert matching == in_force(decisions, queue, day)


def in_force(decisions: dict[tuple[str | None, date], int], queue: str, day: date) -> list[int]:
    """Return the value by the plain rule: the queue's own last one, else the last one for all queues."""
    for name in (queue, None):
        started = [from_date for named, from_date in decisions if named == name and from_date <= day]
        if started:
            return [decisions[name, max(started)]]
    return []


@given(DECISIONS)
def test_stretches_of_one_queue_follow_on_without_gap(decisions):
    values = tuple(DatedValue(from_date, value, named) for (named, from_date), value in decisions.items())
    rows = parameters.limits(promised(within_seconds=values))
    for one, following in pairwise(rows):
        if one["queue"] == following["queue"]:
            assert one["before_date"] == following["from_date"]
        else:
            assert one["before_date"] == date.max


def test_short_limits_and_promised_days_have_the_shapes_of_their_questions():
    bound = promised(short_abandon_seconds=always(10), promised_working_days=always(5))
    assert list(parameters.short_limits(bound)[0]) == ["queue", "from_date", "before_date", "within_seconds"]
    assert parameters.short_limits(bound)[0]["within_seconds"] == 10
    assert list(parameters.promised_working_days(bound)[0]) == ["queue", "from_date", "before_date", "working_days"]
    assert parameters.promised_working_days(bound)[0]["working_days"] == 5


def test_a_measure_without_a_parameter_gives_an_empty_list():
    assert parameters.limits(promised()) == []
    assert parameters.promised_working_days(promised("completed_by_promised_date")) == []


def test_days_to_look_ahead_are_those_in_force_on_the_day():
    bound = promised("repeat_contact", within_days=(*always(7), DatedValue(APRIL_2025, 14)))
    assert parameters.within_days(bound) == 14
    assert parameters.within_days(bound, APRIL_2025 - timedelta(days=1)) == 7


def test_days_to_look_ahead_nobody_set_cannot_be_told():
    with pytest.raises(CannotTellError, match="Nobody has set the number of days"):
        parameters.within_days(promised("repeat_contact"))


def test_the_latest_value_is_that_for_every_queue():
    bound = promised(within_seconds=(*always(20), DatedValue(APRIL_2025, 60, "council_tax_line")))
    assert parameters.latest(bound, Parameter.WITHIN_SECONDS) == 20
    assert parameters.latest(bound, Parameter.WITHIN_DAYS) is None


@pytest.mark.parametrize(
    ("measure", "clock"),
    [("replied_in_time", "first_reply"), ("completed_by_promised_date", "completion"), ("contacts", "")],
)
def test_a_measure_reads_the_clock_its_definition_names(measure, clock):
    assert parameters.clock(promised(measure)) == clock


def test_a_measure_can_be_given_another_clock():
    assert parameters.clock(promised("replied_in_time", clock=always("completion"))) == "completion"


def test_every_shipped_measure_that_needs_a_clock_has_one():
    for path in shipped_councils().glob("*.toml"):
        for measure in read_council(path).measures:
            if measure.measure in parameters.CLOCK_OF_MEASURE:
                assert parameters.clock(measure) in parameters.clocks_for(measure.measure)


def test_digital_channels_and_costs_hold_over_their_dates():
    rows = parameters.digital_channels(council("nenebridge"))
    assert {"channel": "chat", "from_date": date(2025, 4, 1), "before_date": date.max} in rows
    costs = parameters.unit_costs(council("loddonvale"))
    assert list(costs[0]) == ["channel", "from_date", "before_date", "low_pence", "pence", "high_pence"]
    assert all(row["low_pence"] <= row["pence"] <= row["high_pence"] for row in costs)


def test_opening_hours_are_one_row_for_each_open_weekday():
    rows = parameters.opening(council("nenebridge"))
    assert [(row["weekday"], row["from_half_hour"], row["before_half_hour"]) for row in rows] == [
        *((weekday, 17, 35) for weekday in range(1, 6)),
        (6, 18, 24),
    ]


def test_a_new_timetable_replaces_the_whole_of_the_one_before(council_file):
    later = "[[opening]]\nfrom = 2025-01-01\nweekdays = ['friday']\nopens = 08:00:00\ncloses = 00:00:00\n\n[[digital_channel]]"
    path = council_file(("[[digital_channel]]", later))
    rows = parameters.opening(read_council(path, path.parent.parent / "strategies"))
    assert [(row["weekday"], row["before_date"].year, row["before_half_hour"]) for row in rows] == [
        (1, 2025, 35),
        (2, 2025, 35),
        (5, 9999, 48),
    ]


def test_bank_holidays_have_hours_of_their_own(council_file):
    later = "[[opening]]\nfrom = 2025-01-01\nweekdays = ['bank_holiday']\nopens = 10:00:00\ncloses = 12:00:00\n\n[[digital_channel]]"
    path = council_file(("[[digital_channel]]", later))
    rows = parameters.opening(read_council(path, path.parent.parent / "strategies"))
    assert (rows[-1]["weekday"], rows[-1]["from_half_hour"], rows[-1]["before_half_hour"]) == (8, 20, 24)


def test_every_threshold_ever_named_is_a_rung():
    assert parameters.extra_thresholds(council("trentside")) == (60,)
    assert parameters.extra_thresholds(council("nenebridge")) == (20, 60, 600)
    assert parameters.extra_thresholds(council("boston")) == ()


@pytest.mark.parametrize("key", ["nenebridge", "loddonvale"])
def test_duckdb_takes_every_list_as_it_is(key):
    here = council(key)
    limits = [row for measure in here.measures for row in parameters.limits(measure)]
    for rows in (parameters.digital_channels(here), parameters.opening(here), parameters.unit_costs(here), limits):
        if rows:
            found = duckdb.connect().sql("select unnest($rows, recursive := true)", params={"rows": rows}).fetchall()
            assert found == [tuple(row.values()) for row in rows]
