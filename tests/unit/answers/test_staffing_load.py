"""The usual week: means of open days, a busy day, and what too few days cannot tell."""

import numpy as np

from frontdoor.answers.staffing_load import busy_day, mean_calls
from frontdoor.answers.staffing_patience import from_sums
from frontdoor.answers.staffing_redials import from_counts

MONDAYS = np.zeros(5, dtype=np.int64)  # five days, all Mondays
NINE = 18


def five_mondays() -> tuple[np.ndarray, np.ndarray]:
    counts = np.zeros((5, 48))
    counts[:, NINE] = [10, 20, 30, 40, 50]
    is_open = np.zeros((5, 48), dtype=np.bool_)
    is_open[:, NINE : NINE + 2] = True
    return counts, is_open


def test_the_mean_is_over_open_days():
    counts, is_open = five_mondays()
    hours = np.zeros((7, 48), dtype=np.bool_)
    hours[0, NINE : NINE + 2] = True
    assert mean_calls(counts, MONDAYS, is_open, hours)[0, NINE] == 30
    is_open[:2] = False
    assert mean_calls(counts, MONDAYS, is_open, hours)[0, NINE] == 40


def test_two_days_do_not_make_a_mean_and_a_closed_half_hour_has_none():
    counts, is_open = five_mondays()
    hours = np.zeros((7, 48), dtype=np.bool_)
    hours[0, NINE : NINE + 2] = True
    is_open[:3] = False
    found = mean_calls(counts, MONDAYS, is_open, hours)
    assert np.isnan(found[0, NINE])
    assert found[0, NINE + 5] == 0
    assert np.isnan(mean_calls(counts, MONDAYS, is_open, np.ones((7, 48), dtype=np.bool_))[1]).all()


def test_a_busy_day_is_one_that_four_in_five_stay_within():
    counts, is_open = five_mondays()
    times = busy_day(counts, MONDAYS, is_open)
    assert times[0] == 42 / 30  # the 80th percentile of 10, 20, 30, 40, 50 lies at 42
    assert times[1] == 1


def test_patience_is_time_waited_over_those_who_gave_up():
    assert from_sums(100, 30_000, is_whole=True).seconds == 300
    assert not from_sums(5, 30_000, is_whole=True).is_known
    assert not from_sums(0, 0, is_whole=True).is_known
    assert "too short" in from_sums(100, 30_000, is_whole=False).words


def test_redials_are_the_share_among_linked_calls_and_nothing_without_a_key():
    found = from_counts(repeats=30, linked=300, calls=600)
    assert found.share == 0.1
    assert "10%" in found.words
    assert "50%" in found.words
    assert from_counts(repeats=5, linked=10, calls=600).share == 0  # ten known callers cannot tell
    unknown = from_counts(repeats=0, linked=0, calls=600)
    assert unknown.share == 0
    assert "nothing was taken off" in unknown.words
