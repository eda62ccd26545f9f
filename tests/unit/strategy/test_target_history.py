"""Published and own decisions make one dated history, and what was made easier can be told from it."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from frontdoor.measures.measure import Parameter
from frontdoor.schema.units import Better, Unit
from frontdoor.strategy.history import (
    combined_targets,
    combined_values,
    easings,
    is_easier,
    number_before,
    to_be_set_since,
)
from frontdoor.strategy.judgement import target_in_force
from frontdoor.strategy.strategy import DatedValue, PromisedMeasure, Target

DAYS = st.dates(date(2020, 1, 1), date(2026, 12, 31))


def target(from_date: date, value: float | None, source: str = "published") -> Target:
    return Target(from_date, value, Unit.COUNT, None, source)


HISTORIES = st.lists(st.builds(target, DAYS, st.none() | st.integers(0, 9)), max_size=6)


def promised(parameter: Parameter, *values: DatedValue) -> PromisedMeasure:
    return PromisedMeasure("calls", "service_level", "Calls", "phone", {parameter: values}, (), (), ())


JULY_2023, APRIL_2024, APRIL_2026 = date(2023, 7, 11), date(2024, 4, 1), date(2026, 4, 1)


def test_a_council_s_own_number_follows_the_published_tba():
    history = combined_targets([target(JULY_2023, None)], [target(APRIL_2024, 5, "own")])
    assert [(each.from_date, each.value) for each in history] == [(JULY_2023, None), (APRIL_2024, 5)]


def test_a_strategy_refreshed_later_takes_over_from_the_council_s_own():
    history = combined_targets([target(JULY_2023, None), target(APRIL_2026, 7)], [target(APRIL_2024, 5, "own")])
    assert target_in_force(history, date(2026, 4, 1)) == target(APRIL_2026, 7)


def test_on_the_same_day_the_council_s_own_decision_counts():
    assert combined_targets([target(APRIL_2024, 7)], [target(APRIL_2024, 5, "own")]) == (target(APRIL_2024, 5, "own"),)


@given(HISTORIES, HISTORIES)
def test_a_combined_history_has_one_target_a_day_and_keeps_all_of_the_council_s_own(published, own):
    history = combined_targets(published, own)
    days = [each.from_date for each in history]
    assert days == sorted(set(days))
    assert set(days) == {each.from_date for each in (*published, *own)}
    assert {each.from_date: each for each in own}.items() <= {each.from_date: each for each in history}.items()


def test_thresholds_are_combined_for_each_queue():
    published = (DatedValue(date.min, 20),)
    own = (DatedValue(APRIL_2026, 60, "council_tax_line"), DatedValue(date.min, 30))
    assert combined_values(published, own) == (DatedValue(date.min, 30), DatedValue(APRIL_2026, 60, "council_tax_line"))


def test_tba_is_as_old_as_its_unbroken_spell():
    history = [target(JULY_2023, None), target(APRIL_2024, None), target(APRIL_2026, 7)]
    assert to_be_set_since(history, date(2025, 1, 1)) == JULY_2023
    assert to_be_set_since(history, APRIL_2026) is None
    assert to_be_set_since(history, date(2020, 1, 1)) is None
    assert to_be_set_since([target(JULY_2023, 5), *history[1:2]], date(2025, 1, 1)) == APRIL_2024


def test_the_number_before_looks_past_tba():
    history = (target(JULY_2023, 8), target(APRIL_2024, None), target(APRIL_2026, 7))
    assert number_before(history, history[2]) == history[0]
    assert number_before(history, history[0]) is None


@given(st.integers(0, 9), st.integers(0, 9))
def test_easier_one_way_is_harder_the_other(now, before):
    one, other = target(APRIL_2026, now), target(APRIL_2024, before)
    assert is_easier(one, other, Better.HIGHER) == (now < before)
    assert is_easier(one, other, Better.HIGHER) == is_easier(other, one, Better.LOWER)
    assert not is_easier(one, other, Better.NEITHER)


def test_a_longer_threshold_is_flagged_as_easier_for_a_year():
    slower = promised(Parameter.WITHIN_SECONDS, DatedValue(date.min, 30), DatedValue(APRIL_2026, 300))
    found = easings(slower, date(2026, 10, 31))
    assert [(each.before.value, each.now.value) for each in found] == [(30, 300)]
    assert easings(slower, date(2027, 4, 1)) == ()
    assert easings(slower, date(2026, 3, 31)) == ()


def test_a_shorter_threshold_is_not_easier():
    faster = promised(Parameter.WITHIN_SECONDS, DatedValue(date.min, 60), DatedValue(APRIL_2026, 20))
    assert easings(faster, date(2026, 10, 31)) == ()


def test_fewer_days_to_look_ahead_are_easier():
    fewer = promised(Parameter.WITHIN_DAYS, DatedValue(date.min, 14), DatedValue(APRIL_2026, 7))
    assert len(easings(fewer, date(2026, 10, 31))) == 1


def test_a_queue_given_a_longer_threshold_than_all_is_flagged():
    one_queue = promised(
        Parameter.WITHIN_SECONDS, DatedValue(date.min, 20), DatedValue(APRIL_2026, 60, "council_tax_line")
    )
    found = easings(one_queue, date(2026, 10, 31))
    assert [(each.now.queue, each.before.value, each.now.value) for each in found] == [("council_tax_line", 20, 60)]


def test_another_clock_is_not_called_easier():
    clocks = promised(Parameter.CLOCK, DatedValue(date.min, "first_reply"), DatedValue(APRIL_2026, "completion"))
    assert easings(clocks, date(2026, 10, 31)) == ()
