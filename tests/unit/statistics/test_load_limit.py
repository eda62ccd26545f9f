"""Where service breaks: planted limits are found with intervals that hold them, and none where none was planted."""

import numpy as np
import pytest

from frontdoor.statistics.load_crossing import load_crossing, rising
from frontdoor.statistics.load_groups import Groups
from frontdoor.statistics.load_limit import _best_bends, load_limit

LIMIT = 620
SHAPES = {
    "none": lambda load: 0.1 + 0 * load,
    "straight": lambda load: 0.02 + 0.0004 * (load - 300),
    "falling": lambda load: 0.3 - 0.0004 * (load - 300),
    "broken": lambda load: 0.08 + 0.0016 * np.maximum(load - LIMIT, 0),
}


def days_of_service(shape, number=150, seed=0):
    """Return loads, shares of callers failed and the weeks of invented days; callers of a day fail together."""
    random = np.random.default_rng(seed)
    load = random.normal(600, 110, number).round()
    share = np.clip(SHAPES[shape](load), 0.005, 0.98)
    together = random.beta(share * 40, (1 - share) * 40)
    return load, random.binomial(load.astype(int), together) / load, np.arange(number) // 5


def found_in(shape, trials, **given):
    results = []
    for seed in range(trials):
        load, failed, weeks = days_of_service(shape, seed=seed, **given)
        results.append(load_limit(load, failed, load, weeks))
    return results


def test_a_planted_limit_is_found_with_an_interval_that_holds_it():
    results = found_in("broken", 30)
    assert all(result.load is not None for result in results)
    assert np.mean([result.load for result in results]) == pytest.approx(LIMIT, abs=12)
    assert np.mean([result.lower <= LIMIT <= result.upper for result in results]) >= 0.86
    assert np.median([result.after for result in results]) == pytest.approx(0.0016, rel=0.15)
    assert np.median([result.at_limit for result in results]) == pytest.approx(0.08, abs=0.02)


@pytest.mark.slow
@pytest.mark.parametrize(("shape", "most"), [("none", 0.08), ("straight", 0.08), ("falling", 0.05)])
def test_no_limit_is_found_more_often_than_stated(shape, most):
    # 5% stated; of 100 trials up to 8% are within chance (binomial, 94 in 100).
    results = found_in(shape, 100)
    assert np.mean([result.load is not None for result in results]) <= most
    assert all(result.lower is None for result in results if result.load is None)


def test_the_bend_agrees_with_least_squares_tried_everywhere():
    load, failed, _ = days_of_service("broken", number=80)
    weights = load / load.mean()
    bends = np.quantile(load, np.linspace(0.1, 0.9, 40))
    root = np.sqrt(weights)

    def left(bend):
        columns = np.column_stack([np.ones_like(load), load, np.maximum(load - bend, 0)])
        coefficients = np.linalg.lstsq(root[:, None] * columns, root * failed, rcond=None)[0]
        return float(np.sum(weights * (failed - columns @ coefficients) ** 2)), coefficients

    best = min(range(40), key=lambda place: left(bends[place])[0])
    given = Groups.of(load, failed, load, None)
    place, lines = _best_bends(given, bends, np.ones((1, given.number)))
    assert place[0] == best
    assert lines[0] == pytest.approx(left(bends[best])[1], rel=1e-5)


def test_half_hours_of_a_day_are_drawn_together():
    load, failed, _ = days_of_service("broken", number=100)
    alone = load_limit(load, failed, load)
    doubled = load_limit(np.repeat(load, 4), np.repeat(failed, 4), np.repeat(load, 4), np.repeat(np.arange(100), 4))
    assert doubled.load == pytest.approx(alone.load, abs=8)
    assert doubled.upper - doubled.lower == pytest.approx(alone.upper - alone.lower, rel=0.4)


def test_too_little_says_nothing_and_a_constant_has_no_limit():
    load, failed, _ = days_of_service("broken", number=39)
    assert load_limit(load, failed) is None
    load, failed, _ = days_of_service("broken", number=60)
    assert load_limit(load, failed, groups=np.arange(60) // 6) is None
    assert load_limit(load, np.full(60, 0.1)).load is None
    assert load_limit(np.full(60, 500.0), failed).load is None
    assert load_limit(np.full(60, np.nan), failed) is None


def test_unknown_figures_and_empty_days_are_left_out():
    load, failed, weeks = days_of_service("broken", number=100)
    usual = load_limit(load, failed, load, weeks)
    more = load_limit(
        np.append(load, [500, 0]),
        np.append(failed, [np.nan, 0.9]),
        np.append(load, [500, 0]),
        np.append(weeks, [90, 91]),
    )
    assert more == usual


def test_lengths_that_differ_are_refused():
    with pytest.raises(ValueError, match="Lengths differ: 3 loads, 2 figures"):
        load_limit([1, 2, 3], [1, 2])


def test_where_one_in_five_fails_is_read_off_the_rising_curve():
    crossings = []
    for seed in range(30):
        load, failed, weeks = days_of_service("broken", number=250, seed=seed)
        crossings.append(load_crossing(load, failed, 0.2, load, weeks))
    truth = LIMIT + (0.2 - 0.08) / 0.0016
    assert np.median([crossing.load for crossing in crossings]) == pytest.approx(truth, abs=12)
    assert np.mean([crossing.lower <= truth <= crossing.upper for crossing in crossings]) >= 0.86


def test_a_level_never_reached_is_beyond_what_was_seen_and_one_always_passed_is_at_its_start():
    load, failed, _ = days_of_service("none", number=200)
    never, always = load_crossing(load, failed, 0.9), load_crossing(load, failed, 0.01)
    assert (never.load, never.upper) == (np.inf, np.inf)
    assert (always.load, always.lower) == (0.0, 0.0)


def test_the_rising_curve_agrees_with_pooling_neighbours():
    random = np.random.default_rng(3)
    totals, weights = random.normal(np.arange(12), 4, (20, 12)), random.uniform(0.5, 3, (20, 12))

    def pooled(values, weights):  # pool adjacent violators, Ayer and others 1955
        blocks = []
        for value, weight in zip(values, weights, strict=True):
            blocks.append([value, weight, 1])
            while len(blocks) > 1 and blocks[-2][0] >= blocks[-1][0]:
                (one, w1, n1), (two, w2, n2) = blocks[-2:]
                blocks[-2:] = [[(one * w1 + two * w2) / (w1 + w2), w1 + w2, n1 + n2]]
        return np.concatenate([np.full(size, value) for value, _, size in blocks])

    expected = np.stack([pooled(row, weight) for row, weight in zip(totals, weights, strict=True)])
    assert rising(totals * weights, weights) == pytest.approx(expected)


@pytest.mark.parametrize("seed", range(5))
def test_loads_rounded_to_five_have_a_crossing_too(seed):
    random = np.random.default_rng(seed)
    load = np.round(random.normal(165, 35, 185) / 5) * 5
    failing = np.clip(load / 380 + random.normal(0, 0.03, 185), 0, 1)
    found = load_crossing(load, failing, 0.5, weights=load)
    assert found is not None
    assert found.lower <= found.load <= found.upper
    assert found.load == pytest.approx(190, abs=6)
    assert not np.isnan(found.curve).any()
