"""Charts with season and carry-over taken out: what is taken out, what it says, and what the target is held against."""

import numpy as np
import pytest
from noise import noise
from polars.testing import assert_frame_equal

from frontdoor.statistics.adjusted_chart import adjusted_control_chart, adjusted_control_charts
from frontdoor.statistics.control_chart import control_chart

MONTHS = (np.arange(60) % 12 + 1).tolist()
SPIKE = np.where(np.array(MONTHS) == 3, 8.0, 0.0)


def test_a_quiet_series_gives_its_plain_chart():
    values = noise(1, 36, seed=1)[0]
    adjusted, plain = adjusted_control_chart(values, MONTHS[:36], target=1), control_chart(values, target=1)
    assert_frame_equal(adjusted.points, plain.points)
    assert (adjusted.variation, adjusted.assurance) == (plain.variation, plain.assurance)
    assert adjusted.adjustment is not None
    assert (adjusted.adjustment.season, adjusted.adjustment.rho) == (None, None)
    assert adjusted.words == plain.words


def test_a_season_is_taken_out_and_it_says_so():
    values = noise(1, 48, seed=4)[0] + SPIKE[:48] + 50
    plain = control_chart(values, months=MONTHS[:48])
    adjusted = adjusted_control_chart(values, MONTHS[:48])
    assert plain.has_season is True
    assert not plain.can_judge_change
    assert "time of year" in (plain.reason or "")
    assert adjusted.can_judge_change
    assert adjusted.adjustment.season is not None
    assert adjusted.adjustment.original == tuple(values)
    assert np.argmax(adjusted.adjustment.season) == 2
    assert "time of year is taken out" in adjusted.words[0]
    effects = np.array(adjusted.adjustment.season)[np.array(MONTHS[:48]) - 1]
    assert adjusted.points["value"].to_numpy() + effects == pytest.approx(values)


def test_carry_over_is_taken_out_of_each_point_but_the_first():
    values = 10 + noise(1, 60, 0.7, seed=3)[0]
    adjusted = adjusted_control_chart(values, None)
    rho = adjusted.adjustment.rho
    assert rho is not None
    assert any(f"rho {rho:.2f}) is taken out" in sentence for sentence in adjusted.words)
    expected = values.mean() + (values[1:] - values.mean()) - rho * (values[:-1] - values.mean())
    found = adjusted.points["value"].to_numpy()
    assert found[1:] == pytest.approx(expected)
    assert found[0] == pytest.approx(values.mean() + np.sqrt(1 - rho**2) * (values[0] - values.mean()))


def test_nothing_is_carried_across_a_gap():
    values = (10 + noise(1, 60, 0.7, seed=3)[0]).tolist()
    values[30] = None
    adjusted = adjusted_control_chart(values, None)
    rho, mean = adjusted.adjustment.rho, np.mean([value for value in values if value is not None])
    assert adjusted.points["value"][30] is None
    assert adjusted.points["value"][31] == pytest.approx(mean + np.sqrt(1 - rho**2) * (values[31] - mean))
    assert adjusted.adjustment.original[30] is None


def test_a_target_is_always_met_only_if_it_is_met_in_the_worst_month():
    values = noise(1, 48, seed=4)[0] * 0.5 + 50 - SPIKE[:48]
    charted = [adjusted_control_chart(values, MONTHS[:48], target=target).assurance for target in (45.0, 38.0, 60.0)]
    # About 50.7 in eleven months and 42 in March, give or take 1.5: 45 is met but in March, 38 always, 60 never.
    assert charted == ["hit_or_miss", "pass", "fail"]
    worst_is_high = adjusted_control_chart(-values, MONTHS[:48], "decrease", -45.0)
    assert worst_is_high.assurance == "hit_or_miss"


def test_a_target_is_held_against_figures_and_not_against_their_surprises():
    # rho 0.8: figures spread 1 / sqrt(1 - 0.64) = 1.7 times as wide as what is left after taking carry-over out.
    values = noise(1, 104, 0.8, seed=6)[0]
    chart = adjusted_control_chart(values, None)
    mean, lower, upper = chart.points.select("mean", "lower_limit", "upper_limit").row(-1)
    spread = 1 / np.sqrt(1 - chart.adjustment.rho**2)

    def assurance(limit, share):
        return adjusted_control_chart(values, None, target=mean + (limit - mean) * share).assurance

    assert (assurance(upper, (1 + spread) / 2), assurance(upper, spread * 1.01)) == ("hit_or_miss", "fail")
    assert (assurance(lower, (1 + spread) / 2), assurance(lower, spread * 1.01)) == ("hit_or_miss", "pass")


def test_without_months_only_carry_over_is_looked_for():
    values = noise(1, 48, seed=4)[0] + SPIKE[:48]
    assert adjusted_control_chart(values, None).has_season is None
    assert adjusted_control_chart(values, None).adjustment.season is None


@pytest.mark.parametrize("values", [[], [None], [3.0], [3.0] * 30])
def test_short_and_constant_series_pass_through(values):
    chart = adjusted_control_chart(values, MONTHS[: len(values)])
    assert chart.points["value"].to_list() == values
    assert chart.variation in (None, "common_cause")


def test_many_at_once_are_each_as_one_alone():
    matrix = noise(6, 48, 0.5, seed=9) + SPIKE[:48] * np.arange(6)[:, None]
    together = adjusted_control_charts(matrix, MONTHS[:48])
    for row, chart in zip(matrix, together, strict=True):
        alone = adjusted_control_chart(row, MONTHS[:48])
        assert_frame_equal(chart.points, alone.points, check_exact=True)
        assert (chart.adjustment, chart.words, chart.assurance) == (alone.adjustment, alone.words, alone.assurance)
