"""Cells are coloured in order, and the number in each can be read in both themes."""

from itertools import pairwise

import pytest

from frontdoor.charts.cell_colours import CellScale, one_way, two_way
from frontdoor.charts.theme import BY_NAME, LIGHT, THEMES
from frontdoor.schema.units import Better
from tests.unit.charts.test_theme_contrast import TEXT, contrast, luminance

FINE = [step / 500 for step in range(501)]
BOTH_WAYS = [value for share in FINE for value in (share, -share)]


def channels(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def colour_of(value: float, scale: CellScale) -> str:
    """Return the colour that Plotly gives a value: between two stops, in equal parts of red, green and blue."""
    along = (value - scale.low) / (scale.high - scale.low)
    stops = scale.marker([], LIGHT)["colorscale"]
    for (start, pale), (end, strong) in pairwise(stops):
        if along <= end:
            part = (along - start) / (end - start)
            mixed = [one + (other - one) * part for one, other in zip(channels(pale), channels(strong), strict=True)]
            return "#" + "".join(f"{round(channel):02X}" for channel in mixed)
    raise AssertionError(f"{value} is beyond the scale")


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_number_of_every_cell_can_be_read(theme):
    scale = one_way([0.0, 1.0], theme)
    assert min(contrast(scale.text(value), colour_of(value, scale)) for value in FINE) >= TEXT


@pytest.mark.parametrize("better", Better)
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_number_of_every_signed_cell_can_be_read(theme, better):
    scale = two_way([1.0], better, theme)
    assert min(contrast(scale.text(value), colour_of(value, scale)) for value in BOTH_WAYS) >= TEXT


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_more_is_always_further_from_the_page(theme):
    scale = one_way([0.0, 1.0], theme)
    brightness = [luminance(colour_of(value, scale)) for value in FINE]
    assert brightness == sorted(brightness, reverse=theme is LIGHT)


def test_worse_is_plum_and_better_turquoise_whichever_way_is_good():
    assert colour_of(-4, two_way([-4.0, 2.0], Better.HIGHER, LIGHT)) == LIGHT.cell_worse
    assert colour_of(4, two_way([-4.0, 2.0], Better.HIGHER, LIGHT)) == LIGHT.cell_better
    assert colour_of(-4, two_way([-4.0, 2.0], Better.LOWER, LIGHT)) == LIGHT.cell_better
    assert colour_of(4, two_way([-4.0, 2.0], Better.LOWER, LIGHT)) == LIGHT.cell_worse


def test_where_neither_is_better_less_is_orange_and_more_is_blue():
    scale = two_way([-4.0, 2.0], Better.NEITHER, LIGHT)
    assert colour_of(-4, scale) == LIGHT.cell_less
    assert colour_of(4, scale) == LIGHT.ramp_most
    assert colour_of(0, scale) == LIGHT.cell_none


def test_a_nearly_level_week_is_not_drawn_as_if_it_had_peaks():
    scale = one_way([98.0, 100.0], LIGHT)
    assert scale.low == 50  # half of the highest
    assert one_way([10.0, 100.0], LIGHT).low == 10


@pytest.mark.parametrize("values", [[], [0.0], [0.0, 0.0], [-3.0, -3.0], [1e12]])
def test_any_values_have_a_scale(values):
    for scale in (one_way(values, LIGHT), two_way(values, Better.NEITHER, LIGHT)):
        assert scale.low < scale.high
        assert all(scale.text(value) in {"#000000", "#FFFFFF"} for value in values)


def test_colours_stay_names_until_the_browser_knows_its_theme():
    marker = one_way([1.0, 2.0], BY_NAME).marker([1.0, 2.0], BY_NAME)
    assert [colour for _, colour in marker["colorscale"]] == [
        "var(--ramp-least)", "var(--ramp-less)", "var(--ramp-more)", "var(--ramp-most)",
    ]  # fmt: skip
