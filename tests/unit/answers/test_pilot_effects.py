"""Effects on the scale of the analysis and what they are a week: there and back again, and never a number that is none."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdoor.answers.pilot_effects import change_of, on_effect_scale, ranges_of
from frontdoor.statistics.interrupted_series import PilotEffect
from frontdoor.statistics.intervals import Interval
from frontdoor.statistics.pilot_scale import Scale

MEANS = st.floats(1.0, 5000.0)


@given(scale=st.sampled_from(Scale), during=MEANS, share=st.floats(-3.0, 0.9))
def test_a_change_a_week_comes_back_from_its_effect(scale: Scale, during: float, share: float) -> None:
    a_week = share * during
    back, _ = change_of(on_effect_scale(a_week, scale, during), scale, during)
    assert back == pytest.approx(a_week, abs=1e-6 * during)


@given(scale=st.sampled_from((Scale.LOG, Scale.ROOT)), during=MEANS, times=st.floats(1.5, 100.0))
def test_no_effect_adds_more_than_came(scale: Scale, during: float, times: float) -> None:
    assert on_effect_scale(times * during + 1, scale, during) == np.inf


def test_a_logarithm_is_a_share_of_what_would_have_been() -> None:
    # 150 a week where 100 would have been: an effect of log(1.5)
    a_week, share = change_of(float(np.log(1.5)), Scale.LOG, 150.0)
    assert a_week == pytest.approx(50.0)
    assert share == pytest.approx(0.5)


@given(scale=st.sampled_from(Scale), effect=st.floats(-2.0, 2.0), reach=st.floats(0.0, 1e4), during=MEANS)
def test_nothing_shown_is_not_a_number(scale: Scale, effect: float, reach: float, during: float) -> None:
    found = PilotEffect(effect, 1.0, 10.0, 0.5, 0.0, 1.0, 50, 10, 4)
    a_week, share = ranges_of(found, Interval(effect - reach, effect + reach), scale, during)
    for one in (a_week, share):
        if one is not None:
            assert all(end is None or np.isfinite(end) for end in (one.value, one.low, one.high))
            assert one.low is None or one.low <= one.value + 1e-9
            assert one.high is None or one.high >= one.value - 1e-9


def test_weeks_of_none_after_many_have_a_number_still() -> None:
    a_week, share = change_of(-5.0, Scale.LOG, 0.0)
    assert a_week is not None
    assert a_week < 0
    assert share == pytest.approx(np.expm1(-5.0))
