"""A sparkline is a small picture without text; its sentence says the same."""

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from frontdoor.answers.answer import Change, Point
from frontdoor.answers.result_words import lowered_words, sums_words, target_words, value_words
from frontdoor.charts.sparkline import PERIODS, drawn_points, sparkline_sentence, sparkline_svg
from frontdoor.charts.theme import DARK, LIGHT
from tests.unit.ui.figures_of_the_pictures import MONTHS, PROMISES, WITHIN_60

SVG = "{http://www.w3.org/2000/svg}"
RESULTS = [result for promise in PROMISES for result in promise.results]
TOO_FEW = RESULTS[-1]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("result", RESULTS[:-1], ids=lambda result: result.key)
def test_it_is_a_whole_picture_without_text_that_stays_inside_itself(result, theme):
    picture = ET.fromstring(sparkline_svg(result, theme))
    assert not list(picture.iter(f"{SVG}text"))
    assert len(sparkline_svg(result, theme)) < 700


def test_the_last_point_is_a_square_where_worse_and_a_diamond_where_better():
    worse = ET.fromstring(sparkline_svg(WITHIN_60, LIGHT))
    assert worse.findall(f"{SVG}path")[-1].get("d").endswith("h88v88h-88z")
    assert worse.findall(f"{SVG}path")[-1].get("fill") == LIGHT.missed
    better = ET.fromstring(sparkline_svg(replace(WITHIN_60, change=Change("better", "Better since May")), LIGHT))
    assert better.findall(f"{SVG}path")[-1].get("fill") == LIGHT.met
    same = ET.fromstring(sparkline_svg(replace(WITHIN_60, change=Change("none", "No real change")), LIGHT))
    assert same.find(f"{SVG}circle").get("fill") == LIGHT.measured


def test_a_lowered_target_is_a_step_down():
    dashed = ET.fromstring(sparkline_svg(WITHIN_60, LIGHT)).find(f"{SVG}path")
    start, moves = dashed.get("d").removeprefix("M").split("l")
    assert start == "20 50"  # 80% is the greatest value: the top
    level, drop, rest = (tuple(map(int, re.findall(r"-?[0-9]+", move))) for move in re.findall(r"-?\d+ -?\d+", moves))
    assert level[1] == rest[1] == 0
    assert drop == (0, 133)  # from 80% to 70% of a span of 18 points over 240 tenths


def test_a_gap_in_the_data_is_a_gap_in_the_line():
    points = list(WITHIN_60.trend)
    points[-5] = replace(points[-5], value=None)
    line = ET.fromstring(sparkline_svg(replace(WITHIN_60, trend=tuple(points)), LIGHT)).findall(f"{SVG}path")[1]
    assert line.get("d").count("M") == 2


def test_only_the_last_24_finished_periods_are_drawn():
    unfinished = Point(MONTHS[-1], 0.1, None, None, is_complete=False)
    points = drawn_points(replace(WITHIN_60, trend=(*WITHIN_60.trend, unfinished)))
    assert len(points) == PERIODS
    assert points[-1].value == 0.62


def test_the_sentence_says_what_the_picture_shows():
    # the 24th finished month back is November 2024, 71.0%
    assert sparkline_sentence(WITHIN_60) == "From 71% to 62%: worse since August. Target at least 70%, now 62%."
    quiet = replace(WITHIN_60, change=Change("none", "No real change"))
    assert sparkline_sentence(quiet).startswith("Between 62% and 74%: no real change.")


def test_too_few_to_say_is_not_drawn():
    assert sparkline_svg(TOO_FEW, LIGHT) == ""
    assert sparkline_sentence(TOO_FEW) == "Not drawn"


def test_the_words_of_a_row():
    assert [value_words(result) for result in RESULTS] == [
        "62%", "9.1%", "93%", "84%", "76%", "12.4%", "48.2%", "+0.41", "–"
    ]  # fmt: skip
    assert sums_words(WITHIN_60) == "13,164 of 21,232 calls"
    assert sums_words(RESULTS[-2]) == "1,204 answers"
    assert sums_words(TOO_FEW) == "Fewer than 20 callers"
    assert target_words(RESULTS[5]) == "TBA for 7 months"
    assert target_words(RESULTS[-2]) == "TBA for 39 months"
    assert lowered_words(WITHIN_60) == "Lowered from 80%"
    assert lowered_words(WITHIN_60, with_date=True) == "Lowered from 80%, 1 April 2026"
    assert lowered_words(TOO_FEW) == ""
