"""How each mark of a key is drawn: its width, and its drawing with the left edge at 0 and the middle of the row at 0."""

from collections.abc import Callable

from frontdoor.charts.calendar import RAMP
from frontdoor.charts.key import KeyMark
from frontdoor.charts.theme import Theme
from frontdoor.packs.svg.bars import ramped
from frontdoor.packs.svg.element import element, number
from frontdoor.packs.svg.marks import mark

Draw = Callable[[Theme], str]
BANDS = 24  # steps of the ramp, enough to look like one


def _line(width: float, colour: str, thick: float, dash: str | None = None) -> str:
    return element("line", x1=0, y1=0, x2=width, y2=0, stroke=colour, stroke_width=thick, stroke_dasharray=dash)


def _box(width: float, high: float, fill: str, edge: str | None = None, thick: float = 1) -> str:
    """Return a box whose edge lies inside its size."""
    inset = thick / 2 if edge else 0
    return element(
        "rect", x=inset, y=inset - high / 2, width=width - 2 * inset, height=high - 2 * inset, fill=fill, stroke=edge,
        stroke_width=thick if edge else None,
    )  # fmt: skip


def _ring(width: float, colour: str, thick: float) -> str:
    return element("circle", cx=width / 2, cy=0, r=(width - thick) / 2, fill="none", stroke=colour, stroke_width=thick)


def _slanted(width: float, high: float, colour: str, every: float, thick: float) -> str:
    """Return slanted lines from edge to edge of a box."""
    drawn = ""
    at = every / 2
    while at < width + high:
        left, right = max(0.0, at - high), min(width, at)
        drawn += f"M{number(left)} {number(at - left - high / 2)}L{number(right)} {number(at - right - high / 2)}"
        at += every
    return element("path", d=drawn, fill="none", stroke=colour, stroke_width=thick)


def _ramp(theme: Theme) -> str:
    stops = [
        (index / 3, each)
        for index, each in enumerate((theme.ramp_least, theme.ramp_less, theme.ramp_more, theme.ramp_most))
    ]
    wide = 72 / BANDS
    steps = (
        element("rect", x=index * wide, y=-7, width=wide + (0.3 if index < BANDS - 1 else 0), height=14,
                fill=ramped(index, 0, BANDS - 1, stops))
        for index in range(BANDS)
    )  # fmt: skip
    return "".join(steps) + _box(72, 14, "none", theme.edge)


def _interval(theme: Theme) -> str:
    ends = element("path", d="M1 -4V4M21 -4V4", stroke=theme.close_mark, stroke_width=2)
    return _line(22, theme.close_mark, 2) + ends


def _whisker(theme: Theme) -> str:
    return element("path", d="M0 -6.25H10M0 6.25H10M5 -6.25V6.25", fill="none", stroke=theme.ink, stroke_width=1.5)


def _added(theme: Theme) -> str:
    return element("rect", x=0, y=-8, width=16, height=16, fill=theme.expected_95) + element(
        "rect", x=2, y=-6, width=12, height=12, fill=theme.met
    )


KEY_MARKS: dict[KeyMark, tuple[float, Draw]] = {
    KeyMark.MEASURED: (22, lambda theme: _line(22, theme.measured, 2) + mark("circle", (11, 0), 8, theme.measured)),
    KeyMark.WORSE: (10, lambda theme: _box(10, 10, theme.missed)),
    KeyMark.BETTER: (12, lambda theme: mark("diamond", (6, 0), 9.8, theme.met)),
    KeyMark.TARGET: (26, lambda theme: _line(26, theme.target, 2, "7,4")),
    KeyMark.USUAL_RANGE: (22, lambda theme: _box(22, 12, theme.usual_range, theme.edge)),
    KeyMark.FEWER: (14, lambda _: _box(14, 14, RAMP[1])),
    KeyMark.MORE: (14, lambda theme: _box(14, 14, RAMP[3], theme.edge)),
    KeyMark.GAP: (14, lambda theme: _box(14, 14, "none", theme.edge)),
    KeyMark.UNFINISHED: (10, lambda theme: _ring(10, theme.measured, 2)),
    KeyMark.IN_TIME: (12, lambda theme: _box(12, 12, theme.measured)),
    KeyMark.LATE: (12, lambda theme: _box(12, 12, theme.missed) + _slanted(12, 12, theme.page, 5, 1.5) + _box(12, 12, "none", theme.missed, 1.5)),
    KeyMark.STILL_OPEN: (12, lambda theme: _box(12, 12, "none", theme.missed, 2)),
    KeyMark.SCORE: (10, lambda theme: mark("circle", (5, 0), 10, theme.measured)),
    KeyMark.INTERVAL: (22, _interval),
    KeyMark.RAMP: (72, _ramp),
    KeyMark.OPENING: (18, lambda theme: _box(18, 14, "none", theme.ink, 2.5)),
    KeyMark.CLOSED: (18, lambda theme: _slanted(18, 14, theme.hatch, 6, 1) + _box(18, 14, "none", theme.hatch)),
    KeyMark.CELL_WORSE: (18, lambda theme: _box(18, 14, theme.cell_worse)),
    KeyMark.CELL_BETTER: (18, lambda theme: _box(18, 14, theme.cell_better)),
    KeyMark.CELL_LESS: (18, lambda theme: _box(18, 14, theme.cell_less)),
    KeyMark.CELL_MORE: (18, lambda theme: _box(18, 14, theme.ramp_more)),
    KeyMark.UNMARKED: (18, lambda theme: _box(18, 14, "none", theme.edge)),
    KeyMark.BANK_HOLIDAY: (12, lambda theme: mark("diamond", (6, 0), 8.7, theme.ink)),
    KeyMark.CLOCK_CHANGE: (10, lambda theme: _ring(10, theme.ink, 2)),
    KeyMark.EVENT_DAY: (11, lambda theme: element("path", d="M5.5 -5L11 5H0Z", fill=theme.ink)),
    KeyMark.CIRCLE: (9, lambda theme: _ring(9, theme.measured, 1.5)),
    KeyMark.CURVE: (22, lambda theme: _line(22, theme.measured, 2.5)),
    KeyMark.SHADE: (22, lambda theme: _box(22, 14, theme.close_band) + element("path", d="M11 -7V7", stroke=theme.close_mark, stroke_width=2.5)),
    KeyMark.SEEN: (22, lambda theme: _line(22, theme.measured, 2.5)),
    KeyMark.EXPECTED: (26, lambda theme: _line(26, theme.met, 2.5, "7,4")),
    KeyMark.BAND_80: (22, lambda theme: _box(22, 14, theme.expected_80, theme.edge)),
    KeyMark.BAND_95: (22, lambda theme: _box(22, 14, theme.expected_95, theme.edge)),
    KeyMark.DIFFERENCE: (22, lambda theme: _box(22, 14, theme.usual_range, theme.edge)),
    KeyMark.STEP: (12, lambda theme: _box(12, 12, theme.measured)),
    KeyMark.ADDED: (16, _added),
    KeyMark.WHISKER: (10, _whisker),
    KeyMark.WORDS: (0, lambda _: ""),
}  # fmt: skip
"""Sizes are those of ui/style.css, so that the key on paper is the key on the screen."""
