"""Displacement: planted shares are held by the interval, and where nothing can be told it has no end."""

import numpy as np
import pytest

from frontdoor.statistics.displacement import displacement
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_weeks import PilotWeeks

WEEKS = PilotWeeks(60, 48)


def monday(share, added=60, seed=1, noise=0.06):
    """Return added, window and control contacts a week; `share` of the added ones are missing from the window."""
    random = np.random.default_rng(seed)
    level = np.exp(random.normal(0, noise, 60))
    came = np.where(WEEKS.is_pilot, random.poisson(added, 60), 0)
    window = random.poisson(150 * level) - random.binomial(came, share)
    return came.astype(float), window.astype(float), random.poisson(400 * level).astype(float)


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_a_planted_share_is_found_and_held(share):
    found = [displacement(*monday(share, seed=seed), WEEKS) for seed in range(16)]
    assert np.median([one.share for one in found]) == pytest.approx(share, abs=0.1)
    assert np.mean([one.lower <= share <= one.upper for one in found]) >= 0.8
    assert all(one.can_tell for one in found)


def test_new_contacts_are_those_that_did_not_move():
    found = displacement(*monday(0.5), WEEKS)
    assert found.new == pytest.approx(found.added * (1 - found.share))
    assert found.new_lower == pytest.approx(found.added * (1 - found.upper))
    assert found.new_lower < found.new < found.new_upper


def test_the_ends_are_where_p_is_five_in_a_hundred():
    from frontdoor.statistics.interrupted_series import interrupted_series

    added, window, control = monday(0.5)
    found = displacement(added, window, control, WEEKS)
    usual = window[:48].sum() / control[:48].sum()
    for share, p in ((found.lower, 0.05), (found.upper, 0.05), (found.share, 1.0)):
        series = window - usual * control + share * added
        assert interrupted_series(series, WEEKS, has_trend=False).p == pytest.approx(p, abs=0.002)


def test_too_few_contacts_leave_the_interval_without_an_end():
    _, window, control = monday(0.5)
    few = np.zeros(60)
    few[-1] = 3
    found = displacement(few, window, control, WEEKS)
    assert not found.can_tell
    assert found.lower is None
    assert found.new_upper is None


def test_a_quiet_pilot_is_not_clipped_at_0():
    added, window, control = monday(0.0)
    found = displacement(added, window + np.where(WEEKS.is_pilot, 60.0, 0.0), control, WEEKS)
    assert found.share < -0.5
    assert found.new > found.added


def test_a_hole_is_left_out():
    added, window, control = monday(0.5)
    window[[3, 50]] = np.nan
    found = displacement(added, window, control, WEEKS)
    assert found.lower <= 0.5 <= found.upper


def test_what_cannot_be_told_is_said():
    added, window, control = monday(0.5)
    assert displacement(added * 0, window, control, WEEKS) is Reason.NOTHING_ADDED
    assert displacement(added, window, control * 0, WEEKS) is Reason.NO_CONTROL
    assert displacement(added, window, control, PilotWeeks(60, 0)) is Reason.NO_BASELINE
    assert displacement(added, window, control, PilotWeeks(60, 57)) is Reason.SHORT_PILOT
