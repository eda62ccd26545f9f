"""The two icons, the run behind the last point, and what a chart says where it has little to go on."""

import math

import pytest

from frontdoor.statistics.control_chart import control_chart, control_charts

SWING = [0, 10] * 6  # mean 5, limits 5 -+ 26.6


def high(improvement, **settings):
    return control_chart([*SWING, 40], improvement, fix_after=12, **settings)


def low(improvement):
    return control_chart([*SWING, -40], improvement, fix_after=12)


@pytest.mark.parametrize(
    ("improvement", "when_high", "when_low"),
    [
        ("increase", "improvement_high", "concern_low"),
        ("decrease", "concern_high", "improvement_low"),
        ("neutral", "neutral_high", "neutral_low"),
    ],
)
def test_variation_is_the_last_point_with_its_direction(improvement, when_high, when_low):
    assert high(improvement).variation == when_high
    assert low(improvement).variation == when_low
    assert control_chart([*SWING, 40, 5], improvement, fix_after=12).variation == "common_cause"


@pytest.mark.parametrize(
    ("target", "when_more_is_better", "when_less_is_better"),
    [
        (31.61, "fail", "pass"),
        (31.6, "hit_or_miss", "hit_or_miss"),
        (5, "hit_or_miss", "hit_or_miss"),
        (-21.6, "hit_or_miss", "hit_or_miss"),
        (-21.61, "pass", "fail"),
        (None, None, None),
    ],
)
def test_assurance_is_where_the_target_lies_against_the_limits(target, when_more_is_better, when_less_is_better):
    assert control_chart(SWING, "increase", target).assurance == when_more_is_better
    assert control_chart(SWING, "decrease", target).assurance == when_less_is_better
    assert control_chart(SWING, "neutral", target).assurance is None


def test_assurance_is_of_the_last_segment():
    values = [*SWING, *[value + 1000 for value in SWING]]
    assert control_chart(values, target=500, rebase_at=[12]).assurance == "pass"
    assert control_chart(values, target=500).assurance == "hit_or_miss"


def test_since_is_where_the_last_run_of_one_kind_began():
    assert control_chart([*SWING[::-1], 6, 7, 6, 7, 6, 7, 6], fix_after=12).since == 12
    assert control_chart([*SWING, 40, 5, 40, 50], fix_after=12).since == 14
    assert control_chart(SWING).since == 0


def test_since_reaches_across_neither_a_gap_nor_a_rebase():
    assert control_chart([*SWING, 40, None, 50, 45], fix_after=12).since == 14
    assert control_chart([*SWING, *SWING], rebase_at=[12]).since == 12
    assert control_chart([*SWING, None, *SWING]).since == 13


@pytest.mark.parametrize("values", [[], [None], [None, None, None]])
def test_without_figures_there_are_words_and_nothing_else(values):
    chart = control_chart(values, target=1)
    assert (chart.variation, chart.assurance, chart.since, chart.rho) == (None, None, None, None)
    assert not chart.can_judge_change
    assert chart.points.height == len(values)
    assert "no figures" in " ".join(chart.words)


@pytest.mark.parametrize("values", [[7], [None, 7], [7] * 5, [0.1] * 40, [0.1 + 0.2, 0.3] * 10])
def test_one_figure_or_a_constant_gets_words_and_no_limits(values):
    chart = control_chart(values, target=1)
    assert chart.points["lower_limit"].to_list() == [None] * len(values)
    assert chart.points["upper_limit"].to_list() == [None] * len(values)
    assert chart.points["rule"].to_list() == [None] * len(values)
    assert (chart.variation, chart.assurance) == ("common_cause", None)
    assert "limits" in " ".join(chart.words)
    floats = chart.points.select("value", "mean").rows()
    assert not any(math.isnan(number) for row in floats for number in row if number is not None)


def test_one_figure_cannot_be_judged_and_says_why():
    chart = control_chart([7])
    assert not chart.can_judge_change
    assert "too few" in (chart.reason or "")


def test_where_screening_would_leave_no_range_at_all_nothing_is_screened():
    # Ranges 1 and 1 among eight 0s: mean 0.2. Dropping both 1s would put every point outside limits of no width.
    chart = control_chart([0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0])
    assert chart.points["rule"].to_list() == [None] * 4 + ["outside"] + [None] * 6
    assert chart.points["upper_limit"][0] == pytest.approx(1 / 11 + 2.66 * 0.2)


def test_fewer_than_twelve_points_give_trial_limits():
    assert control_chart(SWING[:11]).is_trial
    assert "Trial limits: 11 points" in control_chart(SWING[:11]).words[0]
    assert not control_chart(SWING).is_trial
    assert control_chart(SWING * 2, rebase_at=[15]).is_trial


def test_gaps_break_the_chart_and_it_says_so():
    # Without the gap: seven rising points. Its missing value would also have joined 3 to 5 as a range of 2.
    chart = control_chart([9, 0, 1, 2, 3, None, 5, 6, 7, 0], screen_outliers=False)
    assert chart.gaps == (5,)
    assert chart.points["rule"].to_list() == [None] * 10
    assert chart.points["point_type"][5] is None
    ranges = [9, 1, 1, 1, 1, 1, 7]
    assert chart.points["upper_limit"][0] == pytest.approx(33 / 9 + 2.66 * sum(ranges) / 7)
    assert any("gap breaks the chart" in sentence for sentence in chart.words)


def test_a_missing_last_period_leaves_the_icon_of_the_last_figure():
    chart = control_chart([*SWING, 40, None], fix_after=12)
    assert chart.variation == "improvement_high"
    assert any("last period has no figure" in sentence for sentence in chart.words)


def test_the_words_say_whether_limits_are_screened():
    assert any("not screened" in sentence for sentence in control_chart(SWING, screen_outliers=False).words)
    assert any("Limits are screened" in sentence for sentence in control_chart(SWING).words)
    assert any("leave out" in sentence for sentence in control_chart([*SWING, 100, *SWING]).words)


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"improvement": "up"}, "Use increase, decrease, neutral"),
        ({"rebase_at": [12]}, "numbered 0 to 11"),
        ({"rebase_at": [-1]}, "numbered 0 to 11"),
        ({"months": [1, 2]}, "2 months for 12 values"),
        ({"months": [0] * 12}, "from 1"),
    ],
)
def test_an_impossible_argument_is_refused_with_the_way_out(settings, message):
    with pytest.raises(ValueError, match=message):
        control_chart(SWING, **settings)


def test_an_infinite_value_is_refused():
    with pytest.raises(ValueError, match="Value 1 is infinite"):
        control_chart([1.0, math.inf])


def test_series_of_unequal_length_are_refused():
    with pytest.raises(ValueError, match="from 1 to 2 points"):
        control_charts([[1.0], [1.0, 2.0]])
