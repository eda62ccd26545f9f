"""The wards of a map as bars, the highest first, so that their numbers can be edited."""

from dataclasses import replace

import polars as pl

from frontdoor.charts.drawable import drawable
from frontdoor.charts.theme import Theme
from frontdoor.figure import Figure, Kind
from frontdoor.packs.slides.bars import bars_slide
from frontdoor.packs.slides.chart import Chart, Room


def ward_bars(figure: Figure) -> Figure:
    """Return a WARD_MAP as BARS; the chosen ward says so, and wards without a figure come last with their note."""
    frame = drawable(figure.frame)
    chosen = pl.when("is_highlighted").then(pl.format("{} (chosen)", "ward")).otherwise("ward")
    bars = frame.sort(["value", "ward"], descending=[True, False], nulls_last=True).select(
        chosen.alias("label"), "value", "note", is_highlighted=pl.lit(value=False)
    )
    return replace(figure, kind=Kind.BARS, frame=bars)


def ward_bars_slide(figure: Figure, theme: Theme, room: Room) -> Chart:
    """Return a WARD_MAP as the chart of its bars."""
    return bars_slide(ward_bars(figure), theme, room)
