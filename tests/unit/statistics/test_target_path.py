"""A share beside the strategy's path: straight between dated targets, judged over a period's own days."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdoor.statistics.target_path import Path, Place, path_on, standing

PATH = Path(np.array(["2025-04-01", "2026-04-01", "2027-04-01"], dtype="datetime64[D]"), np.array([0.40, 0.50, 0.70]))


def days(*dates):
    return np.array(dates, dtype="datetime64[D]")


def at(share, **more):
    """Return the place of one period, the whole of June 2026, with that share."""
    more = {name: tuple(map(np.atleast_1d, value)) if name == "interval" else value for name, value in more.items()}
    return standing(PATH, days("2026-06-01"), days("2026-06-30"), np.array([share]), **more).places[0]


def test_the_path_is_straight_between_targets_and_stays_at_the_last():
    found = path_on(PATH, days("2025-03-31", "2025-04-01", "2026-03-31", "2026-04-01", "2026-10-01", "2030-01-01"))
    assert np.isnan(found[0])
    assert found[1:] == pytest.approx([0.40, 0.50 - 0.10 / 365, 0.50, 0.50 + 0.20 * 183 / 365, 0.70])


def test_a_period_is_held_against_the_mean_of_its_own_days():
    found = standing(PATH, days("2026-04-01"), days("2027-03-31"), np.array([0.55]))
    assert found.path[0] == pytest.approx(0.60 - 0.10 / 365)
    assert found.gap[0] == pytest.approx(-0.05 + 0.10 / 365)
    assert found.places == (Place.BEHIND,)


def test_places_of_a_count():
    # June 2026: days 61 to 90 of 365 from 50% to 70%: mean 50% + 20 x 75.5 / 365 = 54.137%
    assert at(0.5414) is Place.ON_PATH
    assert at(0.5413) is Place.BEHIND
    assert at(0.5350, tolerance=0.01) is Place.CLOSE
    assert at(0.5300, tolerance=0.01) is Place.BEHIND
    assert at(np.nan) is Place.CANNOT_TELL


def test_a_sample_is_judged_only_where_its_interval_is_on_one_side():
    assert at(0.56, interval=(0.53, 0.59)) is Place.CANNOT_TELL
    assert at(0.56, interval=(0.55, 0.59)) is Place.ON_PATH
    assert at(0.50, interval=(0.47, 0.53)) is Place.BEHIND


def test_a_share_that_should_fall_is_judged_the_other_way_round():
    assert at(0.50, is_higher_better=False) is Place.ON_PATH
    assert at(0.56, is_higher_better=False) is Place.BEHIND
    assert at(0.56, is_higher_better=False, interval=(0.53, 0.59)) is Place.CANNOT_TELL
    assert at(0.55, is_higher_better=False, tolerance=0.02) is Place.CLOSE


@given(st.floats(0, 1), st.floats(0, 0.1))
def test_better_and_worse_mirror(share, tolerance):
    mirrored = Path(PATH.dates, 1 - PATH.targets)
    one = standing(PATH, days("2026-06-01"), days("2026-06-30"), np.array([share]), tolerance=tolerance)
    two = standing(
        mirrored,
        days("2026-06-01"),
        days("2026-06-30"),
        np.array([1 - share]),
        tolerance=tolerance,
        is_higher_better=False,
    )
    assert one.places == two.places
    assert one.gap == pytest.approx(-two.gap, abs=1e-12)


def test_a_period_that_begins_before_the_path_has_none():
    assert standing(PATH, days("2025-03-15"), days("2025-04-14"), np.array([0.9])).places == (Place.NO_PATH,)


@pytest.mark.parametrize(
    ("dates", "targets"),
    [([], []), (["2026-01-01"], [0.4, 0.5]), (["2026-01-01", "2026-01-01"], [0.4, 0.5]), (["2026-01-01"], [45.0])],
)
def test_targets_that_make_no_path_are_refused(dates, targets):
    with pytest.raises(ValueError, match="target"):
        Path(days(*dates), np.array(targets))
