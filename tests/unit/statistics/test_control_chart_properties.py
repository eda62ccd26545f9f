"""What must hold of every control chart, whatever the numbers; and that a second, exact chart agrees point by point."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal
from xmr_by_hand import chart_by_hand

from frontdoor.statistics.control_chart import control_chart, control_charts

# Few distinct whole numbers make ties, runs, points on the mean and points on the limits likely.
FIGURES = st.lists(st.integers(0, 9) | st.integers(0, 40), min_size=1, max_size=40)
WITH_GAPS = st.lists(st.integers(0, 12) | st.none(), min_size=1, max_size=40)


@st.composite
def charted(draw):
    values = draw(WITH_GAPS)
    rebase_at = draw(st.lists(st.integers(0, len(values) - 1), max_size=3))
    return values, rebase_at, draw(st.none() | st.integers(12, 20)), draw(st.booleans())


@given(charted())
@settings(max_examples=300, deadline=None)
def test_a_second_exact_chart_agrees(case):
    values, rebase_at, fix_after, screen = case
    chart = control_chart(values, "neutral", None, rebase_at, fix_after, screen)
    expected = chart_by_hand(values, rebase_at, fix_after, screen)
    assert chart.points["rule"].to_list() == [point.rule for point in expected]
    ways = {"neutral_high": 1, "neutral_low": -1}
    assert [ways.get(kind, 0) for kind in chart.points["point_type"]] == [point.direction for point in expected]
    for name, ends in (("lower_limit", "lower"), ("upper_limit", "upper"), ("mean", "mean")):
        exact = [getattr(point, ends) for point in expected]
        found = chart.points[name].to_list()
        assert [one is None for one in found] == [one is None for one in exact]
        assert [one for one in found if one is not None] == pytest.approx([float(x) for x in exact if x is not None])


@given(FIGURES)
@settings(deadline=None)
def test_turning_the_numbers_round_turns_better_round_and_changes_nothing_else(values):
    up = control_chart(values, "increase", target=5)
    down = control_chart([-value for value in values], "decrease", target=-5)
    assert up.points["rule"].to_list() == down.points["rule"].to_list()
    assert up.points["point_type"].to_list() == down.points["point_type"].to_list()
    assert up.assurance == down.assurance
    assert (up.since, up.can_judge_change) == (down.since, down.can_judge_change)
    assert down.variation == up.variation.replace("high", "x").replace("low", "high").replace("x", "low")


@given(FIGURES)
@settings(deadline=None)
def test_more_is_better_and_less_is_better_disagree_on_every_flagged_point(values):
    opposite = {"improvement": "concern", "concern": "improvement", "common_cause": "common_cause"}
    up, down = control_chart(values, "increase").points, control_chart(values, "decrease").points
    assert up["rule"].to_list() == down["rule"].to_list()
    assert [opposite[kind] for kind in up["point_type"]] == down["point_type"].to_list()


@given(FIGURES, st.sampled_from([0.01, 0.5, 3.0, 1e6]), st.sampled_from([-1000.0, 0.0, 7.0, 1e5]))
@settings(deadline=None)
def test_neither_the_unit_nor_the_origin_matters(values, scale, origin):
    plain = control_chart(values, target=6)
    moved = control_chart([scale * value + origin for value in values], target=scale * 6 + origin)
    assert plain.points["rule"].to_list() == moved.points["rule"].to_list()
    assert plain.points["point_type"].to_list() == moved.points["point_type"].to_list()
    assert (plain.variation, plain.assurance, plain.since) == (moved.variation, moved.assurance, moved.since)


@given(FIGURES, st.data())
@settings(deadline=None)
def test_what_follows_a_rebase_is_the_chart_of_it_alone(values, data):
    place = data.draw(st.integers(0, len(values) - 1))
    whole = control_chart(values, rebase_at=[place]).points
    assert_frame_equal(whole[place:], control_chart(values[place:]).points, abs_tol=1e-9)
    if place:
        assert_frame_equal(whole[:place], control_chart(values[:place]).points, abs_tol=1e-9)


@given(FIGURES)
@settings(deadline=None)
def test_a_point_is_flagged_outside_exactly_when_it_is_outside(values):
    points = control_chart(values).points.drop_nulls("upper_limit")
    for value, lower, upper, rule in points.select("value", "lower_limit", "upper_limit", "rule").rows():
        is_outside = not lower - 1e-9 <= value <= upper + 1e-9
        assert (rule == "outside") == is_outside


@given(st.lists(charted(), min_size=2, max_size=4), st.booleans())
@settings(deadline=None)
def test_many_charts_at_once_are_exactly_the_charts_one_by_one(cases, with_months):
    points = min(len(values) for values, *_ in cases)
    matrix = [values[:points] for values, *_ in cases]
    rebases = [[place for place in places if place < points] for _, places, *_ in cases]
    ways = [["increase", "decrease", "neutral"][number % 3] for number in range(len(cases))]
    targets = [None if number == 1 else 5.0 for number in range(len(cases))]
    months = [place % 12 + 1 for place in range(points)] if with_months else None
    together = control_charts(matrix, improvement=ways, target=targets, rebase_at=rebases, months=months)
    for number, values in enumerate(matrix):
        alone = control_chart(values, ways[number], targets[number], rebases[number], months=months)
        assert_same(together[number], alone)
        assert_frame_equal(together[number].points, alone.points, check_exact=True)
    assert list(together.variation) == [chart.variation for chart in together]
    assert together.points.height == len(cases) * points


def test_many_long_charts_at_once_are_exactly_the_charts_one_by_one():
    matrix = np.random.default_rng(11).normal(50, 5, (12, 104)) + np.arange(104) * 0.02
    months = [place // 4 % 12 + 1 for place in range(104)]
    together = control_charts(matrix, target=40, months=months)
    for row, chart in zip(matrix, together, strict=True):
        assert_same(chart, control_chart(row, target=40, months=months))


def assert_same(one, other):
    names = [name for name in one.__slots__ if name != "points"]
    assert [getattr(one, name) for name in names] == [getattr(other, name) for name in names]
    assert_frame_equal(one.points, other.points, check_exact=True)
