"""The shift of a share: intervals hold the planted shift although weeks go together, and noise is no shift."""

import numpy as np
import pytest
from invented_shift import weekly_shares

from frontdoor.statistics.intervals import newcombe_difference
from frontdoor.statistics.share_shift import share_shift

SERIES, SHIFT = 400, 0.07


def years(weeks=52, shift=SHIFT, *, mean=3000.0, rho=0.3, drift=0.08, seed=51):
    random = np.random.default_rng(seed)
    before = weekly_shares(random, SERIES, weeks, 0.4, mean=mean, rho=rho, drift=drift)
    after = weekly_shares(random, SERIES, weeks, 0.4 + shift, mean=mean, rho=rho, drift=drift)
    return share_shift(*before, *after)


@pytest.mark.parametrize("weeks", [12, 52])
@pytest.mark.parametrize(
    ("mean", "rho", "least"), [(15, 0.6, 0.93), (400, 0.3, 0.92), (3000, 0.0, 0.93), (3000, 0.6, 0.87)]
)
def test_the_interval_holds_the_planted_shift(weeks, mean, rho, least):
    found = years(weeks, mean=mean, rho=rho)
    assert np.mean((found.lower <= SHIFT) & (found.upper >= SHIFT)) >= least


def test_the_interval_of_independent_contacts_would_not():
    random = np.random.default_rng(52)
    before = weekly_shares(random, SERIES, 52, 0.4, mean=3000, rho=0.6)
    after = weekly_shares(random, SERIES, 52, 0.4 + SHIFT, mean=3000, rho=0.6)
    naive = newcombe_difference(*(part.sum(axis=1) for part in (*after, *before)))
    assert np.mean((naive.lower <= SHIFT) & (naive.upper >= SHIFT)) < 0.5
    held = share_shift(*before, *after)
    assert np.mean((held.lower <= SHIFT) & (held.upper >= SHIFT)) >= 0.87


def test_noise_is_no_shift_and_a_shift_is_found():
    quiet, moved = years(shift=0.0), years()
    assert np.mean(quiet.p < 0.05) <= 0.09
    assert quiet.is_beyond_noise.mean() <= 0.03  # false discoveries over 400 services in which nothing moved
    assert moved.is_beyond_noise.mean() >= 0.99
    assert np.median(moved.change) == pytest.approx(SHIFT, abs=0.003)


def test_a_steady_drift_within_both_years_does_not_widen_the_interval():
    still, drifting = years(drift=0.0, rho=0.0), years(drift=0.15, rho=0.0)
    width = [np.median(found.upper - found.lower) for found in (still, drifting)]
    assert width[1] == pytest.approx(width[0], rel=0.1)


def test_the_change_is_of_the_sums_by_hand():
    # 40 of 100 and 60 of 300 is 100 of 400; 0 of 0 is no week
    digital, contacts = np.array([[40.0, 60.0, 0.0]]), np.array([[100.0, 300.0, 0.0]])
    found = share_shift(digital, contacts, digital * 2, contacts)
    assert [found.before[0], found.after[0], found.change[0]] == pytest.approx([0.25, 0.5, 0.25])
    assert np.isnan([found.lower[0], found.upper[0], found.p[0]]).all()  # two weeks cannot tell noise
    assert not found.is_beyond_noise[0]


def test_unknown_weeks_are_left_out():
    random = np.random.default_rng(53)
    before = weekly_shares(random, 1, 30, 0.4, mean=500, rho=0.3)
    after = weekly_shares(random, 1, 30, 0.5, mean=500, rho=0.3)
    short = share_shift(*before, *(part[:, :26] for part in after))
    digital, contacts = (part.copy() for part in after)
    digital[0, 26:], contacts[0, 26:] = np.nan, np.nan
    gaps = share_shift(*before, digital, contacts)
    assert [gaps.change[0], gaps.lower[0]] == pytest.approx([short.change[0], short.lower[0]])


def test_no_digital_contact_at_all_is_no_certainty():
    found = share_shift(np.zeros((1, 12)), np.full((1, 12), 5.0), np.zeros((1, 12)), np.full((1, 12), 5.0))
    assert found.change[0] == 0
    assert found.lower[0] < -0.02
    assert found.upper[0] > 0.02
    assert not found.is_beyond_noise[0]


def test_a_part_larger_than_its_whole_is_refused():
    with pytest.raises(ValueError, match="more contacts of the part"):
        share_shift(np.full((1, 8), 3.0), np.full((1, 8), 2.0), np.ones((1, 8)), np.ones((1, 8)))
