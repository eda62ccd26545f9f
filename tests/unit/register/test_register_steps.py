"""Bringing one history of targets into line with another, from a day on and never before it."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from trentside import APRIL_2024, share, terms

from frontdoor.register.targets import one_a_day, steps_to
from frontdoor.register.targets import terms as same_terms
from frontdoor.strategy.judgement import target_in_force
from frontdoor.strategy.strategy import Target

START = date(2026, 1, 1)
DAYS = [START + timedelta(days=day) for day in range(12)]
HISTORIES = st.dictionaries(st.sampled_from(DAYS), st.sampled_from([None, 0.6, 0.7, 0.8]), max_size=4).map(
    lambda values: tuple(share(value, day) for day, value in sorted(values.items()))
)


def _value(history: tuple[Target, ...], day: date) -> float | None:
    """Give the value in force; TBA and no target at all are both no number to judge by."""
    target = target_in_force(history, day)
    return None if target is None else target.value


@given(HISTORIES, HISTORIES, st.sampled_from(DAYS))
def test_from_the_day_on_it_says_what_is_stated_and_before_it_what_was_held(
    held: tuple[Target, ...], stated: tuple[Target, ...], from_date: date
) -> None:
    after = one_a_day((*held, *steps_to(held, stated, from_date)))
    for day in DAYS:
        assert _value(after, day) == _value(stated if day >= from_date else held, day)


@given(HISTORIES, st.sampled_from(DAYS))
def test_a_history_in_line_already_needs_no_step(held: tuple[Target, ...], from_date: date) -> None:
    assert steps_to(held, held, from_date) == ()


def test_new_words_about_the_same_target_are_no_step() -> None:
    assert steps_to((share(0.7),), (share(0.7, why="Clearer words"),), START) == ()
    assert same_terms(share(0.7)) == same_terms(share(0.7, START, why="Other"))


def test_a_step_carries_the_words_of_the_target_it_brings() -> None:
    (step,) = steps_to((share(0.7),), (share(0.6, why="Two posts are vacant"),), START)
    assert (terms((step,)), step.why) == ([(START, 0.6)], "Two posts are vacant")
    assert terms((share(0.7),)) == [(APRIL_2024, 0.7)]
