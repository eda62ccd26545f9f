"""A week at a glance: how much of something each half-hour of each day has, its number in every cell."""

from typing import Any

from frontdoor.charts.cell_colours import one_way
from frontdoor.charts.cell_words import cell_numbers, value_words
from frontdoor.charts.drawable import drawable
from frontdoor.charts.theme import Theme
from frontdoor.charts.week_cells import Said, coloured_values, drawn_week
from frontdoor.figure import Figure

Settings = dict[str, Any]


def week_map(figure: Figure, theme: Theme, is_narrow: bool = False) -> Settings:
    """Return the map; the strongest colour is the highest value of a coloured cell."""
    frame = drawable(figure.frame)
    numbers = cell_numbers(frame["value"].drop_nulls().to_list(), figure.unit)
    scale = one_way(coloured_values(frame), theme)
    said = Said(numbers, lambda value: value_words(value, figure.unit, numbers))
    return drawn_week(frame, scale, said, theme, is_narrow)
