"""Placebo units and dates: ranks that cannot flatter, the gap to comparisons, pretended starts before the real one."""

import numpy as np
import pytest
from dense_autoregression import weeks_that_carry_over

from frontdoor.statistics.interrupted_series import interrupted_series
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_weeks import PilotWeeks
from frontdoor.statistics.placebo_units import (
    gap_effect,
    leave_one_out,
    placebo_dates,
    placebo_effects,
    placebo_rank,
)  # fmt: skip

WEEKS = PilotWeeks(60, 48)


def units(number, seed=1):
    shared = weeks_that_carry_over(1, 60, 0.3, seed)[0] * 3
    return 50 + shared + weeks_that_carry_over(number, 60, 0.3, seed + 1)


def test_eight_comparisons_cannot_give_less_than_one_in_nine():
    found = placebo_rank(1000.0, np.arange(8.0))
    assert found.p == found.smallest_p == pytest.approx(1 / 9)


def test_size_counts_whichever_way_it_goes_and_ties_count_against():
    found = placebo_rank(-3.0, np.array([-5.0, 3.0, 1.0]))
    assert (found.rank, found.units) == (3, 4)


def test_no_comparison_is_no_rank():
    assert placebo_rank(1.0, np.array([np.nan])) is None


def test_the_gap_takes_out_what_all_share():
    given = units(5)
    own = given[0] + 2.0 * WEEKS.is_pilot
    alone, against = interrupted_series(own, WEEKS), gap_effect(own, given[1:], WEEKS)
    assert against.error < alone.error / 2
    assert against.interval().lower < 2.0 < against.interval().upper


def test_declared_parallel_trends_make_it_surer():
    given = units(5)
    assert gap_effect(given[0], given[1:], WEEKS, has_trend=False).error < gap_effect(given[0], given[1:], WEEKS).error


def test_each_placebo_is_a_comparison_against_the_others_without_the_pilot():
    given = units(4)
    found = placebo_effects(given, WEEKS)
    assert found[2] == pytest.approx(gap_effect(given[2], given[[0, 1, 3]], WEEKS).effect)
    assert placebo_rank(500.0, found).rank == 1


def test_one_comparison_has_nobody_to_be_compared_with():
    given = units(2)
    assert np.isnan(placebo_effects(given[1:], WEEKS)).all()
    assert leave_one_out(given[0], given[1:], WEEKS) == [Reason.NO_COMPARISON]
    assert gap_effect(given[0], given[:0], WEEKS) is Reason.NO_COMPARISON


def test_leaving_one_out_shows_the_one_that_carries_the_answer():
    given = units(4)
    given[3] -= 60 * WEEKS.is_pilot  # something happened there
    found = leave_one_out(given[0], given[1:], WEEKS)
    assert found[0].effect > 15
    assert abs(found[2].effect) < 4


def test_pretended_starts_end_before_the_pilot_and_do_not_overlap():
    values = units(1)[0] + 100 * WEEKS.is_pilot
    found = placebo_dates(values, WEEKS)
    assert [start for start, _ in found] == [12, 24, 36]
    assert all(abs(one.effect) < 20 for _, one in found[1:])
