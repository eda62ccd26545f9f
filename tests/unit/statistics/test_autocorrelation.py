"""Carry-over from one figure to the next: the estimator by hand, its bias, and what must not disturb it."""

import numpy as np
import pytest
from noise import noise, step

from frontdoor.statistics.autocorrelation import carry_over, false_alarm_rate
from frontdoor.statistics.control_chart import control_chart
from frontdoor.statistics.control_chart_result import Variation


def carried(values, rebase_at=()):
    numbers = np.array([values], dtype=np.float64)
    segment = np.zeros(numbers.shape, dtype=np.int64)
    for place in rebase_at:
        segment[:, place:] += 1
    return carry_over(numbers, segment)


def by_definition(*segments):
    """The estimator again, by loops: the best step or line is taken out by trying every place in every segment."""
    segments = [np.asarray(values, dtype=np.float64) for values in segments]
    flat = [values - values.mean() for values in segments]
    best = flat
    for number, values in enumerate(segments):
        line = np.polyval(np.polyfit(range(len(values)), values, 1), range(len(values)))
        trial = [*flat[:number], values - line, *flat[number + 1 :]]
        best = min(best, trial, key=lambda rests: sum(float(rest @ rest) for rest in rests))
        for place in range(3, len(values) - 2):
            parts = values[:place], values[place:]
            stepped = np.concatenate([part - part.mean() for part in parts])
            trial = [*flat[:number], stepped, *flat[number + 1 :]]
            best = min(best, trial, key=lambda rests: sum(float(rest @ rest) for rest in rests))
    products = [float(rest[1:] @ rest[:-1]) for rest in best]
    n, pairs = sum(map(len, segments)), sum(len(values) - 1 for values in segments)
    r = sum(products) / pairs / (sum(float(rest @ rest) for rest in best) / (n - 1))
    return (r + (2.3 + len(segments)) / n) / (1 - 8 / n)


@pytest.mark.parametrize("seed", range(5))
def test_rho_is_what_the_definition_says(seed):
    values = noise(1, 40, 0.4, seed)[0]
    rising = values + np.linspace(0.0, 5.0, 40)
    assert carried(values).rho[0] == pytest.approx(by_definition(values))
    assert carried(rising, rebase_at=[25]).rho[0] == pytest.approx(by_definition(rising[:25], rising[25:]))
    assert carried(values, rebase_at=[15]).rho[0] == pytest.approx(by_definition(values[:15], values[15:]))


@pytest.mark.parametrize(("points", "rho"), [(24, 0.0), (24, 0.4), (36, 0.2), (36, 0.6), (104, 0.4), (104, 0.8)])
def test_rho_is_right_on_average(points, rho):
    values = noise(4000, points, rho)
    found = carry_over(values, np.zeros(values.shape, dtype=np.int64)).rho
    assert found.mean() == pytest.approx(rho, abs=0.04)


def test_a_step_a_unit_and_an_origin_do_not_disturb_rho():
    values = noise(1, 60, 0.3)[0]
    plain = carried(values).rho[0]
    assert carried(1e4 + 7 * values).rho[0] == pytest.approx(plain)
    assert carried(-values).rho[0] == pytest.approx(plain)
    assert carried(values + step(60, 50.0, 20)).rho[0] == pytest.approx(by_definition(values + step(60, 50.0, 20)))


def test_a_rebase_takes_its_change_of_level_out():
    values = noise(1, 60)[0] + step(60, 50.0, 40) + step(60, 90.0, 20)
    assert abs(carried(values, rebase_at=[20, 40]).rho[0]) < 0.4
    assert carried(values).rho[0] > 0.6


@pytest.mark.parametrize("points", [24, 60, 104])
def test_a_steady_rise_is_not_taken_for_carry_over(points):
    rises = noise(500, points) + np.linspace(0.0, 12.0, points)
    found = carry_over(rises, np.zeros(rises.shape, dtype=np.int64))
    assert found.is_established.mean() < 0.12
    assert abs(float(np.mean(found.rho))) < 0.1
    assert control_chart(rises[0], improvement="increase").variation is Variation.IMPROVEMENT_HIGH


def test_neighbours_across_a_gap_are_no_neighbours():
    # Up and down in turn. Leaving out every fourth figure leaves pairs that all differ in sign: still strongly below 0.
    values = np.tile([1.0, -1.0], 20)
    values[3::4] = np.nan
    assert carried(values).rho[0] < -0.8


@pytest.mark.parametrize("values", [[1.0] * 15, [5.0] * 40, [0.1 + 0.2] * 40, [1.0] * 20 + [2.0] * 20, [np.nan] * 40])
def test_too_few_figures_or_no_variation_give_no_rho(values):
    found = carried(values)
    assert np.isnan(found.rho[0])
    assert not found.is_established[0]


def test_the_rate_at_rho_follows_the_published_figures_and_stops_at_their_ends():
    assert [false_alarm_rate(rho) for rho in (0.0, 0.2, 0.4, 0.6)] == pytest.approx([0.019, 0.04, 0.09, 0.20])
    assert false_alarm_rate(0.3) == pytest.approx(0.065)
    assert (false_alarm_rate(-0.5), false_alarm_rate(0.9)) == pytest.approx((0.019, 0.20))


def test_a_chart_states_rho_and_its_rate_and_refuses_where_they_mislead():
    wandering = control_chart(noise(1, 60, 0.7, seed=3)[0])
    assert not wandering.can_judge_change
    assert wandering.rho is not None
    assert f"rho {wandering.rho:.2f}" in (wandering.reason or "")
    assert wandering.false_alarm_rate == pytest.approx(false_alarm_rate(wandering.rho))
    quiet = control_chart(noise(1, 60, 0.0, seed=3)[0])
    assert quiet.can_judge_change
    assert any("in 100 charts flag their last point by chance" in sentence for sentence in quiet.words)
