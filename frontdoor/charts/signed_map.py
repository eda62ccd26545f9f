"""What each half-hour of each day has too little or too much of, or how it changed: signed numbers, two colours."""

from typing import Any

from frontdoor.charts.cell_colours import two_way
from frontdoor.charts.cell_words import cell_numbers, signed_words
from frontdoor.charts.drawable import drawable
from frontdoor.charts.theme import Theme
from frontdoor.charts.week_cells import Said, coloured_values, drawn_week
from frontdoor.figure import Figure

Settings = dict[str, Any]


def signed_map(figure: Figure, theme: Theme, is_narrow: bool = False) -> Settings:
    """Return the map; both colours are as strong as the largest marked value, either way, of a coloured cell."""
    frame = drawable(figure.frame)
    numbers = cell_numbers(frame["value"].drop_nulls().to_list(), figure.unit)
    scale = two_way(coloured_values(frame), figure.better, theme)
    said = Said(lambda value: numbers(value, is_signed=True), lambda value: signed_words(value, figure.unit, numbers))
    return drawn_week(frame, scale, said, theme, is_narrow)
