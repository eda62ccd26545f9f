"""How long callers hold on before they give up, from the waits of those who did and of those who were answered."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from frontdoor.answers.asking import ask
from frontdoor.answers.context import Context, bare
from frontdoor.answers.demand import Demand
from frontdoor.errors import CannotTellError
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.formatting import format_in_full
from frontdoor.schema.units import Unit
from frontdoor.statistics.patience import mean_patience
from frontdoor.warehouse.asking import Asked
from frontdoor.warehouse.scope import Scope

FEWEST_WHO_GAVE_UP = 20  # fewer cannot say how long people hold on: the interval is wider than half the figure


@dataclass(frozen=True, slots=True)
class HoldingOn:
    """Mean patience in seconds, infinite where nothing tells of giving up; how it is known, in a sentence."""

    seconds: float
    words: str
    asked: tuple[Asked, ...] = ()

    @property
    def is_known(self) -> bool:
        return bool(np.isfinite(self.seconds))


def patience_of(scope: Scope, demand: Demand, context: Context) -> HoldingOn:
    """Return how long callers in `scope` hold on; where waits of those who gave up are not kept, from answered waits."""
    try:
        asked = ask("wait_seconds", bare(CATALOGUE["contacts"]), scope, context)
    except CannotTellError:
        return from_sums(*_sums(demand), is_whole=False)
    gone, waited = _by_second(asked.frame)
    if gone == 0 and _sums(demand)[0] > 0:
        return from_sums(*_sums(demand), is_whole=False)
    found = from_sums(gone, waited, is_whole=True)
    return HoldingOn(found.seconds, found.words, (asked,))


def from_sums(gave_up: float, seconds_waited: float, *, is_whole: bool) -> HoldingOn:
    """Return patience from how many gave up and the seconds waited, `is_whole` with the waits of those who gave up."""
    if gave_up < FEWEST_WHO_GAVE_UP or seconds_waited <= 0:
        return HoldingOn(np.inf, "Too few gave up to say how long callers hold on, so everybody is taken to hold on.")
    found = mean_patience(gave_up, seconds_waited)
    low, high = (format_in_full(float(end), Unit.SECONDS) for end in (found.lower, found.upper))
    how = (
        "all the time callers waited, answered or not, over the number who gave up"
        if is_whole
        else "the time answered callers waited over the number who gave up, whose own waits are not kept: too short"
    )
    return HoldingOn(float(found.mean_seconds), f"Callers hold on for {low} to {high} on average: {how}.")


def _by_second(frame: pl.DataFrame) -> tuple[float, float]:
    """Return how many gave up, and the seconds waited by everybody."""
    gone = float(frame["abandoned"].sum() or 0)
    waited = frame.select((pl.col("seconds_waited") * (pl.col("answered") + pl.col("abandoned"))).sum()).item()
    return gone, float(waited or 0)


def _sums(demand: Demand) -> tuple[float, float]:
    """Return how many gave up, and the seconds waited by those who were answered."""
    return float(np.nansum(demand["calls_abandoned"])), float(np.nansum(demand["seconds_to_answer"]))
