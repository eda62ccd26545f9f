"""Whether the time of year is allowed for in a pilot's analysis, and how."""

from typing import NamedTuple

FEWEST_WEEKS_BESIDE_A_COMPARISON, FEWEST_WEEKS_ALONE = 104, 52  # PILOTS, section 4


class SeasonControl(NamedTuple):
    """`has_season`: a yearly wave is fitted. `is_controlled`: by that or by a comparison; if not, the verdict is capped."""

    has_season: bool
    is_controlled: bool


def season_control(weeks: int, *, has_comparison: bool) -> SeasonControl:
    """Return how the time of year is allowed for in `weeks` weeks in all."""
    has_season = weeks >= (FEWEST_WEEKS_BESIDE_A_COMPARISON if has_comparison else FEWEST_WEEKS_ALONE)
    return SeasonControl(has_season, has_season or has_comparison)
