"""Sums by weekday and half-hour: contacts, open days and squares, which is all that comparing two maps needs."""

from dataclasses import dataclass

import numpy as np

from frontdoor.statistics.arrays import Booleans, Floats, Integers, ratio

WEEKDAYS = 7
PRIOR_DAYS = 20.0  # what the map's own law is worth beside a cell's own days: docs/decisions/0123


@dataclass(frozen=True, slots=True)
class Cells:
    """One map: sums over days, each (weekdays, 48) or of any one shape.

    `contacts`, the days on which the half-hour was open (`days`), and the sum of each day's contacts squared.
    """

    contacts: Floats
    days: Floats
    squares: Floats

    @property
    def mean(self) -> Floats:
        """Return contacts per open day; NaN where never open."""
        return ratio(self.contacts, self.days, np.nan)

    @property
    def left_over(self) -> Floats:
        """Return the sum of squared deviations from the mean."""
        return np.asarray(np.maximum(self.squares - ratio(self.contacts**2, self.days), 0.0), dtype=np.float64)


def cells_of(counts: Floats, weekday: Integers, is_open: Booleans) -> Cells:
    """Return the sums of `counts` (days, 48), NaN unknown, by `weekday` (0 to 6) over the half-hours `is_open`."""
    known = is_open & ~np.isnan(counts)
    of_weekday = (np.arange(WEEKDAYS)[:, None] == weekday).astype(np.float64)
    inside = np.where(known, counts, 0.0)
    return Cells(of_weekday @ inside, of_weekday @ known.astype(np.float64), of_weekday @ inside**2)


def cell_variance(*maps: Cells, at: float | None = None) -> tuple[Floats, Floats]:
    """Return each cell's variance from day to day around one mean of all `maps`, and its degrees of freedom.

    Overdispersed counting, mean + excess x mean^2 with one excess for the whole map, drawn towards each cell's own
    variance as a prior worth PRIOR_DAYS days (Smyth 2004): few days cannot tell, many can. `at`: the law's mean,
    where every cell is asked whether it has that one; otherwise each cell's own, never taken to be below one contact
    in all.
    """
    contacts, days = sum(one.contacts for one in maps), sum(one.days for one in maps)
    mean = ratio(np.asarray(contacts), np.asarray(days))
    left = np.asarray(sum(one.left_over for one in maps))
    spare = np.asarray(sum(np.maximum(one.days - 1, 0.0) for one in maps))
    excess = max(float(np.sum(left - spare * mean) / max(np.sum(spare * mean**2), 1e-12)), 0.0)
    law = np.maximum(mean, ratio(np.ones_like(mean), np.asarray(days))) if at is None else np.full_like(mean, at)
    expected = law + excess * law**2
    return (PRIOR_DAYS * expected + left) / (PRIOR_DAYS + spare), PRIOR_DAYS + spare
