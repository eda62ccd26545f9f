"""How many requests made online were finished; whether people finish a form they begin is not in any contact record."""

from dataclasses import dataclass, replace

import polars as pl

from frontdoor.access.disclosure import control
from frontdoor.answers.asking import ask, scope_of
from frontdoor.answers.context import Context, bare
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.periods import Grain

NOT_RECORDED = (
    "Not recorded: the contacts held are forms that were sent. Export from the form system how many were begun, or how many "
    "were sent with a date of completion (completed_date)."
)
BEGUN = "How many forms were begun and given up is not recorded: contacts are forms that were sent."


@dataclass(frozen=True, slots=True)
class Completed:
    """Requests made online in the period: how many were finished by the last day known, and how many are still open."""

    finished: int
    still_open: int

    @property
    def share(self) -> float:
        return self.finished / (self.finished + self.still_open)


def completed_online(filters: Filters, channels: tuple[str, ...], context: Context) -> Completed | None:
    """Return how many requests made by the online `channels` were finished; None where none is recorded, or it is hidden."""
    if not channels:
        return None
    promised = bare(CATALOGUE["median_days_to_complete"])
    try:
        scope = scope_of(promised, replace(filters, channels=channels), filters.period, Grain.YEAR)
        frame = ask("clock_durations", promised, scope, context).frame
    except CannotTellError:
        return None
    sums = frame.select(pl.col("stopped_cases", "open_cases").sum())
    safe = control(sums, ["stopped_cases", "open_cases"], context.audience, is_small_area=False)
    finished, still_open = safe["stopped_cases"][0], safe["open_cases"][0]
    if finished is None or still_open is None or not finished:
        return None
    return Completed(int(finished), int(still_open))
