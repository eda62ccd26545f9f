"""A map of wards has a number, a shade and words for each, marks what is not known or doubtful, and is read by keys."""

import polars as pl
import pytest

from frontdoor.charts.drawing import draw
from frontdoor.charts.key import chart_key
from frontdoor.charts.theme import DARK, LIGHT
from frontdoor.figure import Kind
from frontdoor.schema.units import Unit
from tests.unit.charts.plain_figure import figure

SCHEMA = {
    "ward": pl.String, "value": pl.Float64, "note": pl.String, "is_highlighted": pl.Boolean, "is_doubtful": pl.Boolean,
    "outline": pl.List(pl.List(pl.List(pl.Int64))),
}  # fmt: skip


def square(x: int, y: int, side: int = 100) -> list[list[int]]:
    return [[x, y], [x + side, y], [x + side, y + side], [x, y + side]]


def wards(*rows, unit=Unit.SHARE):
    """Return a map of (ward, value, note, is_highlighted, is_doubtful, rings)."""
    return figure(Kind.WARD_MAP, pl.DataFrame(rows, schema=SCHEMA, orient="row"), unit)


FOUR = (
    ("Mill", 0.2, "", False, False, [square(0, 100)]),
    ("Ferry", 0.8, "", True, False, [square(100, 100)]),
    ("Priory", None, "hidden: fewer than 5 people", False, False, [square(0, 0)]),
    ("Quay", 0.5, "", False, True, [square(100, 0)]),
)


def drawn(shown, theme=LIGHT, is_narrow=False):
    return draw(shown, theme, is_narrow).to_plotly_json()


def area(chart, name):
    (found,) = (trace for trace in chart["data"] if trace.get("fill") and trace["text"].startswith(f"{name}:"))
    return found


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_lowest_ward_is_pale_the_highest_strong_and_one_not_known_grey(theme):
    chart = drawn(wards(*FOUR), theme)
    shades = [area(chart, name)["fillcolor"] for name in ("Mill", "Quay", "Ferry", "Priory")]
    assert shades == [theme.ramp_least, theme.ramp_more, theme.ramp_most, theme.panel]


def test_every_ward_has_words_for_whoever_points_at_it():
    chart = drawn(wards(*FOUR))
    assert area(chart, "Ferry")["text"] == "Ferry: 80%"
    assert area(chart, "Priory")["text"] == "Priory: hidden: fewer than 5 people"


def test_the_chosen_ward_is_drawn_last_of_the_areas_with_a_thick_line():
    chart = drawn(wards(*FOUR))
    assert chart["data"][-2]["text"].startswith("Ferry")
    assert chart["data"][-2]["line"]["width"] > chart["data"][0]["line"]["width"]


def test_a_doubtful_ward_is_hatched_and_the_key_says_what_that_means():
    chart = drawn(wards(*FOUR))
    assert area(chart, "Quay")["fillpattern"]["shape"] == "/"
    assert "fillpattern" not in area(chart, "Mill")
    assert "Also where no address was given" in [entry.words for entry in chart_key(wards(*FOUR))]
    assert "Also where no address was given" not in [entry.words for entry in chart_key(wards(*FOUR[:2]))]


def test_numbers_stand_in_the_middle_and_the_keys_step_by_row_and_column():
    numbers = drawn(wards(*FOUR))["data"][-1]
    stood = dict(zip([words.split(":")[0] for words in numbers["hovertext"]], range(4), strict=True))
    places = {name: tuple(numbers["customdata"][index]) for name, index in stood.items()}
    assert places == {"Mill": (0, 0), "Ferry": (0, 1), "Priory": (1, 0), "Quay": (1, 1)}
    assert (numbers["x"][stood["Ferry"]], numbers["y"][stood["Ferry"]]) == (150, 150)
    assert numbers["text"][stood["Ferry"]] == "<b>80</b>"
    assert numbers["text"][stood["Priory"]] == "–"


def test_many_wards_have_no_numbers_on_a_phone_but_the_same_words():
    many = wards(*[(f"Ward {n}", n / 100, "", False, False, [square(n * 100, 0)]) for n in range(40)])
    narrow, wide = drawn(many, is_narrow=True)["data"][-1], drawn(many)["data"][-1]
    assert (narrow["mode"], wide["mode"]) == ("markers", "text")
    assert list(narrow["hovertext"]) == list(wide["hovertext"])


def test_parts_of_a_ward_are_one_area_and_east_is_as_long_as_north():
    chart = drawn(wards(("Isles", 0.5, "", False, False, [square(0, 0), square(300, 0)]), *FOUR[2:]))
    assert None in list(area(chart, "Isles")["x"])
    assert (chart["layout"]["yaxis"]["scaleanchor"], chart["layout"]["yaxis"]["scaleratio"]) == ("x", 1)


def test_markup_in_a_wards_name_is_written_out():
    chart = drawn(wards(("<b>Mill</b>", 0.5, "", False, False, [square(0, 0)])))
    assert chart["data"][0]["text"].startswith("&lt;b&gt;Mill")


@pytest.mark.parametrize("is_narrow", [False, True])
def test_a_map_of_no_figures_is_grey_and_still_drawn(is_narrow):
    nothing = wards(*[(name, None, "nothing recorded", False, False, rings) for name, *_, rings in FOUR])
    chart = drawn(nothing, is_narrow=is_narrow)
    assert {trace["fillcolor"] for trace in chart["data"] if trace.get("fill")} == {LIGHT.panel}
