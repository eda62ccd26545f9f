"""Pilots of which little can be said: each is told with its reason, and no number is shown that is none."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from found_pilots import MOVED, assert_tellable, found_of
from pilot_home import (
    NINE_TO_TEN,
    PILOT_FIRST,
    PILOT_WEEKS,
    every_day,
    opened_early,
    outcome,
    plan,
    rows_of,
    usual,
    wobble,
)

from frontdoor.answers.context import Context
from frontdoor.statistics.count_per_opening import CountPerOpening
from frontdoor.statistics.exact_rate_ratio import RateRatio, exact_rate_ratio
from frontdoor.statistics.pilot_analysis import PilotAnalysis
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_scale import Scale
from frontdoor.statistics.pilot_verdict import Decision, Verdict
from frontdoor.strategy.pilot_plan import Where
from tests.unit.answers.demand_home import demand_context


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Context:
    return demand_context(tmp_path_factory.mktemp("bad"), *rows_of(opened_early, every_day()))


def test_bad_pilots_are_told_with_their_reason(context: Context) -> None:
    bad = {
        "outside": (replace(MOVED, first_day=date(2020, 1, 6), last_day=date(2020, 3, 29)), Reason.OUTSIDE),
        "no baseline": (replace(MOVED, first_day=date(2025, 5, 5), last_day=date(2025, 8, 3)), Reason.SHORT_BASELINE),
        "always zero": (plan(outcome(where=Where((1,), replace(NINE_TO_TEN, from_half_hour=40, before_half_hour=42)))), Reason.ALWAYS_ZERO),
    }  # fmt: skip
    for name, (of, reason) in bad.items():
        found = found_of(context, of)
        assert found.primary.analysis is reason, name
        assert found.primary.judged, name
        assert (found.primary.judged.verdict, found.primary.judged.reason) == (Verdict.CANNOT_TELL, reason), name
        assert found.decision is Decision.RUN_ON, name
        assert_tellable(found)


def test_a_pilot_that_began_with_the_records_has_no_baseline(tmp_path: Path) -> None:
    days = [day for day in every_day() if day >= PILOT_FIRST]
    found = found_of(demand_context(tmp_path, *rows_of(opened_early, days)))
    assert found.primary.analysis is Reason.NO_BASELINE
    assert found.displaced is Reason.NO_BASELINE
    assert isinstance(found.opening, CountPerOpening)
    assert_tellable(found)


def test_a_pilot_of_one_day_holds_no_whole_week(context: Context) -> None:
    found = found_of(context, replace(MOVED, where=Where(), last_day=MOVED.first_day))
    assert found.primary.trouble == "The pilot holds no whole week, and outcomes are counted in whole weeks."
    assert found.planned_weeks == 0
    assert_tellable(found)


def test_a_hole_in_the_records_is_said_and_a_large_one_refused(tmp_path: Path) -> None:
    kept = [day for day in every_day() if not date(2025, 8, 4) <= day < date(2025, 12, 1)]
    found = found_of(demand_context(tmp_path, *rows_of(opened_early, kept)))
    assert found.primary.analysis is Reason.HOLES
    assert any("16 weeks are not known" in caution for caution in found.cautions)
    assert_tellable(found)


def few_a_week(day: date, half_hour: int) -> int:
    """Return 1 or none on Wednesdays at 9am, in every second week before the pilot and in four of five weeks of it."""
    rate = 4 if day >= PILOT_FIRST else 2
    return int(half_hour == 18 and day.weekday() == 2 and wobble(day, half_hour) < rate)


def test_very_small_counts_that_carry_nothing_over_stand_on_the_exact_ratio(tmp_path: Path) -> None:
    one = outcome(where=Where((), None, ("tax",)), comparison=None, worthwhile=0.2)
    rows = [*rows_of(usual, every_day()), *rows_of(few_a_week, every_day(), service="tax")]
    found = found_of(demand_context(tmp_path, *rows), plan(one)).primary
    assert found.series
    assert found.series.scale is Scale.ROOT
    assert isinstance(found.analysis, PilotAnalysis)
    used = ~found.series.weeks.omitted(found.series.values)
    before, during = found.series.values[used & ~found.series.weeks.is_pilot], found.series.values[used][-PILOT_WEEKS:]
    ratio = exact_rate_ratio(int(before.sum()), before.size, int(during.sum()), during.size)
    assert isinstance(ratio, RateRatio)
    assert abs(found.analysis.primary.rho) < 0.1
    assert found.exact == ratio
    assert found.effect
    assert found.effect.value == pytest.approx(during.mean() - before.mean())
    assert found.effect.low == pytest.approx(before.mean() * (ratio.lower - 1))
    assert found.share
    assert found.share.high == pytest.approx((ratio.upper or 0) - 1)
