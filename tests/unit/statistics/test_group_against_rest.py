"""A group that gains less than the rest is named, one that moves with them is not, and too few months say nothing."""

import numpy as np
import pytest

from frontdoor.statistics.group_against_rest import contacts_against_rest, shares_against_rest

MONTHS = 12


def steady(*shares, contacts=1_000.0):
    """Return digital contacts and contacts of groups that have the same share every month."""
    whole = np.full((len(shares), MONTHS), contacts)
    return whole * np.array(shares)[:, None], whole


def test_a_group_that_stays_while_the_rest_moves_is_beyond_noise():
    # The group stays at 20%; the other two go from 40% to 50%: 10 points less than the rest.
    before, after = steady(0.2, 0.4, 0.4), steady(0.2, 0.5, 0.5)
    found = shares_against_rest(*before, *after)
    assert found.change[0] == pytest.approx(-0.10)
    assert found.lower[0] < -0.10 < found.upper[0] < 0
    assert found.is_beyond_noise[0]
    # Each of the others gained 10 points where its rest, half of it the group that stayed, gained 5.
    assert found.change[1] == pytest.approx(0.05)


def test_groups_that_move_together_are_not_marked():
    found = shares_against_rest(*steady(0.2, 0.4, 0.6), *steady(0.25, 0.45, 0.65))
    assert found.change == pytest.approx([0, 0, 0], abs=1e-9)
    assert not found.is_beyond_noise.any()


def test_a_small_group_is_told_with_a_wide_interval():
    contacts = np.array([[4.0] * MONTHS, [1_000.0] * MONTHS])
    before, after = contacts * [[0.25], [0.4]], contacts * [[0.25], [0.5]]
    found = shares_against_rest(before, contacts, after, contacts)
    assert found.upper[0] > 0
    assert not found.is_beyond_noise[0]


def test_contact_that_halves_against_the_rest_is_found():
    before = np.full((2, MONTHS), 400.0)
    after = np.stack([np.full(MONTHS, 200.0), np.full(MONTHS, 400.0)])
    found = contacts_against_rest(before, after)
    assert found.change[0] == pytest.approx(0.5, abs=0.002)
    assert found.upper[0] < 0.6
    assert found.is_beyond_noise[0]


def test_a_season_that_all_share_is_no_fall():
    season = 300 + 200 * np.sin(np.arange(MONTHS))
    found = contacts_against_rest(np.stack([season, season * 2]), np.stack([season * 0.8, season * 1.6]))
    assert found.change == pytest.approx([1, 1], abs=0.01)
    assert not found.is_beyond_noise.any()


def test_five_months_are_told_and_not_judged():
    before, after = steady(0.2, 0.4), steady(0.2, 0.6)
    cut = [each[:, :5] for each in (*before, *after)]
    found = shares_against_rest(*cut)
    assert found.change[0] == pytest.approx(-0.2)
    assert np.isnan(found.lower[0])
    assert not found.is_beyond_noise[0]
    few = contacts_against_rest(cut[1], cut[3] * 0.5)
    assert np.isnan(few.lower).all()
    assert not few.is_beyond_noise.any()


def test_chance_alone_marks_few():
    random = np.random.default_rng(20_261_122)
    marked = 0
    for _ in range(200):
        whole = random.poisson(300, (2, 6, MONTHS)).astype(float)
        part = random.binomial(whole.astype(int), 0.4).astype(float)
        marked += shares_against_rest(part[0], whole[0], part[1], whole[1]).is_beyond_noise.any()
        marked += contacts_against_rest(whole[0], whole[1]).is_beyond_noise.any()
    assert marked <= 0.05 * 400
