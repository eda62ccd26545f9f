"""Whatever is recorded, the analysis of a pilot gives finite numbers or a reason: no NaN, no warning, no crash."""

from dataclasses import fields, is_dataclass

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as some
from hypothesis.extra.numpy import arrays

from frontdoor.statistics.detectable_effect import BaselineNoise, baseline_noise, detectable, weeks_needed
from frontdoor.statistics.displacement import displacement
from frontdoor.statistics.pilot_analysis import PilotQuestion, analyse, expected_without
from frontdoor.statistics.pilot_looks import weekly_looks
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_scale import Scale
from frontdoor.statistics.pilot_sensitivity import sensitivity
from frontdoor.statistics.pilot_verdict import judge_benefit, judge_guard
from frontdoor.statistics.pilot_weeks import PilotWeeks, Shape

KINDS = {0: float("nan"), 1: 0.0, 2: 0.0, 3: 1e7}
COUNT = some.integers(0, 40).map(lambda drawn: KINDS.get(drawn, drawn % 7.0))


def numbers_in(found):
    """Return every number of a nest of results."""
    if isinstance(found, float | int | np.floating):
        return [float(found)]
    if isinstance(found, np.ndarray):
        return found.ravel().tolist()
    if isinstance(found, tuple | list):
        return [number for one in found for number in numbers_in(one)]
    if is_dataclass(found):
        return [number for field in fields(found) for number in numbers_in(getattr(found, field.name))]
    return []


@some.composite
def questions(draw):
    number = draw(some.sampled_from([0, 5, 24, 30, 41, 60]))
    first = draw(some.one_of(some.integers(-2, number + 2), some.just(number - 8)))
    units = draw(some.integers(0, 3))
    holiday = (draw(arrays(np.int64, number, elements=some.integers(0, 1))).astype(float),)
    return PilotQuestion(
        draw(arrays(np.float64, number, elements=COUNT)),
        PilotWeeks(number, first, draw(some.sampled_from([(), holiday]))),
        draw(arrays(np.float64, (units, number), elements=COUNT)) if units else None,
        draw(some.sampled_from(Shape)),
        draw(some.sampled_from(Scale)),
    )


@settings(max_examples=60, deadline=None)
@given(questions())
def test_every_answer_is_finite_or_a_reason(question):
    found = analyse(question)
    assert np.isfinite(numbers_in([found, weekly_looks(question, 8)])).all()
    without = expected_without(question)
    if not isinstance(without, Reason):
        others = np.zeros((1, question.weeks.number)) if question.comparisons is None else question.comparisons
        is_unknown = np.isnan(others).any(axis=0)
        assert np.array_equal(np.isnan(without.expected), is_unknown)
        assert np.array_equal(np.isfinite(without.week_upper), ~is_unknown)
    assert np.isfinite(numbers_in(sensitivity(question))).all()
    judged = [judge_benefit(found, 1.0), judge_guard(found, 1.0, higher_is_better=True)]
    assert all((one.interval is None) == isinstance(found, Reason) for one in judged)


@settings(max_examples=60, deadline=None)
@given(questions())
def test_plans_and_displacement_are_finite_or_a_reason(question):
    values, weeks = question.values, question.weeks
    noise = baseline_noise(values[: max(weeks.first, 0)])
    found = [noise, displacement(values, values[::-1].copy(), values + 1, weeks)]
    if isinstance(noise, BaselineNoise):
        found += [detectable(noise, weeks), weeks_needed(1.0, noise, weeks.first)]
    assert np.isfinite(numbers_in(found)).all()
