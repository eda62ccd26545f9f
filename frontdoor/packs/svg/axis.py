"""One axis of a picture: where a value or a day falls in pixels, its grid, ticks and words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from frontdoor.packs.svg.element import TRANSPARENT, element
from frontdoor.packs.svg.settings import NotDrawnError, Settings, chosen, hold_to
from frontdoor.packs.svg.words import LINE, Words, read_words, written_at

KNOWN = frozenset(
    ("range", "autorange", "tickvals", "ticktext", "showgrid", "gridcolor", "tickfont", "ticks", "ticklen", "tickcolor",
     "ticklabelstandoff", "side", "visible", "type", "zeroline", "showline", "tickangle", "ticklabeloverflow", "constrain",
     "scaleanchor", "scaleratio")
)  # fmt: skip
IGNORED = frozenset(("fixedrange", "automargin"))
SECONDS_IN_A_DAY = 86400
TO_THE_LABEL = 0.5  # pixels: half the line that an axis could have
UNDER, OVER, MIDDLE = 1.0, 0.2, 0.35  # of the size: from a tick to the baseline below, above and beside it
EDGE = 0.5  # pixels a tick may lie outside its axis

Place = float | None


@dataclass(frozen=True, slots=True)
class Axis:
    """Values from `first` to `last` along `start` to `end` (pixels; y runs down)."""

    settings: Settings
    first: float
    last: float
    start: float
    end: float

    def pixel(self, value: object) -> float:
        """Return where a value or a day falls."""
        share = (number_of(value) - self.first) / (self.last - self.first)
        return self.start + share * (self.end - self.start)

    def holds(self, value: object) -> bool:
        """Return whether a value falls on the axis."""
        low, high = sorted((self.start, self.end))
        return low - EDGE <= self.pixel(value) <= high + EDGE


def axis_of(settings: Settings, start: float, end: float, reach: tuple[float, float] | None) -> Axis:
    """Return the axis; `reach` is what heat maps cover, for an axis that is told no range."""
    hold_to("axis", settings, KNOWN, IGNORED)
    chosen("axis type", settings.get("type", "linear"), frozenset(("linear", "date")))
    chosen("axis autorange", settings.get("autorange", False), frozenset((False, "reversed")))
    chosen("axis ticklabeloverflow", settings.get("ticklabeloverflow"), frozenset((None, "allow")))
    for name in ("zeroline", "showline", "tickangle"):
        chosen(f"axis {name}", bool(settings.get(name)), frozenset((False,)))
    if "range" in settings:
        first, last = map(number_of, settings["range"])
    elif reach is not None:
        first, last = reach[::-1] if settings.get("autorange") == "reversed" else reach
    else:
        raise NotDrawnError("axis: one without a range cannot be drawn as SVG")
    return Axis(settings, first, last, start, end)


def number_of(value: object) -> float:
    """Return a number as it is, a day or a moment as days; a TypeError for anything else."""
    if isinstance(value, datetime):
        seconds = (value - datetime.combine(value.date(), time(), value.tzinfo)).total_seconds()
        return value.toordinal() + seconds / SECONDS_IN_A_DAY
    if isinstance(value, date):
        return float(value.toordinal())
    if isinstance(value, int | float):
        return float(value)
    raise TypeError(f"No place on an axis: {value!r}")


def ticks_of(axis: Axis) -> Iterator[tuple[float, str]]:
    """Yield the pixel and the words of each tick on the axis."""
    if axis.settings.get("visible", True):
        texts: Sequence[Any] = axis.settings["ticktext"]
        for value, words in zip(axis.settings["tickvals"], texts, strict=True):
            if axis.holds(value):
                yield axis.pixel(value), words


def grid(across: Axis, down: Axis) -> str:
    """Return the pale lines of both axes where they ask for them."""
    vertical = (_gridline(across, (x, down.start, x, down.end)) for x, _ in _gridded(across))
    level = (_gridline(down, (across.start, y, across.end, y)) for y, _ in _gridded(down))
    return "".join((*vertical, *level))


def _gridline(axis: Axis, ends: tuple[float, float, float, float]) -> str:
    x1, y1, x2, y2 = ends
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=axis.settings["gridcolor"], stroke_width=1)


def _gridded(axis: Axis) -> Iterator[tuple[float, str]]:
    return ticks_of(axis) if axis.settings.get("showgrid") else iter(())


def words_across(axis: Axis, top: float, bottom: float, width: float, size: float) -> str:
    """Return the ticks and words of the x axis, below the plot or above; words that would leave the picture are left out."""
    settings = axis.settings
    is_top = settings.get("side", "bottom") == "top"
    chosen("x axis side", settings.get("side", "bottom"), frozenset(("top", "bottom")))
    chosen("x axis ticklabeloverflow", settings.get("ticklabeloverflow"), frozenset((None,)))
    long, away = _tick_length(settings), _away(settings, size)
    drawn = []
    for x, text in ticks_of(axis):
        words = read_words(text, size)
        raised = OVER * size + (len(words.lines) - 1) * LINE * size
        baseline = top - away - raised if is_top else bottom + away + UNDER * size
        edge = top if is_top else bottom
        drawn.append(_tick(x, edge, -long if is_top else long, settings))
        if words.width / 2 <= x <= width - words.width / 2:
            drawn.append(written_at(words, (x, baseline), "middle", _colour(settings)))
    return "".join(drawn)


def words_beside(axis: Axis, left: float, size: float) -> str:
    """Return the words of the y axis, left of the plot; its ticks only hold them off."""
    settings = axis.settings
    chosen("y axis side", settings.get("side", "left"), frozenset(("left",)))
    if settings.get("ticks"):
        chosen("y axis tickcolor", settings["tickcolor"], frozenset((TRANSPARENT,)))
    x = left - _away(settings, size)
    found = ((y, read_words(text, size)) for y, text in ticks_of(axis))
    return "".join(written_at(words, (x, _centred(words, y)), "end", _colour(settings)) for y, words in found)


def _centred(words: Words, y: float) -> float:
    return y + MIDDLE * words.size - (len(words.lines) - 1) * LINE * words.size / 2


def _away(settings: Settings, size: float) -> float:
    """Return the pixels between the plot and the words of a tick."""
    long = _tick_length(settings)
    standoff: float = settings.get("ticklabelstandoff", 0)
    return TO_THE_LABEL + long + standoff + (OVER * size if long else 0)


def _tick_length(settings: Settings) -> float:
    chosen("axis ticks", settings.get("ticks", ""), frozenset(("", "outside")))
    return float(settings["ticklen"]) if settings.get("ticks") else 0.0


def _tick(x: float, edge: float, long: float, settings: Settings) -> str:
    if not long:
        return ""
    return element("line", x1=x, y1=edge, x2=x, y2=edge + long, stroke=settings["tickcolor"], stroke_width=1)


def _colour(settings: Settings) -> str:
    hold_to("tickfont", settings["tickfont"], frozenset(("color",)))
    return str(settings["tickfont"]["color"])
