"""The use of hours that were closed before is judged by its count: the whole exact interval against what the plan asks for."""

from dataclasses import replace

import numpy as np
import pytest

from frontdoor.answers.pilot_counted import counted
from frontdoor.answers.pilot_found import OutcomeFound, Range
from frontdoor.statistics.count_per_opening import CountPerOpening
from frontdoor.statistics.intervals import Interval
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_verdict import Caution, Judged, Verdict
from frontdoor.strategy.pilot_plan import PilotOutcome, Role, Where, Window
from tests.unit.answers.told_pilots import MONDAYS_AT_8, plan, series

OPENING = CountPerOpening(492, 12, Interval(37.4, 44.8), Interval(37.4, 44.8), None, False)
"""41 contacts on each of 12 Mondays; Garwood's interval of 492 is 449 to 537."""
USED = PilotOutcome("used", "Calls from 8am", "calls_offered", Role.SECONDARY, MONDAYS_AT_8, worthwhile=30)


def found(outcome=USED, reason=Reason.ZERO_BEFORE):
    """Return an outcome that was 0 in each of 48 weeks and 41 in each of 12."""
    weeks = series(outcome, np.concatenate([np.zeros(48), np.full(12, 41.0)]))
    judged = Judged(Verdict.CANNOT_TELL, (Caution.NO_ANALYSIS,), None, reason) if outcome.worthwhile else None
    return OutcomeFound(outcome, weeks, reason, reason, judged, None, None, 0.0, 41.0)


@pytest.mark.parametrize(("asked", "verdict"), [(30, Verdict.MET), (40, Verdict.CANNOT_TELL), (50, Verdict.NOT_MET)])
def test_the_whole_interval_decides(asked, verdict):
    told = counted(found(replace(USED, worthwhile=asked)), plan(), OPENING, is_finished=True)
    assert told.judged is not None
    assert told.judged.verdict is verdict
    assert told.effect == Range(41.0, 37.4, 44.8)
    assert told.analysis is Reason.ZERO_BEFORE  # it is still compared with nothing


def test_two_days_a_week_are_counted_together():
    both = Where(weekdays=(1, 2), window=Window(16, 18), channels=("phone",))
    told = counted(found(replace(USED, where=both, worthwhile=70)), plan(added=both), OPENING, is_finished=True)
    assert told.effect == Range(82.0, 74.8, 89.6)
    assert told.judged is not None
    assert told.judged.verdict is Verdict.MET


def test_while_it_runs_it_is_too_early():
    told = counted(found(), plan(), OPENING, is_finished=False)
    assert told.judged is not None
    assert told.judged.verdict is Verdict.TOO_EARLY


def test_what_is_only_watched_is_counted_and_not_judged():
    told = counted(found(replace(USED, worthwhile=None)), plan(), OPENING, is_finished=True)
    assert (told.judged, told.effect) == (None, Range(41.0, 37.4, 44.8))


@pytest.mark.parametrize(
    "each",
    [found(reason=Reason.HOLES), found(replace(USED, where=Where())), found(replace(USED, measure="service_level"))],
)
def test_any_other_outcome_stays_as_it_is(each):
    assert counted(each, plan(), OPENING, is_finished=True) is each
    assert counted(found(), plan(), Reason.NO_OPENINGS, is_finished=True).effect is None


def test_hours_open_on_every_day_count_on_the_days_we_open():
    daily = Where(window=Window(16, 18), channels=("phone",))
    opening = replace(OPENING, openings=59)  # 12 weeks of 5 days, less a bank holiday
    told = counted(found(replace(USED, where=daily)), plan(added=daily), opening, is_finished=True)
    assert told.effect is not None
    assert told.effect.value == pytest.approx(5 * 492 / 59)
