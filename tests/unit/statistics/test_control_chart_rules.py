"""Each rule of NHS Making Data Count on numbers worked by hand."""

import pytest

from frontdoor.statistics.control_chart import control_chart

GOLDEN = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
# 0 and 10 in turn: mean 5; every moving range is 10, so limits are 5 -+ 26.6, near limits 5 -+ 17.733.
SWING = [0, 10] * 6


def rules(values, **settings):
    return control_chart(values, screen_outliers=False, **settings).points["rule"].to_list()


def kinds(values, **settings):
    return control_chart(values, screen_outliers=False, **settings).points["point_type"].to_list()


@pytest.mark.parametrize(("screened", "lower", "upper"), [(True, -0.716, 4.604), (False, -3.063, 6.952)])
def test_the_golden_series_has_the_published_limits(screened, lower, upper):
    # Sum 35 over 18 points. Moving ranges: 15 of 1, an 8 and a 9: 32 over 17 = 1.882. Screened above 6.150: 15 of 1.
    points = control_chart(GOLDEN, screen_outliers=screened).points
    assert points["mean"].to_list() == pytest.approx([35 / 18] * 18)
    assert points["lower_limit"].to_list() == pytest.approx([lower] * 18, abs=0.0005)
    assert points["upper_limit"].to_list() == pytest.approx([upper] * 18, abs=0.0005)
    assert points["rule"].to_list() == [None] * 4 + ["outside"] + [None] * 13


def test_a_point_on_the_limit_is_not_outside_it():
    # First twelve swing, so limits are fixed at 5 -+ 26.6: 31.6 is on the limit, 31.7 beyond it.
    values = [*SWING, 31.6, 5, 31.7, 5, -21.6, 5, -21.7]
    assert rules(values, fix_after=12)[12:] == [None, None, "outside", None, None, None, "outside"]


def test_seven_rising_points_are_a_trend_and_six_are_not():
    fall_then_rise = [9, *range(8), 0]  # 0 to 7 is eight points: all are part of seven
    assert rules([9, 0, 1, 2, 3, 4, 5, 0, 9]) == [None] * 9
    found = rules(fall_then_rise)
    assert found[1:9] == ["trend"] * 8
    assert kinds(fall_then_rise)[1:9] == ["improvement"] * 8
    assert kinds(fall_then_rise, improvement="decrease")[1:9] == ["concern"] * 8


def test_a_trend_is_judged_by_its_direction_and_not_by_its_side_of_the_mean():
    # The rise runs from far below the mean to above it; its low points are improvement too.
    points = control_chart([9, 0, 1, 2, 3, 4, 5, 6, 9], improvement="neutral", screen_outliers=False).points
    assert points["point_type"].to_list()[1:8] == ["neutral_high"] * 7
    assert points["value"][1] < points["mean"][1]


def test_a_tie_breaks_a_trend():
    assert rules([9, 0, 1, 2, 3, 3, 4, 5, 6, 0]) == [None] * 10


def test_a_turning_point_belongs_to_the_trend_that_it_ends():
    peak = [*SWING, 0, 1, 2, 3, 4, 5, 6, 5, 4, 3, 2, 1, 0]  # limits 5 -+ 26.6: none of this is outside
    assert kinds(peak, fix_after=12)[12:] == [*["improvement"] * 7, *["concern"] * 6]


def test_two_of_three_flags_only_the_points_near_the_limit():
    # Limits 5 -+ 26.6 and near limits 5 -+ 17.733, so 25 is near, 6 is merely above the mean, 4 below it.
    assert rules([*SWING, 25, 6, 25, 4], fix_after=12)[12:] == ["two_of_three", None, "two_of_three", None]
    assert rules([*SWING, 25, 4, 25, 4], fix_after=12)[12:] == [None] * 4
    assert rules([*SWING, 25, 4, 4, 25], fix_after=12)[12:] == [None] * 4


def test_a_point_outside_the_limit_does_not_count_as_near_but_may_be_the_third():
    assert rules([*SWING, 40, 25, 4], fix_after=12)[12:] == ["outside", None, None]
    assert rules([*SWING, 25, 40, 25], fix_after=12)[12:] == ["two_of_three", "outside", "two_of_three"]


def test_near_points_on_opposite_sides_are_not_two_of_three():
    assert rules([*SWING, 25, -15, 25], fix_after=12)[12:] == [None] * 3


def test_seven_on_one_side_are_a_shift_and_six_are_not():
    assert rules([*SWING, 6, 7, 6, 7, 6, 7, 6], fix_after=12)[12:] == ["shift"] * 7
    assert rules([*SWING, 4, 6, 7, 6, 7, 6, 7, 4], fix_after=12)[12:] == [None] * 8


def test_a_point_on_the_mean_breaks_a_shift():
    assert rules([*SWING, 6, 7, 6, 5, 6, 7, 6], fix_after=12)[12:] == [None] * 7


def test_the_first_rule_that_matches_wins():
    # Rising from 6 by way of 25 (near) to 40 (outside), all above the mean: outside, then trend, then the rest.
    found = rules([*SWING, 6, 7, 25, 26, 27, 28, 40, 6, 26, 27], fix_after=12)[12:]
    assert found == [*["trend"] * 6, "outside", "shift", "two_of_three", "two_of_three"]


def test_no_rule_crosses_a_rebase():
    values = [*SWING, 6, 7, 6, 7, 6, 7, 6, *SWING]
    assert "shift" in rules(values, fix_after=12)
    assert "shift" not in rules(values, rebase_at=[12, 15])
    assert "trend" not in rules([9, 0, 1, 2, 3, 4, 5, 6, 0, 9], rebase_at=[4])
    # Four above the mean of 5, a rebase, four above the mean of 5: no run of eight. Limits are 5 -+ 2.66 x 10 / 7 and wider.
    assert rules([0, 9, 1, 0, 10, 9, 10, 10, 10, 9, 10, 10, 0, 1, 9, 0][:16], rebase_at=[8]) == [None] * 16


def test_a_rebase_restarts_the_mean_and_the_moving_range():
    # Two flat-ish levels; without the jump of 100 between them each has moving range 1 and limits of -+ 2.66.
    points = control_chart([0, 1] * 4 + [100, 101] * 4, rebase_at=[8]).points
    assert points["mean"].to_list() == [0.5] * 8 + [100.5] * 8
    assert points["upper_limit"].to_list() == pytest.approx([3.16] * 8 + [103.16] * 8)
    assert points["rule"].to_list() == [None] * 16


def test_limits_fixed_after_twelve_ignore_what_follows():
    fixed = control_chart([*SWING, 100, 90, 100], fix_after=12, screen_outliers=False).points
    assert fixed["mean"].to_list() == [5.0] * 15
    assert fixed["upper_limit"].to_list() == pytest.approx([31.6] * 15)
    with pytest.raises(ValueError, match="12 or more"):
        control_chart(SWING, fix_after=11)


def test_screening_is_done_once_and_a_range_at_the_limit_is_dropped():
    # Ranges 0, 0, ... would all go if screening repeated. Here: 1 (x14), 4, 4: mean 22/16 = 1.375; 3.267 x 1.375 = 4.49
    # keeps everything. With 5, 5: mean 24/16 = 1.5, bound 4.90: both 5s go and the rest gives 1.
    low = [0, 1] * 4
    assert control_chart([*low, 5, *low]).points["upper_limit"][0] > 2.66 * 1.3
    points = control_chart([*low, 6, *low[::-1]]).points
    assert points["upper_limit"][0] - points["mean"][0] == pytest.approx(2.66)
