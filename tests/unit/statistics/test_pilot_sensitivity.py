"""Sensitivity rows: a fixed list whatever they say, the flattering ones marked, holes and lone comparisons survived."""

import numpy as np
import pytest
from dense_autoregression import weeks_that_carry_over

from frontdoor.statistics.least_squares_effect import least_squares_effect, newey_west_effect
from frontdoor.statistics.pilot_analysis import PilotQuestion, analyse, expected_without
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_scale import Scale, as_change, off_scale, on_scale, scale_for
from frontdoor.statistics.pilot_sensitivity import sensitivity
from frontdoor.statistics.pilot_weeks import PilotWeeks, design
from frontdoor.statistics.season_control import season_control

NUMBER, FIRST = 60, 48
HOLIDAY = np.isin(np.arange(NUMBER), [4, 17, 21, 50]).astype(float)
WEEKS = PilotWeeks(NUMBER, FIRST, (HOLIDAY,))


def question(comparisons=4, effect=1.3, seed=3, **settings):
    random = np.random.default_rng(seed)
    level = 150 * np.exp(weeks_that_carry_over(1, NUMBER, 0.4, seed)[0] * 0.05 - 0.2 * HOLIDAY)
    own = random.poisson(level * np.where(WEEKS.is_pilot, effect, 1)).astype(float)
    others = random.poisson(level, (comparisons, NUMBER)).astype(float)
    return PilotQuestion(own, WEEKS, others if comparisons else None, scale=Scale.LOG, **settings)


def named(found, name):
    return [row for row in found.rows if row.name == name]


def test_every_row_is_there_in_its_order():
    found = sensitivity(question(), (np.arange(NUMBER) == 55,))
    assert list(dict.fromkeys(row.name for row in found.rows)) == [
        "primary", "drift guard", "effect as average", "no trend", "without comparisons", "with yearly season",
        "on scale: raw", "without holiday weeks", "ordinary least squares", "Newey-West, 3 lags",
        "without the weeks of an event", "shorter baseline", "pretended start", "without one comparison", "pretended pilot unit",
    ]  # fmt: skip
    assert [row.name for row in found.rows if row.is_too_narrow] == ["ordinary least squares", "Newey-West, 3 lags"]
    assert all((row.effect is None) == (row.reason is not None) for row in found.rows)
    numbers = [number for row in found.rows if row.interval for number in (row.effect, row.p, *row.interval)]
    assert np.isfinite(numbers).all()


def test_the_planted_effect_is_in_the_primary_row_and_ranks_first():
    found = sensitivity(question())
    primary = found.rows[0]
    assert primary.interval.lower < np.log(1.3) < primary.interval.upper
    assert (found.rank.rank, found.rank.units) == (1, 5)
    assert all(abs(row.effect) < 0.2 for row in named(found, "pretended pilot unit"))


def test_without_a_comparison_the_rows_that_need_one_say_so():
    found = sensitivity(question(0))
    assert named(found, "against comparisons")[0].reason is Reason.NO_COMPARISON
    assert named(found, "pretended pilot unit") == []
    assert found.rank is None


def test_one_comparison_is_used_but_has_no_rank():
    found = sensitivity(question(1))
    assert found.rank is None
    assert found.rows[0].effect is not None


def test_without_the_weeks_of_an_event_is_what_leaving_them_out_gives():
    given = question()
    touched = np.arange(NUMBER) >= 57
    row = named(sensitivity(given, (touched,)), "without the weeks of an event")[0]
    holed = given.values.copy()
    holed[touched] = np.nan
    assert row.effect == pytest.approx(
        analyse(PilotQuestion(holed, WEEKS, given.comparisons, scale=Scale.LOG)).primary.effect
    )


@pytest.mark.parametrize(
    ("values", "weeks", "reason"),
    [
        (np.zeros(NUMBER), WEEKS, Reason.ALWAYS_ZERO),
        (np.full(NUMBER, np.nan), WEEKS, Reason.NO_BASELINE),
        (np.arange(NUMBER) * 1.0, PilotWeeks(NUMBER, 0), Reason.NO_BASELINE),
        (np.arange(NUMBER) * 1.0, PilotWeeks(NUMBER, NUMBER), Reason.OUTSIDE),
        (np.arange(NUMBER) * 1.0, PilotWeeks(NUMBER, NUMBER + 9), Reason.OUTSIDE),
        (np.arange(NUMBER) * 1.0, PilotWeeks(NUMBER, -3), Reason.OUTSIDE),
    ],
)
def test_bad_input_gives_rows_with_reasons_and_no_crash(values, weeks, reason):
    given = PilotQuestion(values, weeks)
    assert analyse(given) is reason
    assert expected_without(given) is reason
    found = sensitivity(given)
    assert found.rows[0].reason is reason
    assert all(row.effect is None or np.isfinite(row.effect) for row in found.rows)


def test_declared_parallel_trends_leave_the_trend_out_of_the_gap_only():
    assert not question(2, is_parallel=True).has_trend
    assert question(0, is_parallel=True).has_trend


def test_what_would_have_been_follows_the_comparisons():
    given = question()
    found = expected_without(given)
    before = slice(0, FIRST)
    assert np.corrcoef(found.expected[before], given.comparisons.mean(axis=0)[before])[0, 1] > 0.9
    assert np.mean(given.values[FIRST:]) / np.mean(found.expected[FIRST:]) == pytest.approx(1.3, abs=0.15)


def test_the_season_is_controlled_by_a_comparison_or_by_a_year_of_weeks():
    assert season_control(51, has_comparison=False) == (False, False)
    assert season_control(52, has_comparison=False) == (True, True)
    assert season_control(60, has_comparison=True) == (False, True)
    assert season_control(104, has_comparison=True) == (True, True)


def test_before_the_end_the_model_is_that_of_the_planned_end():
    early = PilotQuestion(np.arange(100.0), PilotWeeks(100, 94), planned_weeks=12, comparisons=np.ones((1, 100)))
    assert early.season == season_control(106, has_comparison=True)


@pytest.mark.parametrize(
    ("mean", "proportional", "scale"),
    [(2, True, Scale.ROOT), (5, True, Scale.RAW), (50, True, Scale.LOG), (50, False, Scale.RAW)],
)
def test_counts_choose_their_scale(mean, proportional, scale):
    assert scale_for(np.full(9, float(mean)), is_proportional=proportional) is scale


def test_an_effect_on_each_scale_is_the_same_contacts_a_week():
    raw, log = as_change(20.0, Scale.RAW, 120.0), as_change(np.log(1.2), Scale.LOG, 120.0)
    root = as_change(2 * np.sqrt(4.375) - 2 * np.sqrt(2.375), Scale.ROOT, 4.0)
    assert (raw.a_week, raw.share) == pytest.approx((20.0, 0.2))
    assert (log.a_week, log.share) == pytest.approx((20.0, 0.2))
    assert (root.a_week, root.share) == pytest.approx((2.0, 1.0))
    assert as_change(3.0, Scale.RAW, 3.0).share is None


@pytest.mark.parametrize("scale", Scale)
def test_scales_are_left_as_they_were_entered(scale):
    counts = np.array([0.0, 1.0, 25.0])
    assert off_scale(on_scale(counts, scale), scale) == pytest.approx(counts)


def test_below_0_has_no_logarithm():
    with pytest.raises(ValueError, match="below 0"):
        on_scale(np.array([-1.0]), Scale.LOG)


def test_the_narrow_rows_are_too_sure_where_errors_carry_over():
    model = design(PilotWeeks(60, 48), np.zeros(60, dtype=bool))
    values = weeks_that_carry_over(800, 60, 0.6, seed=4)
    for method in (least_squares_effect, newey_west_effect):
        assert np.mean(method(values, model.columns, model.contrast).p < 0.05) > 0.15


def test_newey_west_is_its_sandwich():
    model = design(PilotWeeks(30, 20), np.zeros(30, dtype=bool))
    values, columns = weeks_that_carry_over(1, 30, 0.3)[0], model.columns
    bread = np.linalg.inv(columns.T @ columns)
    left = values - columns @ (bread @ columns.T @ values)
    scores = columns * left[:, None]
    meat = scores.T @ scores
    for lag in (1, 2, 3):
        pair = scores[lag:].T @ scores[:-lag]
        meat += (1 - lag / 4) * (pair + pair.T)
    expected = np.sqrt((bread @ meat @ bread)[1, 1] * 30 / 27)
    assert newey_west_effect(values[None], columns, model.contrast).error[0] == pytest.approx(expected)
