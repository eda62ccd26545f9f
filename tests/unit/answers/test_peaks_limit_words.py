"""What is said of where service breaks, from limits given by hand."""

from datetime import date, timedelta

import numpy as np
import polars as pl
import pytest

from frontdoor.answers.peaks_limit_figures import MOST_DOTS, load_figure
from frontdoor.answers.peaks_limit_found import Failing, Found
from frontdoor.answers.peaks_limit_loads import Each, Loads
from frontdoor.answers.peaks_limit_words import Subject, answer_words, breaks, copes, lead_words, usual
from frontdoor.figure import Tone
from frontdoor.statistics.load_crossing import LoadCrossing
from frontdoor.statistics.load_limit import LoadLimit

CALLS = Subject("calls", "over 60 seconds")
BEND = LoadLimit(0.002, 881.0, 852.0, 921.0, 0.0, 0.001, 0.08)
CURVE = np.array([[600.0, 900.0, 1300.0], [0.05, 0.1, 0.6]])
CROSSING = LoadCrossing(1049.0, 1020.0, 1080.0, CURVE)
FLAT, STEEP = (0.21, 0.22), (0.05, 0.6)


def found(limit, crossing, ends=STEEP, *, failing=Failing.WAITED, each=Each.DAY, days=10):
    starts = [date(2026, 6, 1) + timedelta(days=number) for number in range(days)]
    calls = [1149 if day.weekday() == 0 else 700 for day in starts]
    rows = pl.DataFrame(
        {
            "period_start": starts, "half_hour": [18] * days, "is_holiday": [False] * days, "calls": calls,
            "gave_up": [20] * days, "offered": calls, "waited_over": [70] * days, "share": [70 / each for each in calls],
        }
    )  # fmt: skip
    level = 0.5 if failing is Failing.WAITED else 0.1
    return Found(Loads(each, rows, ()), failing, rows, limit, crossing, level, *ends, ends == STEEP)


def test_the_limit_is_said_with_its_interval_and_what_happens_there():
    told = found(BEND, CROSSING, days=21)
    assert answer_words(told, CALLS) == "We cope with about 880 calls a day, then waits climb."
    assert lead_words(told, CALLS) == (
        "Copes up to about 880 calls a day (850 to 920): there 8 in every 100 wait over 60 seconds. "
        "Above about 1,050 (1,020 to 1,080), most wait over 60 seconds. The average Monday has 1,149 calls."
    )


def test_a_flat_line_is_cannot_tell_and_says_how_little_it_depends():
    told = found(LoadLimit(0.7), None, FLAT)
    assert answer_words(told, CALLS) == "Can’t tell where it breaks: waits do not depend on how many call."
    assert copes(told, CALLS) == (
        "Can’t tell: waits do not depend on how many call. On the quietest fifth of days 21% wait over 60 seconds, "
        "on the busiest fifth 22%."
    )


def test_a_straight_rise_has_no_limit_but_a_load_above_which_most_wait():
    told = found(LoadLimit(0.5), CROSSING)
    assert answer_words(told, CALLS) == (
        "The more people call, the longer they wait: above about 1,050 calls a day, most wait over 60 seconds."
    )
    assert copes(told, CALLS).startswith("No number stands out above which it gets worse faster.")
    assert "Above about" not in lead_words(told, CALLS)  # the answer has said it


def test_a_bend_at_the_very_end_is_not_placed():
    told = found(LoadLimit(0.01), CROSSING)
    assert "nobody can tell from how many on" in copes(told, CALLS)
    assert answer_words(found(LoadLimit(0.01), None), CALLS) == "The more people call, the longer they wait."


def test_too_few_days_say_how_many_are_needed_and_known():
    told = found(None, None, (None, None))
    assert answer_words(told, CALLS) == "Too soon to say how many calls a day are too many."
    assert copes(told, CALLS) == "Can’t tell yet: 40 days in 15 weeks are needed, and 10 are known."
    assert breaks(told, CALLS) == ""
    of_half_hours = found(None, None, (None, None), each=Each.HALF_HOUR)
    assert copes(of_half_hours, CALLS) == "Can’t tell yet: 40 half-hours in 15 days are needed, and 10 are known."


@pytest.mark.parametrize(
    ("crossing", "words"),
    [
        (LoadCrossing(0.0, 0.0, 0.0, CURVE), "Most wait over 60 seconds however few call."),
        (LoadCrossing(np.inf, 1300.0, np.inf, CURVE),
         "Even on the busiest days seen (up to 1,149 calls) most do not wait over 60 seconds as a rule."),
        (LoadCrossing(1049.0, 1020.0, np.inf, CURVE), "Above about 1,050 (1,020 or more), most wait over 60 seconds."),
        (LoadCrossing(1049.0, 0.0, 1080.0, CURVE), "Above about 1,050 (up to 1,080), most wait over 60 seconds."),
    ],
)  # fmt: skip
def test_a_load_that_fails_always_never_or_at_an_unknown_end_is_said_so(crossing, words):
    assert breaks(found(BEND, crossing), CALLS) == words


def test_giving_up_has_words_of_its_own():
    told = found(BEND, CROSSING, failing=Failing.GAVE_UP)
    assert answer_words(told, CALLS) == "We cope with about 880 calls a day, then more give up."
    assert breaks(told, CALLS) == "Above about 1,050 (1,020 to 1,080), more than 10% give up."
    flat = found(LoadLimit(0.7), None, FLAT, failing=Failing.GAVE_UP)
    assert "callers giving up does not depend" in copes(flat, CALLS)


def test_a_weekday_with_two_days_has_no_average():
    assert usual(found(BEND, CROSSING, days=10), CALLS) == ""
    assert usual(found(BEND, CROSSING, each=Each.HALF_HOUR, days=21), CALLS) == ""


def test_the_picture_has_a_dot_for_each_day_a_curve_and_both_levels():
    figure = load_figure(found(BEND, CROSSING, days=21), CALLS, "Source: calls.")
    assert figure.frame["part"].value_counts().sort("part").rows() == [("curve", 3), ("figure", 21)]
    assert figure.frame["label"][0].endswith("June 2026")
    limit, fails = figure.levels
    assert (limit.at, limit.low, limit.high, limit.tone) == (881.0, 852.0, 921.0, Tone.MIDDLE)
    assert (fails.words, fails.tone) == ("Above 1,050, most wait over 60 seconds", Tone.POOR)
    assert figure.table.columns == ["Day", "Calls", "Waited over 60 seconds", "%"]
    assert figure.table.row(0) == ("Sunday 21 June 2026", 700, 70, 10.0)


def test_a_cloud_of_half_hours_is_thinned_in_the_picture_and_banded_in_the_table():
    figure = load_figure(found(BEND, None, each=Each.HALF_HOUR, days=1000), CALLS, "")
    assert figure.frame.height == MOST_DOTS
    assert "400 of 1,000 drawn" in figure.subtitle
    assert figure.table["Half-hours"].to_list() == [100] * 10
    assert figure.frame["label"][0].endswith(", 9am")


def test_an_unknown_upper_end_is_not_drawn_as_a_band():
    figure = load_figure(found(None, LoadCrossing(1049.0, 1020.0, np.inf, CURVE)), CALLS, "")
    assert [(level.low, level.high) for level in figure.levels] == [(None, None)]
