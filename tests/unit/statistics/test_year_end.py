"""Where a year is heading: held to algebra where it is simple, and to invented years whose end is known."""

import numpy as np
import pytest

from frontdoor.statistics.arrays import Floats
from frontdoor.statistics.year_end import year_end

YEARS = 150


def rates(kind: str, months: int, random: np.random.Generator) -> Floats:
    """Give invented monthly rates: steady, wandering or seasonal."""
    noise = random.normal(0, 0.02, months)
    if kind == "wandering":
        return np.asarray(0.7 + np.cumsum(random.normal(0, 0.012, months)) + noise)
    season = 0.04 * np.cos(np.arange(months) * np.pi / 6) if kind == "seasonal" else 0.0
    return np.asarray(0.7 + season + noise)


@pytest.mark.parametrize(("kind", "least"), [("steady", 0.93), ("wandering", 0.85), ("seasonal", 0.93)])
def test_the_interval_holds_the_year_that_came(kind: str, least: float) -> None:
    random, held = np.random.default_rng(7), 0
    for _ in range(YEARS):
        denominators = random.poisson(900, 36).astype(np.float64)
        numerators = rates(kind, 36, random) * denominators
        found = year_end(numerators[:30], denominators[:30], 6)
        assert found is not None
        came = numerators[24:].sum() / denominators[24:].sum()
        held += found.interval.lower <= came <= found.interval.upper
    assert held / YEARS >= least


def test_a_rate_that_never_changes_is_what_the_year_comes_to() -> None:
    denominators = np.full(30, 500.0)
    found = year_end(0.8 * denominators, denominators, 6)
    assert found is not None
    assert (found.value, found.known) == pytest.approx((0.8, 0.8))
    assert (found.interval.lower, found.interval.upper) == pytest.approx((0.8, 0.8), abs=1e-6)
    assert (found.chance_above(0.79), found.chance_above(0.81)) == pytest.approx((1.0, 0.0), abs=1e-6)


def test_what_is_counted_already_weighs_by_how_much_it_is() -> None:
    random = np.random.default_rng(3)
    denominators = np.full(35, 500.0)
    found = year_end(random.normal(0.8, 0.02, 35) * denominators, denominators, 11)
    early = year_end(random.normal(0.8, 0.02, 27) * denominators[:27], denominators[:27], 3)
    assert found is not None
    assert early is not None
    assert found.share_known == pytest.approx(11 / 12)
    assert early.interval.upper - early.interval.lower > 3 * (found.interval.upper - found.interval.lower)


def test_months_without_a_record_are_left_out() -> None:
    random = np.random.default_rng(5)
    denominators = np.full(30, 500.0)
    numerators = random.normal(0.8, 0.02, 30) * denominators
    numerators[[3, 26]] = np.nan
    found = year_end(numerators, denominators, 6)
    assert found is not None
    assert found.known == pytest.approx(np.nansum(numerators[24:]) / 2_500)
    assert np.isfinite([found.value, found.interval.lower, found.interval.upper]).all()


@pytest.mark.parametrize(("months", "of_year"), [(11, 3), (30, 0), (30, 12)])
def test_too_few_months_a_year_not_begun_and_a_year_that_is_over_are_not_predicted(months: int, of_year: int) -> None:
    denominators = np.full(months, 500.0)
    assert year_end(0.8 * denominators, denominators, of_year) is None
