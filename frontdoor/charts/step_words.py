"""What is written on signed changes: their numbers where they have room, their names, and what a key reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from frontdoor.charts.labels import written
from frontdoor.charts.theme import Theme
from frontdoor.measures.formatting import NOTHING, format_signed
from frontdoor.schema.units import Unit

Settings = dict[str, Any]

NUMBER_HEIGHT = 18  # pixels
NUMBER_CHARACTER = 8.4  # pixels, the mean width of a bold sign or digit
LONGEST_ON_A_PHONE = 14  # characters
WHOLE_FROM = 10  # changes as large as this are said without a tenth
FEW = 8  # columns; so few have all their numbers, more only those of real changes


@dataclass(frozen=True, slots=True)
class Step:
    """One change with the ends of its interval; None is not known."""

    label: str
    value: float | None
    low: float | None
    high: float | None
    is_added: bool

    @property
    def top(self) -> float:
        return max(0.0, *(end for end in (self.value, self.high) if end is not None), 0.0)

    @property
    def bottom(self) -> float:
        return min(0.0, *(end for end in (self.value, self.low) if end is not None), 0.0)

    @property
    def is_real(self) -> bool:
        """Return whether the interval holds no nought; without an interval the number is said too."""
        return self.low is None or self.high is None or self.low > 0 or self.high < 0


@dataclass(frozen=True, slots=True)
class Plot:
    """How many pixels a column has across, and how many one of the unit has up."""

    slot: float
    pixels: float


def said(value: float | None, unit: Unit, largest: float) -> str:
    """Return '+19', '−0.4' or '+2 points': a tenth where the largest change is small."""
    places = 1 if unit is Unit.COUNT and largest < WHOLE_FROM else None
    return NOTHING if value is None else format_signed(value, unit, places)


def largest_of(found: Sequence[Step]) -> float:
    """Return the size of the largest change, 0 where none is known."""
    return max((abs(step.value) for step in found if step.value is not None), default=0.0)


def read_words(step: Step, unit: Unit, largest: float) -> str:
    """Return '9am: −8, between −11 and −5'."""
    words = f"{written(step.label)}: {said(step.value, unit, largest) if step.value is not None else 'not known'}"
    if step.low is None or step.high is None:
        return words
    return f"{words}, between {said(step.low, unit, largest)} and {said(step.high, unit, largest)}"


def numbers_above(found: Sequence[Step], unit: Unit, plot: Plot, theme: Theme) -> list[Settings]:
    """Return the number of each real change beyond its whisker, the largest first, where it touches no other; all of a few."""
    largest = largest_of(found)
    taken: list[tuple[float, float, float]] = []
    drawn = []
    known = [
        (place, step)
        for place, step in enumerate(found)
        if step.value is not None and (step.is_real or len(found) <= FEW)
    ]
    for place, step in sorted(known, key=lambda one: -abs(one[1].value or 0.0)):
        words = said(step.value, unit, largest)
        is_up = (step.value or 0.0) >= 0
        height = (step.top if is_up else step.bottom) * plot.pixels + (NUMBER_HEIGHT if is_up else -NUMBER_HEIGHT) / 2
        half = len(words) * NUMBER_CHARACTER / 2
        across = (place + 0.5) * plot.slot
        if any(abs(across - x) < half + other + 1 and abs(height - y) < NUMBER_HEIGHT for x, y, other in taken):
            continue
        taken.append((across, height, half))
        drawn.append(_number(words, {"x": place, "y": step.top if is_up else step.bottom,
                                     "yanchor": "bottom" if is_up else "top", "yshift": 2 if is_up else -2}, theme))  # fmt: skip
    return drawn


def numbers_beside(found: Sequence[Step], words: Sequence[str], theme: Theme) -> list[Settings]:
    """Return each number beyond the whisker of its row."""
    return [
        _number(
            said_here,
            {
                "y": place,
                "x": step.top if (step.value or 0.0) >= 0 else step.bottom,
                "xanchor": "left" if (step.value or 0.0) >= 0 else "right",
                "xshift": 6 if (step.value or 0.0) >= 0 else -6,
            },
            theme,
        )
        for place, (step, said_here) in enumerate(zip(found, words, strict=True))
    ]


def _number(words: str, place: Settings, theme: Theme) -> Settings:
    return {**place, "showarrow": False, "text": written(words, bold=True), "font": {"color": theme.ink}}


def names_beside(found: Sequence[Step], left: float, theme: Theme) -> list[Settings]:
    """Return each name in the `left` pixels beside its row."""
    return [
        {
            "xref": "paper", "x": 0, "xanchor": "left", "xshift": -left, "y": place, "yanchor": "middle", "align": "left",
            "showarrow": False, "text": written(step.label, LONGEST_ON_A_PHONE), "font": {"color": theme.ink_second},
        }
        for place, step in enumerate(found)
    ]  # fmt: skip
