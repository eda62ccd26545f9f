"""A target cannot be lowered quietly: not by steps, not by way of TBA, not by a wider band of what counts as close."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdoor.schema.units import Better, Unit
from frontdoor.strategy.history import harder_before, own_or_council
from frontdoor.strategy.judgement import target_in_force
from frontdoor.strategy.strategy import Target

APRIL_2024, APRIL_2026 = date(2024, 4, 1), date(2026, 4, 1)
NEXT_DAY, OCTOBER = APRIL_2026 + timedelta(days=1), date(2026, 10, 31)


def target(from_date: date, value: float | None, tolerance: float | None = None) -> Target:
    return Target(from_date, value, Unit.SHARE, tolerance, "test")


EIGHTY = target(APRIL_2024, 0.8, 0.02)


def given_up(*later: Target, on: date = OCTOBER, better: Better = Better.HIGHER) -> Target | None:
    return harder_before((EIGHTY, *later), on, better)


def test_a_plain_lowering_is_seen_for_a_year_and_no_longer() -> None:
    lower = target(APRIL_2026, 0.7, 0.02)
    assert given_up(lower) == EIGHTY
    assert given_up(lower, on=date(2027, 3, 31)) == EIGHTY
    assert given_up(lower, on=date(2027, 4, 1)) is None
    assert given_up(lower, on=date(2026, 3, 31)) is None


def test_down_far_for_a_day_and_half_way_up_again_is_still_a_lowering() -> None:
    assert given_up(target(APRIL_2026, 0.1), target(NEXT_DAY, 0.6)) == EIGHTY


def test_back_to_where_it_was_is_none() -> None:
    assert given_up(target(APRIL_2026, 0.1), target(NEXT_DAY, 0.8, 0.02)) is None


def test_given_up_for_tba_is_seen_and_again_when_a_lower_number_follows_years_later() -> None:
    unset = target(APRIL_2026, None)
    assert given_up(unset) == EIGHTY
    assert given_up(unset, on=date(2028, 1, 1)) is None
    assert given_up(unset, target(date(2028, 6, 1), 0.5), on=date(2028, 12, 1)) == EIGHTY


def test_a_wider_band_of_what_counts_as_close_is_a_lowering() -> None:
    assert given_up(replace(EIGHTY, from_date=APRIL_2026, tolerance=0.3)) == EIGHTY
    assert given_up(target(APRIL_2026, 0.81, 0.3)) == EIGHTY
    assert given_up(replace(EIGHTY, from_date=APRIL_2026, tolerance=0.01)) is None


def test_where_less_is_better_a_higher_number_is_easier() -> None:
    at_most = target(APRIL_2024, 0.05)
    assert harder_before((at_most, target(APRIL_2026, 0.08)), OCTOBER, Better.LOWER) == at_most
    assert harder_before((at_most, target(APRIL_2026, 0.03)), OCTOBER, Better.LOWER) is None


def test_without_a_better_direction_nothing_is_easier() -> None:
    assert given_up(target(APRIL_2026, 0.1), better=Better.NEITHER) is None


HISTORIES = st.lists(
    st.builds(target, st.dates(date(2024, 1, 1), OCTOBER), st.none() | st.floats(0, 1)), max_size=6, unique_by=lambda each: each.from_date
)  # fmt: skip


@given(HISTORIES)
def test_no_order_of_steps_within_a_year_hides_the_hardest_number(history: list[Target]) -> None:
    history = [each for each in history if each.from_date > date(2025, 12, 1)]
    everything = (EIGHTY, *sorted(history, key=lambda each: each.from_date))
    now = target_in_force(everything, OCTOBER)
    hardest = max(each.value for each in everything if each.value is not None)
    found = harder_before(everything, OCTOBER, Better.HIGHER)
    assert now is not None
    if now.value is not None and now.value < hardest:
        assert found is not None
        assert found.value == hardest


@pytest.mark.parametrize(("on", "value"), [(date(2025, 1, 1), 0.8), (OCTOBER, 0.5)])
def test_a_service_is_held_to_the_council_s_until_its_own_begins(on: date, value: float) -> None:
    combined = own_or_council((EIGHTY, target(date(2026, 6, 1), 0.9)), (target(APRIL_2026, 0.5),))
    now = target_in_force(combined, on)
    assert now is not None
    assert now.value == value
