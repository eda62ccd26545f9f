"""Choosing comparisons before a pilot starts: those that move with it, and none where none helps."""

import numpy as np
import pytest
from dense_autoregression import weeks_that_carry_over

from frontdoor.statistics.comparison_balance import choose_comparisons
from frontdoor.statistics.pilot_reasons import Reason

WEEKS = 60


def made(seed=1):
    """Return the pilot's weeks, then two that move with it, a stranger, and one that drifts away."""
    shared = 3 * weeks_that_carry_over(1, WEEKS, 0.4, seed)[0]
    own = 100 + shared + weeks_that_carry_over(1, WEEKS, 0.1, seed + 1)[0]
    alike = 80 + shared + weeks_that_carry_over(2, WEEKS, 0.1, seed + 2)
    stranger = 90 + 4 * weeks_that_carry_over(1, WEEKS, 0.1, seed + 3)
    away = 70 + shared + 0.5 * np.arange(WEEKS) + weeks_that_carry_over(1, WEEKS, 0.1, seed + 4)
    return own, np.vstack([alike, stranger, away])


def test_those_that_move_with_the_pilot_are_chosen_and_help():
    own, candidates = made()
    found = choose_comparisons(own, candidates, 12)
    assert found.chosen
    assert set(found.chosen) <= {0, 1}
    assert found.smallest_effect < 0.7 * found.alone
    assert found.candidates[0].correlation > 0.7
    assert abs(found.candidates[2].correlation) < 0.4


def test_a_gap_that_grows_is_said_with_its_slope():
    own, candidates = made()
    found = choose_comparisons(own, candidates, 12)
    away = found.candidates[3]
    assert away.slope == pytest.approx(-0.5, abs=0.05)
    assert away.is_drifting_apart
    assert 3 not in found.chosen


def test_strangers_are_not_chosen():
    own, _ = made()
    strangers = 8 * weeks_that_carry_over(2, WEEKS, 0.0, 9)
    found = choose_comparisons(own, strangers, 12)
    assert found.chosen == ()
    assert found.smallest_effect is None
    assert found.alone > 0


def test_candidates_without_records_or_life_are_told_apart():
    own, _ = made()
    found = choose_comparisons(own, np.stack([np.full(WEEKS, np.nan), np.zeros(WEEKS), own]), 12)
    assert [one.reason for one in found.candidates] == [Reason.NO_BASELINE, None, Reason.ALWAYS_ZERO]
    assert found.candidates[1].correlation is None
    assert found.candidates[2].smallest_effect is None


def test_no_candidates_and_no_baseline_give_no_choice():
    own, _ = made()
    assert choose_comparisons(own, np.empty((0, WEEKS)), 12).chosen == ()
    assert choose_comparisons(own[:5], np.empty((0, 5)), 12).alone is None
