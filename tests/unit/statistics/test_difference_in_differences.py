"""Differences in differences worked by hand, for panels of units and for single contacts."""

import numpy as np
import pytest

from frontdoor.statistics.difference_in_differences import contact_difference, panel_difference
from frontdoor.statistics.pilot_reasons import Reason

PILOT, AFTER = np.array([True, False, False, False]), np.array([False, False, True, True])
#                 before      after      change
PANEL = np.array([[10.0, 12.0, 20.0, 22.0],  # 10
                  [5.0, 5.0, 6.0, 6.0],      # 1
                  [7.0, 9.0, 10.0, 12.0],    # 3
                  [4.0, 4.0, 6.0, 6.0]])  # 2; the three change by 2 on average, spread 1  # fmt: skip


def test_a_panel_gives_the_change_of_the_pilot_less_that_of_the_others():
    found = panel_difference(PANEL, PILOT, AFTER)
    assert found.effect == pytest.approx(10 - 2)
    assert found.by_comparisons.error == pytest.approx(1 * np.sqrt(1 + 1 / 3))
    assert found.by_comparisons.freedom == 2
    assert found.by_comparisons.interval().lower == pytest.approx(8 - 4.303 * np.sqrt(4 / 3), abs=0.001)
    assert (found.units, found.pilot_units) == (4, 1)


def test_one_pilot_unit_makes_the_clustered_error_smaller_than_the_comparisons_own_spread():
    found = panel_difference(PANEL, PILOT, AFTER)
    assert found.clustered.error < found.by_comparisons.error


def test_a_hole_is_left_out_and_not_taken_as_0():
    holed = PANEL.copy()
    holed[1, 0] = np.nan  # the unit's other week before was 5 as well
    assert panel_difference(holed, PILOT, AFTER).effect == pytest.approx(8, abs=0.4)


@pytest.mark.parametrize("holes", [0, 25])
def test_with_and_without_holes_it_is_least_squares_on_a_dummy_for_each_unit_and_period(holes):
    told = np.random.default_rng(holes)
    values = told.normal(size=(6, 30)) + np.arange(6)[:, None] + told.normal(size=30)
    values.flat[told.choice(values.size, holes, replace=False)] = np.nan
    pilot, after = np.arange(6) < 2, np.arange(30) >= 20
    unit, period = np.nonzero(~np.isnan(values))
    columns = np.hstack([np.eye(6)[unit], np.eye(30)[period][:, 1:], (pilot[unit] & after[period])[:, None]])
    known = values[~np.isnan(values)]
    beta = np.linalg.lstsq(columns, known, rcond=None)[0]
    left, bread = known - columns @ beta, np.linalg.inv(columns.T @ columns)
    scores = np.stack([columns[unit == one].T @ left[unit == one] for one in range(6)])
    factor = 6 / 5 * (len(known) - 1) / (len(known) - 36)
    found = panel_difference(values, pilot, after)
    assert found.effect == pytest.approx(beta[-1])
    assert found.clustered.error == pytest.approx(np.sqrt(factor * (bread @ scores.T @ scores @ bread)[-1, -1]))


def test_one_comparison_gives_a_difference_and_no_interval():
    found = panel_difference(PANEL[:2], PILOT[:2], AFTER)
    assert found.effect == pytest.approx(9)
    assert found.by_comparisons.error is None
    assert found.by_comparisons.interval() is None
    assert found.by_comparisons.p is None


@pytest.mark.parametrize(
    ("values", "pilot", "after", "reason"),
    [
        (PANEL, np.ones(4, dtype=bool), AFTER, Reason.NO_COMPARISON),
        (PANEL, PILOT, np.ones(4, dtype=bool), Reason.NO_BASELINE),
        (PANEL, PILOT, np.zeros(4, dtype=bool), Reason.OUTSIDE),
        (PANEL * 0, PILOT, AFTER, Reason.ALWAYS_ZERO),
        (PANEL, np.zeros(4, dtype=bool), AFTER, Reason.OUTSIDE),
    ],
)
def test_what_cannot_be_compared_is_said(values, pilot, after, reason):
    assert panel_difference(values, pilot, after) is reason


def test_single_contacts_give_the_difference_of_four_means():
    scores = np.array([3.0, 4, 4, 5, 2, 3, 3, 2])  # pilot: 3.5 then 4.5; others: 2.5 then 2.5
    pilot, after = np.arange(8) < 4, np.array([0, 0, 1, 1, 0, 0, 1, 1], dtype=bool)
    found = contact_difference(scores, pilot, after)
    assert found.effect == pytest.approx(1.0)
    # each of four cells of 2 has squares 0.5: variance 2 / 4 = 0.5, error sqrt(0.5 * 4 / 2) = 1
    assert found.error == pytest.approx(1.0)
    assert found.freedom == 4
    assert found.p == pytest.approx(0.3739, abs=0.0001)


def test_what_else_changed_can_be_held_constant():
    random = np.random.default_rng(1)
    pilot, after = random.random(400) < 0.5, random.random(400) < 0.5
    age = random.normal(40, 10, 400) + 8 * (pilot & after)
    scores = 0.5 * age + random.normal(size=400)
    assert contact_difference(scores, pilot, after).effect > 3
    assert abs(contact_difference(scores, pilot, after, (age,)).effect) < 0.5


@pytest.mark.parametrize(
    ("pilot", "after", "reason"),
    [
        (np.ones(6, dtype=bool), np.arange(6) > 2, Reason.NO_COMPARISON),
        (np.zeros(6, dtype=bool), np.arange(6) > 2, Reason.OUTSIDE),
        (np.arange(6) > 2, np.arange(6) > 2, Reason.NO_BASELINE),
        (np.arange(6) > 2, np.array([0, 0, 0, 0, 0, 1], dtype=bool), Reason.NOT_SEPARABLE),
    ],
)
def test_contacts_that_do_not_allow_it_are_refused(pilot, after, reason):
    assert contact_difference(np.arange(6.0), pilot, after) is reason


def test_scores_that_are_all_alike_have_no_error_to_judge_by():
    pilot, after = np.arange(8) < 4, np.array([0, 0, 1, 1, 0, 0, 1, 1], dtype=bool)
    found = contact_difference(np.full(8, 5.0), pilot, after)
    assert found.effect == pytest.approx(0)
    assert found.error is None
    assert found.p is None
