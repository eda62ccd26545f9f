"""Lines, bands, points and whiskers over time or load, the outlines of wards and the numbers in them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from frontdoor.packs.svg.axes import Axes
from frontdoor.packs.svg.axis import Axis
from frontdoor.packs.svg.element import element, path
from frontdoor.packs.svg.hatching import hatching
from frontdoor.packs.svg.points import numbers_drawn, points_drawn
from frontdoor.packs.svg.settings import NotDrawnError, Settings, chosen, hold_to

KNOWN = frozenset(
    ("type", "mode", "x", "y", "line", "marker", "fill", "fillcolor", "error_x", "error_y", "cliponaxis", "connectgaps",
     "fillpattern", "textfont")
)  # fmt: skip
IGNORED = frozenset(("text", "hovertext", "hoverinfo", "hoveron", "meta", "customdata", "name"))
"""What only a pointer and the keys need; `text` is drawn where the mode says so."""
LINE = frozenset(("color", "width", "dash", "shape"))
WHISKER = frozenset(("type", "symmetric", "array", "arrayminus", "color", "thickness", "width"))
Point = tuple[float, float]
Run = list[Point]


def line_drawn(trace: Settings, before: Settings | None, after: Settings | None, axes: Axes, name: str) -> str:
    """Return one trace of lines, points or words; its own band lies beneath the line of the trace `before` it.

    `name` is that of its hatching.
    """
    across, down = axes.across, axes.down
    hold_to("scatter", trace, KNOWN, IGNORED)
    chosen("scatter mode", trace["mode"], frozenset(("lines", "markers", "lines+markers", "text")))
    chosen("scatter fill", trace.get("fill"), frozenset((None, "toself", "tonexty")))
    chosen("scatter connectgaps", trace.get("connectgaps", False), frozenset((False,)))
    if trace.get("fill") == "tonexty" and before is None:
        raise NotDrawnError("scatter: a band without a line before it cannot be drawn as SVG")
    runs = list(_runs(trace, across, down))
    parts = [
        _filled(trace, runs, name) if trace.get("fill") == "toself" else "",
        _band(runs, trace, after, (across, down)) if after and after.get("fill") == "tonexty" else "",
        *(_whiskers(trace, name, across, down) for name in ("error_x", "error_y") if name in trace),
        _lines(runs, trace["line"]) if "lines" in trace["mode"] else "",
        points_drawn(trace, axes) if "markers" in trace["mode"] else "",
        numbers_drawn(trace, axes) if trace["mode"] == "text" else "",
    ]
    return "".join(parts)


def _runs(trace: Settings, across: Axis, down: Axis) -> Iterator[Run]:
    """Yield the unbroken stretches in pixels; a null is a gap."""
    run: Run = []
    for x, y in zip(trace["x"], trace["y"], strict=True):
        if x is None or y is None:
            yield from [run] if run else []
            run = []
        else:
            run.append((across.pixel(x), down.pixel(y)))
    yield from [run] if run else []


def _lines(runs: Sequence[Run], line: Settings) -> str:
    hold_to("line", line, LINE)
    shape = line.get("shape", "linear")
    chosen("line shape", shape, frozenset(("linear", "hvh")))
    drawn = "".join(path(_stepped(run) if shape == "hvh" else run) for run in runs if len(run) > 1)
    if not drawn:
        return ""
    return element(
        "path", d=drawn, fill="none", stroke=line["color"], stroke_width=line["width"], stroke_miterlimit=2,
        stroke_dasharray=dashes(line.get("dash", "solid")),
    )  # fmt: skip


def dashes(dash: str) -> str | None:
    """Return '7,4' for '7px,4px', None for a solid line."""
    if dash == "solid":
        return None
    lengths = dash.split(",")
    if not all(length.endswith("px") for length in lengths):
        raise NotDrawnError(f"line: the dash {dash!r} cannot be drawn as SVG")
    return ",".join(length.removesuffix("px") for length in lengths)


def _stepped(run: Run) -> Run:
    """Return the run with steps half-way between its points."""
    stepped = run[:1]
    for (x, y), (after, below) in pairwise(run):
        stepped += [((x + after) / 2, y), ((x + after) / 2, below), (after, below)]
    return stepped


def _filled(trace: Settings, runs: Sequence[Run], name: str) -> str:
    """Return the ground of closed outlines, hatched where the trace asks for it."""
    drawn = "".join(path(run, is_closed=True) for run in runs)
    if "fillpattern" not in trace:
        return element("path", d=drawn, fill=trace["fillcolor"])
    return hatching(trace["fillpattern"], name) + element("path", d=drawn, fill=f"url(#{name})")


def _band(runs: Sequence[Run], trace: Settings, after: Settings, axes: tuple[Axis, Axis]) -> str:
    """Return the band from this trace's line to that of the trace `after` it."""
    theirs = list(_runs(after, *axes))
    if len(runs) != 1 or len(theirs) != 1:
        raise NotDrawnError("scatter: a band between broken lines cannot be drawn as SVG")
    run, back = (
        _stepped(each) if line.get("shape") == "hvh" else each
        for each, line in ((runs[0], trace["line"]), (theirs[0], after["line"]))
    )
    return element("path", d=path([*run, *reversed(back)], is_closed=True), fill=after["fillcolor"])


def _whiskers(trace: Settings, name: str, across: Axis, down: Axis) -> str:
    """Return a line with two caps for each point, on its own axis."""
    whisker = trace[name]
    hold_to("whisker", whisker, WHISKER)
    chosen("whisker type", whisker["type"], frozenset(("data",)))
    cap = whisker["width"]
    drawn = ""
    for x, y, more, less in zip(trace["x"], trace["y"], whisker["array"], whisker["arrayminus"], strict=True):
        if x is None or y is None or (not more and not less):
            continue
        if name == "error_x":
            low, high, at = across.pixel(x - less), across.pixel(x + more), down.pixel(y)
            ends = [[(low, at), (high, at)], *([(end, at - cap), (end, at + cap)] for end in (low, high))]
        else:
            low, high, at = down.pixel(y - less), down.pixel(y + more), across.pixel(x)
            ends = [[(at, low), (at, high)], *([(at - cap, end), (at + cap, end)] for end in (low, high))]
        drawn += "".join(map(path, ends))
    return (
        element("path", d=drawn, fill="none", stroke=whisker["color"], stroke_width=whisker["thickness"])
        if drawn
        else ""
    )
