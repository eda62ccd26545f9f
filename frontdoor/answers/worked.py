"""The sums of one measure before they are judged: of its period, of its trend's months, and what must be said of them."""

from dataclasses import dataclass

import polars as pl

from frontdoor.answers.answer import Point
from frontdoor.answers.recording import Recorded
from frontdoor.periods import Period
from frontdoor.warehouse.asking import Asked


@dataclass(frozen=True, slots=True)
class Worked:
    """The sums of one measure over a period and over its trend, not yet judged; `months` are the trend's sums.

    `counted` is the part of the period that is counted; `held` says when every channel is recorded, where that matters.
    `caveats` are whole sentences a reader must know; `reason` says why there is no value where more is known than that
    nothing is held.
    """

    period: Point
    trend: tuple[Point, ...]
    months: pl.DataFrame
    inside: pl.DataFrame
    asked: tuple[Asked, ...]
    counted: Period
    held: Recorded | None = None
    caveats: tuple[str, ...] = ()
    reason: str = ""
