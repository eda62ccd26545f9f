"""Ticks are round and few, labels do not touch, words are broken evenly."""

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdoor.charts.labels import balanced, written
from frontdoor.charts.scale import keep_apart, month_ticks, range_of
from frontdoor.periods import add_months
from frontdoor.schema.units import Unit


def test_ticks_of_a_share_are_whole_per_cents():
    assert range_of([0.62, 0.80], Unit.SHARE).words == ["65%", "70%", "75%", "80%"]


def test_ticks_of_seconds_are_times_people_count_in():
    assert range_of([20, 290], Unit.SECONDS, zero=True).words == ["0s", "2m", "4m"]


def test_ticks_of_amounts_are_whole_pounds_where_they_can_be():
    assert range_of([0, 8_000], Unit.PENCE, zero=True).words == ["£0", "£20", "£40", "£60", "£80"]
    assert range_of([0, 90], Unit.PENCE, zero=True).words == ["£0", "£0.20", "£0.40", "£0.60", "£0.80"]


def test_fewer_ticks_where_their_words_would_touch_and_nought_stays():
    scale = range_of([-40, 90], Unit.COUNT)
    assert 0.0 in scale.ticks
    assert scale.thinned(1_000) == scale
    fewer = scale.thinned(70)
    assert 0.0 in fewer.ticks
    assert set(fewer.ticks) < set(scale.ticks)
    assert scale.thinned(1).ticks == (0.0,)


def test_a_range_never_goes_below_nought_when_no_value_does():
    assert range_of([0.01, 0.3], Unit.SHARE, below=0.5).low == 0


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=40), st.sampled_from([Unit.COUNT, Unit.SECONDS, Unit.SHARE]))
def test_every_value_is_inside_its_range_and_ticks_are_few(values, unit):
    scale = range_of(values, unit)
    assert scale.low <= min(values)
    assert max(values) <= scale.high
    assert len(scale.ticks) <= 8
    assert list(scale.ticks) == sorted(set(scale.ticks))


@given(st.lists(st.floats(0, 296), min_size=1, max_size=5))
def test_labels_never_touch_and_stay_in_order(wanted):
    heights = [20.0] * len(wanted)
    placed = keep_apart(wanted, heights, 296)
    ordered = sorted(range(len(wanted)), key=lambda index: wanted[index])
    gaps = [placed[after] - placed[before] for before, after in itertools.pairwise(ordered)]
    assert all(gap >= 20 - 1e-6 for gap in gaps)
    assert max(placed) <= 296 - 10 + 1e-6


def test_labels_that_do_not_touch_are_left_alone():
    assert keep_apart([30, 100, 200], [20, 38, 20], 296) == [30, 100, 200]


def test_months_say_the_year_only_when_it_is_new():
    months = [add_months(date(2024, 5, 1), index) for index in range(30)]
    days, words = month_ticks(months, 6)
    assert words == ["May 2024", "Nov", "May 2025", "Nov", "May 2026", "Oct"]
    assert days[-1] == date(2026, 10, 1)


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("Waste rounds change, 6 July 2026", ("Waste rounds", "change, 6 July 2026")),
        ("Bills", ("Bills",)),
        ("Homelessnessandhousing", ("Homelessnessandhousing",)),
    ],
)
def test_words_are_broken_evenly(words, lines):
    assert balanced(words, 24) == lines


def test_words_from_files_cannot_become_markup():
    assert written("<b>Tax</b> & <script>", bold=True) == "<b>&lt;b&gt;Tax&lt;/b&gt; &amp; &lt;script&gt;</b>"
