"""Kaplan-Meier curves and medians against published remission times, hand-worked tables and a second method."""

import math

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdoor.statistics.survival import (
    CURVE,
    median_survival,
    survival_curve,
    survival_curves,
    survival_time,
    survival_times,
)

# Weeks of remission under 6-MP, Freireich and others 1963; + is still in remission: 6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+
# 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+. Counted by week.
WEEKS = [6, 7, 9, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 34, 35]
RELAPSED = [3, 1, 0, 1, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0]
STILL_WELL = [1, 0, 1, 1, 1, 0, 0, 1, 1, 1, 0, 0, 1, 2, 1, 1]
TABLES = st.dictionaries(st.integers(0, 30), st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=1, max_size=15)


def columns(table):
    return list(table), [ended for ended, _ in table.values()], [still for _, still in table.values()]


def test_the_published_remission_curve():
    # Survival after 6, 7, 10, 13, 16, 22, 23 weeks: 0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448; at risk 21, 17, 15,
    # 12, 11, 7, 6 (Kleinbaum and Klein, Survival Analysis, table 2.1).
    curve = survival_curve(WEEKS, RELAPSED, STILL_WELL)
    assert curve.schema == CURVE
    relapses = curve.filter(pl.col("events") > 0)
    assert relapses["at_risk"].to_list() == [21, 17, 15, 12, 11, 7, 6]
    published = [0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448]
    assert relapses["survival"].to_list() == pytest.approx(published, abs=0.0005)


def test_the_interval_of_the_curve_and_of_the_median_agree_with_lifelines():
    # lifelines 0.30.3 KaplanMeierFitter, log(-log) interval: at 13 weeks 0.431610 to 0.849066; median 23 from 13 up.
    curve = survival_curve(WEEKS, RELAPSED, STILL_WELL)
    thirteen = curve.filter(duration=13).row(0, named=True)
    assert (thirteen["lower"], thirteen["upper"]) == pytest.approx((0.431610, 0.849066), abs=0.000001)
    assert survival_time(curve) == (23, 13, None)


def test_a_larger_table_agrees_with_lifelines():
    # 200 cases; lifelines 0.30.3: median 10 (7 to 12), 80% ended by 18 (17 to 22); at 5, 0.658678 (0.586801 to 0.721070).
    days = [*range(1, 24), 28]
    ended = [14, 19, 9, 12, 12, 10, 5, 5, 4, 6, 6, 6, 8, 1, 3, 1, 4, 4, 0, 2, 1, 2, 0, 0]
    left = [14, 24, 13, 18, 16, 14, 10, 8, 9, 7, 9, 8, 10, 6, 6, 3, 6, 4, 3, 3, 2, 4, 2, 1]
    curve = survival_curve(days, ended, [all_of - some for all_of, some in zip(left, ended, strict=True)])
    assert survival_time(curve) == (10, 7, 12)
    assert survival_time(curve, share=0.8) == (18, 17, 22)
    five = curve.filter(duration=5).select("survival", "lower", "upper").row(0)
    assert five == pytest.approx((0.658678, 0.586801, 0.721070), abs=0.000001)


def test_without_open_cases_the_median_is_the_middle_case():
    # Twelve of 24 have ended at 12 days: one half exactly, though 23/24 x 22/23 x ... is a little more in floats.
    assert median_survival(list(range(1, 25)), [1] * 24, [0] * 24) == 12
    assert median_survival([1, 2, 3, 4], [1, 1, 1, 1], [0, 0, 0, 0]) == 2
    assert median_survival([1, 2, 3], [1, 1, 1], [0, 0, 0]) == 2


def test_a_median_never_reached_is_none():
    assert median_survival([1, 2], [1, 0], [0, 9]) is None
    assert survival_time(survival_curve([5], [0], [3])) == (None, None, None)
    assert median_survival([], [], []) is None
    assert median_survival([3], [0], [0]) is None


def test_open_cases_make_the_median_longer_than_that_of_the_finished_ones():
    days, finished, still_open = [1, 2, 3, 10], [5, 5, 5, 5], [0, 0, 0, 30]
    assert median_survival(days, finished, [0] * 4) == 2
    assert median_survival(days, finished, still_open) is None
    assert median_survival(days, finished, [0, 0, 0, 11]) == 10  # 26/31 x 21/26 x 16/21 = 16/31, still above one half


def test_where_everybody_ends_on_one_day_the_interval_begins_there_and_has_no_end():
    assert survival_time(survival_curve([5], [10], [0])) == (5, 5, None)


def test_the_order_and_the_splitting_of_rows_do_not_matter():
    apart = survival_curve([3, 1, 3, 2], [1, 1, 1, 0], [0, 0, 1, 2])
    together = survival_curve([1, 2, 3], [1, 0, 2], [0, 2, 1])
    assert apart.equals(together)


def test_each_group_has_the_curve_it_would_have_alone():
    table = pl.DataFrame(
        {
            "service": ["waste"] * 3 + ["housing"] * 2,
            "duration": [1, 2, 3, 1, 9],
            "events": [2, 2, 1, 0, 4],
            "censored": [0, 1, 0, 1, 1],
        }
    )
    curves = survival_curves(table, by=["service"])
    for service in ("waste", "housing"):
        own = table.filter(service=service)
        alone = survival_curve(own["duration"], own["events"], own["censored"])
        assert curves.filter(service=service).drop("service").equals(alone)
    assert survival_times(curves, by=["service"]).select("service", "time").rows() == [("housing", 9), ("waste", 2)]


@given(TABLES)
def test_the_curve_is_what_multiplying_case_by_case_gives(table):
    # One case at a time, ended before still open at equal durations: survival falls by 1 - 1 / (cases left).
    cases = sorted((day, kind) for day, counts in table.items() for kind in (0, 1) for _ in range(counts[kind]))
    expected, left, survival = {}, len(cases), 1.0
    for day, kind in cases:
        survival *= 1 - 1 / left if kind == 0 else 1.0
        left -= 1
        expected[day] = survival
    curve = survival_curve(*columns(table))
    assert dict(curve.select("duration", "survival").rows()) == pytest.approx(expected, abs=1e-12)


@given(TABLES)
def test_a_curve_only_falls_and_lies_within_its_interval(table):
    curve = survival_curve(*columns(table))
    survival = curve["survival"].to_list()
    assert all(0 <= one <= 1 for one in survival)
    assert survival == sorted(survival, reverse=True)
    for one, low, high in curve.select("survival", "lower", "upper").drop_nulls().rows():
        assert low <= one <= high
        assert not math.isnan(low)
    time, low, high = survival_time(curve)
    if time is not None:
        assert low is not None
        assert low <= time <= (high if high is not None else math.inf)
