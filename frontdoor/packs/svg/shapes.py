"""The lines, grounds and outlines that a drawing lays over or under its marks, and the words it writes on them."""

import re

from frontdoor.packs.svg.axes import Axes
from frontdoor.packs.svg.element import TRANSPARENT, element, number, paint
from frontdoor.packs.svg.lines import dashes
from frontdoor.packs.svg.settings import Settings, chosen, hold_to
from frontdoor.packs.svg.words import ASCENT, read_words, written_at

SHAPE = frozenset(("type", "xref", "yref", "x0", "x1", "y0", "y1", "path", "line", "fillcolor", "layer"))
ANNOTATION = frozenset(
    ("text", "x", "y", "xref", "yref", "xanchor", "yanchor", "xshift", "yshift", "font", "bgcolor", "align", "showarrow",
     "borderpad")
)  # fmt: skip
POINT = re.compile(r"([ML])(-?[\d.]+),(-?[\d.]+)|Z")
BORDER = 1  # pixels around the ground of words, which Plotly keeps for a border
USUAL_PAD = 1  # pixels
SIDES = {"left": 0.0, "center": 0.5, "right": 1.0, "top": 0.0, "middle": 0.5, "bottom": 1.0}
"""How much of the words lies before their place."""


def shape_drawn(shape: Settings, axes: Axes) -> str:
    """Return a line, a rectangle or a path through places of the plot."""
    hold_to("shape", shape, SHAPE)
    chosen("shape", shape["type"], frozenset(("line", "rect", "path")))
    hold_to("shape line", shape["line"], frozenset(("color", "width", "dash")))
    line = shape["line"]
    wide = line["width"]
    look = {
        "stroke": line["color"] if wide else None,
        "stroke_width": wide or None,
        "stroke_dasharray": dashes(line.get("dash", "solid")),
    }
    xref, yref = shape.get("xref", "x"), shape.get("yref", "y")
    fill = paint(shape.get("fillcolor", TRANSPARENT))
    if shape["type"] == "path":
        return element("path", d=_path(shape["path"], axes), fill=fill, **look)
    (x0, x1), (y0, y1) = (axes.x(shape[name], xref) for name in ("x0", "x1")), (axes.y(shape[name], yref) for name in ("y0", "y1"))  # fmt: skip
    if shape["type"] == "line":
        return element("line", x1=x0, y1=y0, x2=x1, y2=y1, **look)
    return element("rect", x=min(x0, x1), y=min(y0, y1), width=abs(x1 - x0), height=abs(y1 - y0), fill=fill, **look)


def _path(drawn: str, axes: Axes) -> str:
    """Return a path in places of the plot as one in pixels."""
    if POINT.sub("", drawn):
        raise ValueError(f"A path with more than M, L and Z cannot be drawn as SVG: {drawn!r}")

    def placed(found: re.Match[str]) -> str:
        if found[0] == "Z":
            return "Z"
        return f"{found[1]}{number(axes.x(float(found[2]), 'x'))} {number(axes.y(float(found[3]), 'y'))}"

    return POINT.sub(placed, drawn)


def annotation_drawn(words_of: Settings, axes: Axes, layout: Settings) -> str:
    """Return words on the ground they ask for; nothing where their place is outside the plot, as on the screen."""
    hold_to("annotation", words_of, ANNOTATION)
    chosen("annotation arrow", words_of["showarrow"], frozenset((False,)))
    hold_to("annotation font", words_of["font"], frozenset(("color", "size")))
    xref, yref = words_of.get("xref", "x"), words_of.get("yref", "y")
    if (xref == "x" and not axes.across.holds(words_of["x"])) or (yref == "y" and not axes.down.holds(words_of["y"])):
        return ""
    words = read_words(words_of["text"], words_of["font"].get("size", layout["font"]["size"]))
    pad = words_of.get("borderpad", USUAL_PAD) + BORDER
    wide, high = round(words.width + 2 * pad), round(words.height + 2 * pad)
    left = (
        axes.x(words_of["x"], xref) + words_of.get("xshift", 0) - wide * SIDES[_anchor(words_of, "xanchor", "center")]
    )
    top = axes.y(words_of["y"], yref) - words_of.get("yshift", 0) - high * SIDES[_anchor(words_of, "yanchor", "middle")]
    side = words_of.get("align", "center")
    ends = {"left": ("start", left + pad), "center": ("middle", left + wide / 2), "right": ("end", left + wide - pad)}
    anchor, x = ends[side]
    ground = words_of.get("bgcolor", TRANSPARENT)
    box = "" if ground == TRANSPARENT else element("rect", x=left, y=top, width=wide, height=high, fill=ground)
    colour = words_of["font"].get("color", layout["font"]["color"])
    return box + written_at(words, (x, top + pad + ASCENT * words.size), anchor, colour)


def _anchor(words_of: Settings, name: str, usual: str) -> str:
    anchor = words_of.get(name, usual)
    chosen(f"annotation {name}", anchor, frozenset(SIDES))
    return str(anchor)
