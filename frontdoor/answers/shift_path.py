"""Where the online share stands beside a steady path between the strategy's dated targets."""

from dataclasses import dataclass

import numpy as np

from frontdoor.answers.shift_parts import points_words
from frontdoor.measures.formatting import format_value
from frontdoor.periods import Period
from frontdoor.schema.units import Better, Unit
from frontdoor.statistics.target_path import Path, Place, standing
from frontdoor.strategy.strategy import Target

FEWEST_TARGETS = 2  # one date has no path to it (0135)


@dataclass(frozen=True, slots=True)
class OnPath:
    """The mean of the path over a period's days, how far the share is above it (0 to 1), and the judgement."""

    path: float
    gap: float
    place: Place

    @property
    def words(self) -> str:
        """Return where we stand, as a sentence that says whose path it is."""
        steady = f"Had it moved steadily between the dated targets, it would be {format_value(self.path, Unit.SHARE, places=1)}"
        told = {
            Place.ON_PATH: f"we are {points_words(self.gap, 1)} ahead.",
            Place.CLOSE: f"we are {points_words(self.gap, 1)} behind, close by the strategy’s own measure.",
            Place.BEHIND: f"we are {points_words(self.gap, 1)} behind.",
        }
        on_it = abs(self.gap) < 0.0005
        return f"{steady} over these months; {'we are on it.' if on_it else told[self.place]}"


def on_path(targets: tuple[Target, ...], period: Period, share: float, better: Better) -> OnPath | None:
    """Return where `share` stands over the period's days; None with fewer than two numbers or before the first of them."""
    dated = sorted(
        (each for each in targets if each.value is not None and each.unit is Unit.SHARE),
        key=lambda each: each.from_date,
    )
    if len(dated) < FEWEST_TARGETS:
        return None
    days = np.array([each.from_date for each in dated], dtype="datetime64[D]")
    path = Path(days, np.array([each.value for each in dated], dtype=np.float64))
    first, last = (np.array([day], dtype="datetime64[D]") for day in (period.first, period.last))
    found = standing(
        path, first, last, np.array([share]),
        tolerance=dated[-1].tolerance or 0.0, is_higher_better=better is not Better.LOWER,
    )  # fmt: skip
    if found.places[0] in (Place.NO_PATH, Place.CANNOT_TELL):
        return None
    return OnPath(float(found.path[0]), float(found.gap[0]), found.places[0])
