"""The words of the loads that matter: above the plot, or beside their lines where they cover the fewest figures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from frontdoor.charts.labels import LINE_HEIGHT, balanced, written
from frontdoor.charts.scale import Range
from frontdoor.charts.theme import Theme
from frontdoor.figure import Level, Tone

Settings = dict[str, Any]

BOLD_CHARACTER = 8.2  # pixels
GAP = 8  # pixels between a line and its words
LONGEST_WORDS = (26, 20, 16, 12)  # characters on one line, tried in turn
LONGEST_ABOVE_ON_A_PHONE = 34  # characters
HEIGHTS = tuple(step / 20 for step in range(3, 18))
"""Where the middle of words may stand, as shares of the plot from the bottom up."""
LINE_COVERED, SHADE_COVERED = 20, 5  # as bad as covering so many figures


@dataclass(frozen=True, slots=True)
class Plot:
    """What words must not cover: figures as (load, value) and levels, in a plot of about `width` by `height` pixels."""

    across: Range
    up: Range
    width: float
    height: float
    figures: Sequence[tuple[float, float]]
    levels: Sequence[Level]

    def along(self, load: float) -> float:
        """Return the pixels right of the plot's left edge."""
        return (load - self.across.low) / (self.across.high - self.across.low) * self.width


@dataclass(frozen=True, slots=True)
class Beside:
    """Words beside a line: how they are broken, on which side, and the height of their middle as a share of the plot."""

    lines: tuple[str, ...]
    is_right: bool
    middle: float


def words_above(plot: Plot, theme: Theme, is_narrow: bool) -> list[Settings]:
    """Return the words of the levels that are not poor, each on a line of its own, as near its line as they fit."""
    notes: list[Settings] = []
    raised = 6
    for level in (each for each in plot.levels if each.tone is not Tone.POOR):
        text = written(level.words, LONGEST_ABOVE_ON_A_PHONE if is_narrow else 0, bold=True)
        notes.append(
            {
                "xref": "x", "yref": "paper", "x": level.at, "y": 1, "yanchor": "bottom", "yshift": raised,
                "xanchor": _anchor(plot, level), "showarrow": False, "text": text, "font": {"color": theme.ink},
            }
        )  # fmt: skip
        raised += (text.count("<br>") + 1) * LINE_HEIGHT
    return notes


def room_above(notes: Sequence[Settings]) -> int:
    """Return the pixels that words above the plot need."""
    return 10 + LINE_HEIGHT * sum(str(note["text"]).count("<br>") + 1 for note in notes)


def words_beside(plot: Plot, theme: Theme) -> list[Settings]:
    """Return the words of the poor levels beside their lines."""
    notes = []
    for level in (each for each in plot.levels if each.tone is Tone.POOR):
        found = min(_places(plot, level), key=lambda place: _covered(plot, level, place))
        side = "left" if found.is_right else "right"
        notes.append(
            {
                "xref": "x", "yref": "paper", "x": level.at, "y": found.middle, "yanchor": "middle", "xanchor": side,
                "xshift": GAP if found.is_right else -GAP, "align": side, "showarrow": False,
                "text": written("\n".join(found.lines), bold=True), "font": {"color": theme.missed},
                "bgcolor": theme.page,
            }
        )  # fmt: skip
    return notes


def _anchor(plot: Plot, level: Level) -> str:
    """Return which part of the words stands at the line, so that they leave the plot on neither side."""
    half = len(level.words) * BOLD_CHARACTER / 2
    if plot.along(level.at) < half:
        return "left"
    return "right" if plot.width - plot.along(level.at) < half else "center"


def _places(plot: Plot, level: Level) -> Iterator[Beside]:
    """Yield where the words fit, right of the line first and low down, where a rising curve leaves room."""
    at = plot.along(level.at)
    found = False
    for is_right, room in ((True, plot.width - at - GAP), (False, at - GAP)):
        broken = (balanced(level.words, longest) for longest in LONGEST_WORDS)
        lines = next((lines for lines in broken if _wide(lines) <= room), None)
        if lines is not None:
            found = True
            yield from (Beside(lines, is_right, middle) for middle in HEIGHTS)
    if not found:
        yield Beside(balanced(level.words, LONGEST_WORDS[-1]), at < plot.width / 2, HEIGHTS[0])


def _covered(plot: Plot, level: Level, place: Beside) -> int:
    """Return how much the words would cover: figures, other levels' lines and shades."""
    at, wide = plot.along(level.at), GAP + _wide(place.lines)
    left, right = (at, at + wide) if place.is_right else (at - wide, at)
    half = len(place.lines) * LINE_HEIGHT / 2 + 4
    middle = (1 - place.middle) * plot.height
    figures = sum(
        left < plot.along(load) < right and abs(plot.up.pixels(value, plot.height) - middle) < half
        for load, value in plot.figures
    )
    others = [other for other in plot.levels if other is not level]
    lines = sum(left < plot.along(other.at) < right for other in others)
    return figures + LINE_COVERED * lines + SHADE_COVERED * sum(_is_over(plot, other, left, right) for other in others)


def _is_over(plot: Plot, level: Level, left: float, right: float) -> bool:
    """Return whether words between `left` and `right` would stand on the shade of a level."""
    if level.tone is Tone.POOR or level.low is None or level.high is None:
        return False
    return plot.along(level.low) < right and left < plot.along(level.high)


def _wide(lines: Sequence[str]) -> float:
    return max(map(len, lines), default=0) * BOLD_CHARACTER
