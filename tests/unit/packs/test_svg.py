"""Is every kind of figure drawn as SVG, whole, in words that can be read, from the screen's own drawing?"""

from dataclasses import replace
from datetime import date
from html import unescape
from itertools import combinations

import pytest

from frontdoor.charts.drawing import DRAWN_BY, drawing
from frontdoor.charts.key import chart_key
from frontdoor.charts.theme import DARK, LIGHT
from frontdoor.errors import FrontdoorError
from frontdoor.figure import Kind, Mark
from frontdoor.packs.svg import words as svg_words
from frontdoor.packs.svg.axis import axis_of, ticks_of
from frontdoor.packs.svg.svg import svg_of
from tests.unit.charts.figures import FIGURES, bars, control
from tests.unit.packs.drawn_words import SVG, marks_in, root_of, size_of, words_in

WIDTHS = (390, 700)
EVERY = [(kind, width) for kind in DRAWN_BY for width in WIDTHS]
TOUCHING_ON_A_PHONE = {("Dec", "57%")}
"""A newest value at the very bottom of a phone's chart reaches down to the months, on the screen as here."""
HOSTILE = "</text><script>alert(1)</script> & \"Łódź\" 'Tŷ Gŵyr'"


@pytest.mark.parametrize(("kind", "width"), EVERY)
def test_every_kind_is_a_picture_with_a_name_and_its_sentence(kind, width):
    root = root_of(svg_of(FIGURES[kind], width))
    named = {part.get("id"): part.text for part in root if part.tag in (f"{SVG}title", f"{SVG}desc")}
    assert root.get("role") == "img"
    assert [named[name] for name in root.get("aria-labelledby").split()] == ["Headline", "Sentence."]


@pytest.mark.parametrize(("kind", "width"), EVERY)
def test_words_and_marks_lie_inside_the_picture(kind, width):
    picture = svg_of(FIGURES[kind], width)
    wide, high = size_of(picture)
    assert wide == width
    assert [box for box in (*words_in(picture), *marks_in(picture)) if not box.is_inside(wide, high)] == []


@pytest.mark.parametrize(("kind", "width"), EVERY)
def test_no_words_lie_on_others(kind, width):
    words = words_in(svg_of(FIGURES[kind], width))
    touching = {(one.said, other.said) for one, other in combinations(words, 2) if one.touches(other)}
    assert touching <= TOUCHING_ON_A_PHONE


@pytest.mark.parametrize(("kind", "width"), EVERY)
def test_the_picture_says_what_the_screen_says(kind, width):
    """Ticks, direct labels and numbers in cells, each as often as in the drawing; and the words of the key."""
    is_narrow = width < 640
    drawn = drawing(FIGURES[kind], LIGHT, is_narrow)
    layout = drawn["layout"]
    texts = [each["text"] for each in layout.get("annotations", [])]
    texts += [number for trace in drawn["data"] if trace["type"] == "bar" for number in trace.get("text", [])]
    for name in ("xaxis", "yaxis"):
        settings = layout[name]
        if settings.get("visible", True) and "range" in settings:
            texts += [words for _, words in ticks_of(axis_of(settings, 0, 100, None))]
    lines = [unescape(line) for text in texts for line in text.removeprefix("<b>").removesuffix("</b>").split("<br>")]
    key = [entry.words for entry in chart_key(FIGURES[kind], is_narrow)]
    said = [box.said for box in words_in(svg_of(FIGURES[kind], width))]
    assert said[: len(key)] == key
    missing = [line for line in lines if line and lines.count(line) > said.count(line)]
    assert missing == []


@pytest.mark.parametrize("kind", DRAWN_BY)
def test_the_dark_theme_stands_on_its_own_ground(kind):
    light, dark = svg_of(FIGURES[kind], 700), svg_of(FIGURES[kind], 700, theme=DARK)
    assert DARK.page in dark
    assert LIGHT.ink not in dark
    assert size_of(light) == size_of(dark)


def test_a_bar_is_as_long_as_its_value():
    """41% and 68% on an axis from nought: 0.41 / 0.68 = 0.603."""
    picture = svg_of(bars([("Council tax", 0.41, True), ("Benefits", 0.68, False)]), 700)
    long = {box.said: box.right - box.left for box in marks_in(picture)}
    assert long[LIGHT.missed] / long[LIGHT.measured] == pytest.approx(0.41 / 0.68, abs=0.001)


def test_a_point_stands_where_its_value_is():
    """The mean of 70% and the first point of 70% are at one height."""
    root = root_of(svg_of(control(), 700))
    first = next(part for part in root.iter(f"{SVG}circle") if part.get("r") == "4" and part.get("cx") != "11")
    line = next(
        float(part.get("y")) for part in root.iter(f"{SVG}text") if part.text == "70%" and part.get("text-anchor")
    )
    assert float(first.get("cy")) == pytest.approx(line - 0.35 * 14, abs=0.1)  # words hang by 0.35 of their size


def test_events_that_are_letters_are_explained_below():
    days = [date(2026, 10, day) for day in (2, 5, 8, 11, 14)]
    crowded = control(marks=tuple(Mark(day, f"Event number {day.day} of a crowded month") for day in days))
    picture = svg_of(crowded, 700)
    said = [box.said for box in words_in(picture)]
    assert "2 October 2026: Event number 2 of a crowded month" in said
    assert said.count("a") == 2  # on the chart and below it
    assert all(box.is_inside(*size_of(picture)) for box in words_in(picture))


def test_words_from_outside_stay_words():
    figure = replace(bars([(HOSTILE, 0.4, True)]), key="Ba d/key", headline=HOSTILE, sentence=HOSTILE + "\x00\x0b")
    picture = svg_of(figure, 700)
    root = root_of(picture)
    assert {part.tag.removeprefix(SVG) for part in root.iter()} <= {
        "svg",
        "title",
        "desc",
        "rect",
        "clipPath",
        "g",
        "line",
        "text",
    }
    assert root.find(f"{SVG}title").text == HOSTILE
    assert 'id="fd-ba-d-key-plot"' in picture


def test_nothing_to_draw_is_said():
    figure = FIGURES[Kind.BARS]
    picture = svg_of(replace(figure, frame=figure.frame.clear()), 700)
    assert [box.said for box in words_in(picture)] == ["No figures for this choice. Nothing is drawn."]


def test_equal_figures_are_equal_pictures():
    assert svg_of(control(), 700) == svg_of(control(), 700)


def test_a_font_that_is_missing_or_broken_is_said(monkeypatch, tmp_path):
    monkeypatch.setattr(svg_words, "FONT_FOLDER", tmp_path)
    svg_words._font.cache_clear()
    svg_words._width.cache_clear()
    with pytest.raises(FrontdoorError, match=r"Inter-Regular\.ttf is missing"):
        svg_words.width_of("Words", 14)
    (tmp_path / "Inter-Regular.ttf").write_text("no font")
    with pytest.raises(FrontdoorError, match="cannot be read as a font"):
        svg_words.width_of("Words", 14)
