"""What an event did: planted effects come back with intervals that hold them, and quiet weeks show none."""

from dataclasses import replace

import numpy as np
import pytest
from invented_demand import half_hours_open, in_half_hours, run_of_days, totals, weekdays_open

from frontdoor.statistics.event_effect import event_effect

BEFORE, LENGTH = 7 * 60, 28


def lines(series, effect=1.0, *, mean=150.0, rho=0.5, drift=0.01, seed=21):
    """Return demand that carries over from day to day and wanders, `effect` times as much from day BEFORE on."""
    days = run_of_days(BEFORE + LENGTH)
    is_open = weekdays_open(days, series)
    counts = totals(days, mean, series, rho=rho, drift=drift, seed=seed) * is_open
    random = np.random.default_rng(seed + 1)
    counts[:, BEFORE:] = random.poisson(counts[:, BEFORE:] * effect) if effect != 1 else counts[:, BEFORE:]
    return counts, days, is_open


@pytest.mark.parametrize(("mean", "rho", "drift"), [(20, 0.0, 0.0), (150, 0.5, 0.01), (300, 0.8, 0.0)])
def test_no_effect_is_found_more_often_than_stated(mean, rho, drift):
    found = event_effect(*lines(200, mean=mean, rho=rho, drift=drift), BEFORE, LENGTH)
    assert found.is_beyond_noise.mean() <= 0.08  # 5% stated; 200 series
    assert np.median(found.ratio) == pytest.approx(1.0, abs=0.02)


@pytest.mark.parametrize("effect", [0.7, 1.3, 1.85])
def test_a_planted_effect_is_measured_and_held(effect):
    found = event_effect(*lines(120, effect), BEFORE, LENGTH)
    assert np.median(found.ratio) == pytest.approx(effect, rel=0.03)
    assert np.mean((found.lower <= effect) & (found.upper >= effect)) >= 0.9
    assert found.is_beyond_noise.mean() >= 0.9
    assert np.mean((found.by_week_lower <= effect) & (found.by_week_upper >= effect)) >= 0.88


def test_extra_contacts_are_those_over_what_was_expected():
    counts, days, is_open = lines(5, 1.5)
    found = event_effect(counts, days, is_open, BEFORE, LENGTH)
    came = counts[:, BEFORE:].sum(axis=1)
    assert found.extra == pytest.approx(came * (1 - 1 / found.ratio))
    assert np.all(found.extra_lower < found.extra)
    assert np.all(found.extra < found.extra_upper)
    assert np.all((found.extra_lower > 0) == (found.lower > 1))


def test_the_effect_of_the_same_event_last_year_is_not_taken_off():
    days = run_of_days(7 * 80)
    event, event_day = np.zeros(len(days), dtype=np.int64), np.zeros(len(days), dtype=np.int64)
    for first in (7 * 24, 7 * 76):
        event[first : first + LENGTH], event_day[first : first + LENGTH] = 1, np.arange(LENGTH)
    days = replace(days, event=event, event_day=event_day)
    is_open = weekdays_open(days)
    counts = totals(days, 300, spread=0.03) * is_open
    counts[:, event > 0] *= 1.5
    found = event_effect(counts, days, is_open, 7 * 76, LENGTH)
    assert found.ratio[0] == pytest.approx(1.5, abs=0.12)


def test_half_hours_give_the_same_answer_as_their_days():
    counts, days, is_open = lines(2, 1.3)
    by_day = event_effect(counts, days, is_open, BEFORE, LENGTH)
    by_half_hour = event_effect(in_half_hours(counts), days, half_hours_open(is_open), BEFORE, LENGTH)
    assert by_half_hour.ratio == pytest.approx(by_day.ratio)
    assert by_half_hour.upper == pytest.approx(by_day.upper)


def test_too_little_before_or_nothing_after_cannot_be_told():
    counts, days, is_open = lines(1)
    assert event_effect(counts, days, is_open, 7 * 15) is None
    assert event_effect(counts, days, is_open, len(days)) is None
    assert event_effect(counts, days, is_open, 7 * 16) is not None


def test_unknown_days_of_the_event_are_left_out():
    counts, days, is_open = lines(1, 1.5)
    whole = event_effect(counts, days, is_open, BEFORE, LENGTH)
    counts[0, BEFORE + 7 : BEFORE + 14] = np.nan
    found = event_effect(counts, days, is_open, BEFORE, LENGTH)
    assert np.isnan(found.by_week[0, 1])
    assert found.ratio == pytest.approx(whole.ratio, rel=0.1)
