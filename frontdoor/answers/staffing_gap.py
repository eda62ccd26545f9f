"""Who is on the rota against who is needed: the gap by weekday and half-hour, and the hours short and over in a week."""

from dataclasses import dataclass

import numpy as np

from frontdoor.answers.staffing_words import Hour, advisers, hours, hours_in_order, rounded
from frontdoor.statistics.arrays import Booleans, Floats, Integers
from frontdoor.statistics.rota_cover import RotaCover, rota_cover


@dataclass(frozen=True, slots=True)
class Gap:
    """Rostered less needed by weekday and half-hour (7 x 48): below 0 is short. `is_told` where both are known."""

    value: Floats
    is_told: Booleans
    cover: RotaCover

    @property
    def hours_short(self) -> float:
        return float(self.cover.hours_short.sum())

    @property
    def hours_over(self) -> float:
        return float(self.cover.hours_over.sum())

    @property
    def hours(self) -> list[Hour]:
        """Return the hours of the week, most short first."""
        return hours_in_order(self.value, self.is_told)


def gap_of(needed: Integers, rostered: Floats, is_told: Booleans) -> Gap:
    """Return the gap of `needed` people on the rota and those `rostered` (both 7 x 48); unknown where either is."""
    known = np.asarray(is_told & np.isfinite(rostered), dtype=np.bool_)
    there = np.where(known, np.nan_to_num(rostered), 0.0)
    people = np.where(known, needed, 0)
    return Gap(np.where(known, there - people, np.nan), known, rota_cover(people, there))


def gap_sentence(gap: Gap) -> str:
    """Return 'Monday 9am to 10am is 6 advisers short; over the week 26 hours short and 34 over.'."""
    week = f"over the week {hours(gap.hours_short)} short and {rounded(gap.hours_over):,} over"
    worst = gap.hours[0] if gap.hours else None
    if worst is None:
        return "No hour of the week is known both by its calls and by its rota."
    if rounded(worst.value) >= 0:
        nobody = "No hour of the week is short of advisers"
        return (
            f"{nobody}; {week}."
            if rounded(gap.hours_short)
            else f"{nobody}; over the week {hours(gap.hours_over)} over."
        )
    return f"{worst.words} is {advisers(worst.value)} short; {week}."
