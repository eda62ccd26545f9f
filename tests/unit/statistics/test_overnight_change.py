"""Channels that appear, vanish or jump overnight are flagged; people who move, and noise, are not."""

import numpy as np
import pytest

from frontdoor.statistics.overnight_change import overnight_changes, recorded_together

WEEKS = 80


def channels(seed, *, mean=(800.0, 300.0, 90.0)):
    return np.random.default_rng(seed).poisson(np.array(mean)[:, None], (len(mean), WEEKS)).astype(np.float64)


def test_steady_channels_are_never_flagged():
    assert all(overnight_changes(channels(seed)) == [] for seed in range(100))


def test_seasons_and_growth_are_never_flagged():
    week = np.arange(WEEKS)
    for seed in range(50):
        wave = 1 + 0.4 * np.sin(2 * np.pi * week / 52) + 0.02 * week
        assert overnight_changes(np.random.default_rng(seed).poisson(200 * wave, (3, WEEKS)).astype(float)) == []


def test_a_channel_that_appears_at_its_full_flow_is_flagged_as_at_once():
    counts = channels(1)
    counts[2, :40] = 0
    (found,) = overnight_changes(counts)
    assert (found.series, found.week, found.is_start, found.is_at_once) == (2, 40, True, True)
    assert recorded_together(counts) == slice(40, WEEKS)


def test_a_channel_that_grows_from_small_is_flagged_but_not_at_once():
    counts = channels(2)
    counts[2] = np.floor(np.clip((np.arange(WEEKS) - 39) / 30, 0, 1) * 90)
    (found,) = overnight_changes(counts)
    assert (found.week, found.is_start, found.is_at_once) == (40, True, False)


def test_a_channel_that_vanishes_is_flagged():
    counts = channels(3)
    counts[1, 60:] = np.nan
    (found,) = overnight_changes(counts)
    assert (found.series, found.week, found.is_start, found.times) == (1, 60, False, 0.0)
    assert recorded_together(counts) == slice(0, 60)


@pytest.mark.parametrize("times", [0.4, 2.0])
def test_a_jump_that_nothing_made_up_for_is_flagged(times):
    counts = channels(4)
    counts[1, 50:] = np.random.default_rng(5).poisson(300 * times, 30)
    (found,) = overnight_changes(counts)
    assert (found.series, found.week, found.is_start) == (1, 50, None)
    assert found.times == pytest.approx(times, rel=0.1)
    assert recorded_together(counts) == slice(0, WEEKS)


def test_a_jump_of_people_who_moved_is_not_flagged():
    counts = channels(6)
    counts[0, 50:] -= 280
    counts[1, 50:] += 280
    assert overnight_changes(counts) == []


def test_a_fall_that_all_channels_share_is_the_season():
    counts = channels(9)
    counts[:, 50:] = np.round(counts[:, 50:] * np.array([[0.6], [0.5], [0.55]]))
    assert overnight_changes(counts) == []


def test_one_wild_week_is_no_jump():
    counts = channels(7)
    counts[1, 50] *= 5
    assert overnight_changes(counts) == []


def test_one_stray_record_of_a_channel_is_no_change():
    counts = np.vstack([channels(10), np.zeros(WEEKS)])
    counts[3, 40] = 1
    assert overnight_changes(counts) == []
    assert recorded_together(counts) == slice(0, WEEKS)


def test_rare_channels_and_quiet_ends_are_no_changes():
    counts = channels(8, mean=(500.0, 0.1))
    assert [one for one in overnight_changes(counts) if one.series == 0] == []
    assert all(one.is_start is not None for one in overnight_changes(counts))
    assert overnight_changes(np.zeros((2, 10))) == []
    assert recorded_together(np.zeros((2, 10))) is None
    assert recorded_together(np.array([[50.0, 50, 50, 0, 0, 0], [0, 0, 0, 50, 50, 50]])) is None
