"""What was planted in the rotas is found again through the product: who is on duty, and where the week is short."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from frontdoor.access.audience import Audience
from frontdoor.answers.context import open_context
from frontdoor.answers.peaks_choices import Staffing
from frontdoor.answers.staffing_gap import Gap, gap_of
from frontdoor.answers.staffing_week import StaffedWeek, staffed_week
from frontdoor.filters import Filters
from frontdoor.periods import Period
from sample_data.planted import rotas as planted
from sample_data.planted.truth import Truth

pytestmark = pytest.mark.slow
NINE_TO_ELEVEN = slice(18, 22)
MONDAY, FRIDAY = 0, 4
OCTOBER = Period.month(date(2026, 10, 1))


@pytest.fixture(scope="module")
def week(sample_home: Path) -> StaffedWeek:
    filters = Filters("trentside", OCTOBER)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FRONTDOOR_HOME", str(sample_home))
        return staffed_week(filters, Staffing.MEAN_DAY, open_context(filters, Audience.OFFICER))


def rostered(week: StaffedWeek) -> np.ndarray:
    assert week.rostered is not None
    return week.rostered


def gap(week: StaffedWeek) -> Gap:
    return gap_of(week.need.on_the_rota, rostered(week), week.load.is_told)


FOUND: dict[str, Callable[[StaffedWeek], float]] = {
    "rota_hours": lambda week: float(np.nansum(rostered(week))) / 2,
    "rota_mondays": lambda week: float(rostered(week)[MONDAY, NINE_TO_ELEVEN].mean()),
    "rota_other_days": lambda week: float(rostered(week)[MONDAY + 1 : FRIDAY + 1, NINE_TO_ELEVEN].mean()),
    "mondays_short": lambda week: float(
        week.need.on_the_rota[MONDAY, NINE_TO_ELEVEN].mean() / rostered(week)[MONDAY, NINE_TO_ELEVEN].mean()
    ),
    "fridays_spare": lambda week: float(gap(week).cover.hours_over[FRIDAY].sum()),
}
TRENTSIDES = [truth for truth in planted.TRUTHS if truth.council == "trentside"]


def test_every_planted_truth_is_looked_for():
    assert {truth.key for truth in TRENTSIDES} == set(FOUND)


@pytest.mark.parametrize("truth", TRENTSIDES, ids=lambda truth: truth.key)
def test_what_was_planted_is_found(week, truth: Truth):
    assert FOUND[truth.key](week) == pytest.approx(truth.value, abs=max(truth.within, 1e-6))


def test_mondays_are_short_and_fridays_are_not(week):
    short = gap(week).cover.hours_short.sum(axis=1)
    assert short[MONDAY] > 0.9 * short.sum()
    assert short[FRIDAY] == 0
