"""Weekly looks at a running pilot: intervals of 99.7%, one decision at the planned end, and few false alarms."""

import numpy as np
import pytest
from dense_autoregression import weeks_that_carry_over

from frontdoor.statistics.autoregressive_fit import autoregressive_fit
from frontdoor.statistics.interrupted_series import interrupted_series
from frontdoor.statistics.pilot_analysis import PilotQuestion
from frontdoor.statistics.pilot_looks import weekly_looks
from frontdoor.statistics.pilot_verdict import EARLY, FIRST_LOOK, SIGNIFICANT
from frontdoor.statistics.pilot_weeks import PilotWeeks, design

BEFORE, PLANNED = 40, 12


def question(effect, weeks=BEFORE + PLANNED, seed=6):
    shared = weeks_that_carry_over(1, weeks, 0.3, seed)[0]
    own, other = (100 + 2 * shared + 0.7 * weeks_that_carry_over(1, weeks, 0.2, seed + n)[0] for n in (1, 2))
    is_pilot = np.arange(weeks) >= BEFORE
    return PilotQuestion(own + effect * is_pilot, PilotWeeks(weeks, BEFORE), other[None])


def test_looks_run_from_the_fourth_week_to_the_planned_end():
    looks = weekly_looks(question(0.0), PLANNED)
    assert [look.pilot_week for look in looks] == list(range(4, 13))
    assert [look.is_planned_end for look in looks] == [False] * 8 + [True]
    assert not any(look.may_stop for look in looks)


def test_an_early_look_is_what_was_known_then_with_a_wider_interval():
    given = question(1.0)
    early = weekly_looks(given, PLANNED)[2]
    then = interrupted_series(given.series[: BEFORE + 6], given.weeks.until(BEFORE + 6))
    assert early.effect == pytest.approx(then.effect)
    assert early.interval == pytest.approx(then.interval(0.997))


def test_a_big_effect_may_stop_it_early():
    looks = weekly_looks(question(12.0), PLANNED)
    assert looks[0].may_stop
    assert all(look.p < 0.003 for look in looks if look.may_stop and not look.is_planned_end)


def test_a_pilot_still_running_has_no_planned_end_yet():
    looks = weekly_looks(question(0.0, weeks=BEFORE + 7), PLANNED)
    assert [look.pilot_week for look in looks] == [4, 5, 6, 7]
    assert not any(look.is_planned_end for look in looks)


def test_too_short_a_pilot_or_no_baseline_has_no_looks():
    assert weekly_looks(question(0.0, weeks=BEFORE + 3), PLANNED) == []
    assert weekly_looks(PilotQuestion(np.arange(20.0), PilotWeeks(20, 0)), PLANNED) == []


@pytest.mark.parametrize("rho", [0.0, 0.6])
def test_looking_every_week_hardly_raises_false_alarms(rho):
    values = weeks_that_carry_over(1500, BEFORE + PLANNED, rho, seed=12)
    alarmed = np.zeros(len(values), dtype=bool)
    for week in range(FIRST_LOOK, PLANNED + 1):
        model = design(PilotWeeks(BEFORE + week, BEFORE), np.zeros(BEFORE + week, dtype=bool))
        p = autoregressive_fit(values[:, : BEFORE + week], model.columns).effect(model.contrast).p
        alarmed |= p < (SIGNIFICANT if week == PLANNED else EARLY)
    assert 0.03 <= alarmed.mean() <= 0.075  # 4.3% to 5.7% in PILOTS, section 7
