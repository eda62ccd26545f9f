"""The sample's planted peaks and events are found again by the demand statistics, and nothing where nothing was planted."""

import numpy as np
import pytest

from benchmarks.demand_series import PUBLIC, trentside, vancouver
from frontdoor.statistics.backtesting import back_test
from frontdoor.statistics.event_effect import event_effect
from frontdoor.statistics.forecasting import Grain
from frontdoor.statistics.map_cells import cells_of
from frontdoor.statistics.map_difference import map_difference, standouts

pytestmark = pytest.mark.slow
MONDAY_AT_NINE, MONDAY_AT_HALF_PAST = 18, 19  # half-hours of the flattened week


@pytest.fixture(scope="module")
def calls(tmp_path_factory):
    return trentside(tmp_path_factory.mktemp("trentside"))


def place(calls, day):
    return int((np.datetime64(day) - calls.days.dates[0]).astype(int))


def test_the_new_bin_rounds_nearly_double_calls_about_waste_and_little_else(calls):
    found = event_effect(calls.counts, calls.days, calls.is_open, place(calls, "2026-07-06"))
    waste = calls.names.index("waste")
    assert found.lower[waste] < 1.85 < found.upper[waste]
    assert found.ratio[waste] == pytest.approx(1.85, abs=0.12)
    others = [row for row, name in enumerate(calls.names) if name not in {"waste", "council_tax"}]
    assert not found.is_beyond_noise[others].any()


@pytest.mark.parametrize("day", ["2025-03-09", "2026-03-09"])
def test_council_tax_bills_raise_calls_about_council_tax_by_half_in_their_week(calls, day):
    found = event_effect(calls.counts, calls.days, calls.is_open, place(calls, day), 21)
    council_tax = calls.names.index("council_tax")
    assert found.by_week[council_tax, 0] == pytest.approx(1.5, abs=0.2)
    assert found.by_week[council_tax, 2] < found.by_week[council_tax, 0]
    assert [name for name, is_so in zip(calls.names, found.is_beyond_noise, strict=True) if is_so] == ["council_tax"]


def test_an_ordinary_monday_is_no_event(calls):
    found = event_effect(calls.counts, calls.days, calls.is_open, place(calls, "2025-10-06"))
    assert not found.is_beyond_noise.any()


def test_mondays_from_nine_are_the_peak(calls):
    every, is_open = calls.counts.sum(axis=0), calls.is_open[0]
    found = standouts(cells_of(every, calls.days.weekday, is_open))
    assert {MONDAY_AT_NINE, MONDAY_AT_HALF_PAST} <= set(found.order[:3].tolist())
    assert found.ratio[0, 18:20].mean() == pytest.approx(1.95, abs=0.2)
    assert np.all(found.is_beyond_noise[0, 18:20])


def test_the_8am_pilot_shows_on_the_map_of_the_monday_morning(calls):
    every, is_open = calls.counts.sum(axis=0), calls.is_open[0]
    opened = place(calls, "2025-09-08")
    before, during = slice(opened - 84, opened), slice(opened, opened + 84)
    cells = [cells_of(every[part], calls.days.weekday[part], is_open[part]) for part in (before, during)]
    found = map_difference(*cells)
    assert np.isnan(found.p[0, 16])  # shut before, so there is nothing to compare
    assert found.difference[0, 18:22].sum() < 0
    assert found.is_changed[1:].mean() <= 0.1


def test_forecasts_beat_both_simple_ones_on_the_sample(calls):
    found = back_test(calls.counts, calls.days, calls.is_open, origins=10)
    for grain in (Grain.DAY, Grain.HALF_HOUR):
        ours, profile, naive = found.scaled_error[grain].mean(axis=1)
        assert ours < profile
        assert ours < naive


@pytest.mark.skipif(not PUBLIC.exists(), reason="../shared/data is not here")
def test_forecasts_beat_both_simple_ones_on_vancouver_and_hold_what_they_say():
    calls = vancouver(PUBLIC / "vancouver_311_contact_centre_daily" / "vancouver_311_contact_centre_daily.csv")
    found = back_test(calls.counts, calls.days, calls.is_open, origins=52)
    ours, profile, naive = found.scaled_error[Grain.DAY][:, 0]
    assert ours < 0.8 * profile
    assert profile < naive
    assert found.coverage[Grain.DAY][:, 0] == pytest.approx([0.8, 0.95], abs=0.06)
