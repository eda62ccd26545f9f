"""Where the online share stands beside a steady path between the strategy's dated targets."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

import numpy as np

from frontdoor.answers.shift_parts import points_words
from frontdoor.measures.formatting import format_value
from frontdoor.periods import Period
from frontdoor.schema.units import Better, Unit
from frontdoor.statistics.target_path import Path, Place, standing
from frontdoor.strategy.strategy import Target

Start: TypeAlias = tuple[date, float]
"""A day and the share (0 to 1) on it: a point of the path."""

FEWEST_TARGETS = 2  # one date has no path to it (0135)


@dataclass(frozen=True, slots=True)
class OnPath:
    """The mean of the path over a period's days, how far the share is above it (0 to 1), and the judgement.

    `is_from_baseline`: the path begins with the baseline year's own share.
    """

    path: float
    gap: float
    place: Place
    is_from_baseline: bool = False

    @property
    def words(self) -> str:
        """Return where we stand, as a sentence that says whose path it is."""
        between = "from the baseline year to the next target" if self.is_from_baseline else "between the dated targets"
        steady = f"Had it moved steadily {between}, it would be {format_value(self.path, Unit.SHARE, places=1)}"
        told = {
            Place.ON_PATH: f"we are {points_words(self.gap, 1)} ahead.",
            Place.CLOSE: f"we are {points_words(self.gap, 1)} behind, close by the strategy’s own measure.",
            Place.BEHIND: f"we are {points_words(self.gap, 1)} behind.",
        }
        on_it = abs(self.gap) < 0.0005
        return f"{steady} over these months; {'we are on it.' if on_it else told[self.place]}"


def on_path(
    targets: tuple[Target, ...], period: Period, share: float, better: Better, start: Start | None = None
) -> OnPath | None:
    """Return where `share` stands over the period's days; None with fewer than two numbers or before the first of them.

    `start` is the baseline year's last day and share: the path begins there where every target comes later.
    """
    dated = sorted(
        (each for each in targets if each.value is not None and each.unit is Unit.SHARE),
        key=lambda each: each.from_date,
    )
    points: list[Start] = [(each.from_date, float(each.value or 0.0)) for each in dated]
    is_from_baseline = start is not None and bool(points) and start[0] < points[0][0]
    points = [start, *points] if start is not None and is_from_baseline else points
    if len(points) < FEWEST_TARGETS:
        return None
    days = np.array([day for day, _ in points], dtype="datetime64[D]")
    path = Path(days, np.array([value for _, value in points], dtype=np.float64))
    first, last = (np.array([day], dtype="datetime64[D]") for day in (period.first, period.last))
    found = standing(
        path, first, last, np.array([share]),
        tolerance=dated[-1].tolerance or 0.0, is_higher_better=better is not Better.LOWER,
    )  # fmt: skip
    if found.places[0] in (Place.NO_PATH, Place.CANNOT_TELL):
        return None
    return OnPath(float(found.path[0]), float(found.gap[0]), found.places[0], is_from_baseline)
