"""One drawing of charts/ as SVG: grid, grounds, bars, lines, words, in the order the screen lays them."""

from collections.abc import Sequence
from itertools import pairwise

from frontdoor.packs.svg.axes import Axes
from frontdoor.packs.svg.axis import Axis, axis_of, grid, words_across, words_beside
from frontdoor.packs.svg.bars import bars_drawn
from frontdoor.packs.svg.element import element
from frontdoor.packs.svg.heat import heat_drawn, heat_reach
from frontdoor.packs.svg.lines import line_drawn
from frontdoor.packs.svg.map_scale import is_to_scale, to_scale
from frontdoor.packs.svg.settings import Settings, chosen, hold_to
from frontdoor.packs.svg.shapes import annotation_drawn, shape_drawn

LAYOUT = frozenset(("height", "margin", "xaxis", "yaxis", "shapes", "annotations", "barmode", "bargap", "font"))
IGNORED = frozenset(("colorway", "paper_bgcolor", "plot_bgcolor", "showlegend", "dragmode", "hovermode", "hoverlabel"))


def plot(drawn: Settings, width: float, prefix: str) -> str:
    """Return the inside of a picture `width` pixels wide, as high as its layout says; ids begin with `prefix`.

    NotDrawnError for a setting that is not drawn here.
    """
    layout, traces = drawn["layout"], drawn["data"]
    hold_to("layout", layout, LAYOUT, IGNORED)
    for trace in traces:
        chosen("trace", trace["type"], frozenset(("bar", "scatter", "heatmap")))
    axes = _axes(layout, traces, width)
    across, down = axes.across, axes.down
    shapes = layout.get("shapes", [])
    below = "".join(shape_drawn(shape, axes) for shape in shapes if shape.get("layer") == "below")
    above = "".join(shape_drawn(shape, axes) for shape in shapes if shape.get("layer", "above") == "above")
    size = layout["font"]["size"]
    top, bottom = down.end, down.start
    return "".join(
        (
            below,
            grid(across, down),
            _marks(layout, traces, across, down, prefix),
            words_across(across, top, bottom, width, size),
            words_beside(down, across.start, size),
            above,
            *(annotation_drawn(words, axes, layout) for words in layout.get("annotations", [])),
        )
    )


def _axes(layout: Settings, traces: Sequence[Settings], width: float) -> Axes:
    margin = layout["margin"]
    hold_to("margin", margin, frozenset(("l", "r", "t", "b", "pad")))
    left, right, top, bottom = (round(margin[side]) for side in "lrtb")
    heat = next((heat_reach(trace) for trace in traces if trace["type"] == "heatmap"), (None, None))
    across = axis_of(layout["xaxis"], left, width - right, heat[0])
    down = axis_of(layout["yaxis"], round(layout["height"]) - bottom, top, heat[1])
    return to_scale(across, down) if is_to_scale(across, down) else Axes(across, down)


def _marks(layout: Settings, traces: Sequence[Settings], across: Axis, down: Axis, prefix: str) -> str:
    """Return heat, bars and lines in that order, cut at the edges of the plot unless they ask not to be."""
    heat = "".join(heat_drawn(trace, across, down) for trace in traces if trace["type"] == "heatmap")
    bars = bars_drawn([trace for trace in traces if trace["type"] == "bar"], layout, across, down, prefix)
    lines = [trace for trace in traces if trace["type"] == "scatter"]
    drawn = [
        (line_drawn(trace, before, after, Axes(across, down), f"{prefix}-fill{index}"), trace.get("cliponaxis", True))
        for index, (before, trace, after) in enumerate(_neighbours(lines))
    ]
    name = f"{prefix}-plot"
    top, high = down.end, down.start - down.end
    box = element("rect", x=across.start, y=top, width=across.end - across.start, height=high)
    cut = element("clipPath", box, id=name)
    return cut + "".join(
        element("g", part, clip_path=f"url(#{name})" if is_cut else None)
        for part, is_cut in [(heat + bars, True), *drawn]
        if part
    )


def _neighbours(lines: Sequence[Settings]) -> list[tuple[Settings | None, Settings, Settings | None]]:
    padded = [None, *lines, None]
    return [
        (before, trace, after)
        for (before, trace), (_, after) in zip(pairwise(padded[:-1]), pairwise(padded[1:]), strict=True)
        if trace
    ]
