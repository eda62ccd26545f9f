"""What a pilot's outcome is compared with: the same figure of each unit, without those something of their own happened to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from frontdoor.answers.pilot_days import PilotDays
from frontdoor.answers.pilot_places import Unit
from frontdoor.answers.pilot_recorded import is_recorded_alike
from frontdoor.answers.pilot_span import Asking
from frontdoor.answers.pilot_touching import Happening
from frontdoor.answers.pilot_week_table import week_table
from frontdoor.answers.sentences import listed
from frontdoor.measures.formatting import format_date
from frontdoor.periods import Period
from frontdoor.statistics.arrays import Booleans, Floats
from frontdoor.statistics.interrupted_series import LARGEST_SHARE_MISSING
from frontdoor.strategy.pilot_plan import Where

TOUCHED = "Left out of the comparison: {unit} ({label}, {day})."
NOT_ALIKE = "Left out of the comparison, as not recorded alike or not known in too many weeks: {units}."


@dataclass(frozen=True, slots=True)
class Compared:
    """The units kept with their weeks (units, weeks), and what is said of those left out."""

    units: tuple[Unit, ...]
    values: Floats
    notes: tuple[str, ...]


def escaped(units: tuple[Unit, ...], touched: Mapping[str, Happening]) -> tuple[tuple[Unit, ...], tuple[str, ...]]:
    """Return the units to which nothing of their own happened, and words on the others; all where none would remain.

    What happened is known from dates and not from results, so that leaving a unit out does not choose an outcome.
    """
    kept = tuple(unit for unit in units if unit.name not in touched)
    if not kept:
        return units, ()
    gone = ((unit.label, touched[unit.name]) for unit in units if unit.name in touched)
    return kept, tuple(
        TOUCHED.format(unit=unit, label=each.label, day=format_date(each.on_date)) for unit, each in gone
    )


def compared(units: tuple[Unit, ...], asking: Asking, place: Where, days: PilotDays, own: Floats) -> Compared:
    """Return the weeks of the units that are recorded alike and known in enough of the weeks of the pilot's `own` (weeks,).

    Their mean needs all of them, so those that lack most weeks go first until a fifth of the weeks at most is missing.
    """
    found = list(_all(units, asking, place, days))
    is_known = ~np.isnan(own)
    while found and _lacks_weeks([values for _, values in found], is_known):
        found.pop(int(np.argmax([np.isnan(values[is_known]).sum() for _, values in found])))
    kept = tuple(unit for unit, _ in found)
    gone = [unit.label for unit in units if unit not in kept]
    notes = (NOT_ALIKE.format(units=listed(gone)),) if gone else ()
    return Compared(kept, np.stack([values for _, values in found]) if found else np.empty((0, len(own))), notes)


def _all(units: tuple[Unit, ...], asking: Asking, place: Where, days: PilotDays) -> Iterator[tuple[Unit, Floats]]:
    period = Period(days.first, min(days.last, asking.context.as_at))
    for unit in units:
        is_elsewhere = (unit.where.services, unit.where.channels) != (place.services, place.channels)
        if not is_elsewhere or is_recorded_alike(asking.figure, unit.where, period, asking.context):
            yield unit, week_table(asking.figure, unit.where, days, asking.context).values


def _lacks_weeks(found: list[Floats], is_known: Booleans) -> bool:
    """Return whether the units lack weeks that the pilot has, and too few have both."""
    missing = np.isnan(np.stack(found)).any(axis=0)
    is_many = (missing | ~is_known).sum() > LARGEST_SHARE_MISSING * len(is_known)
    return bool(is_many and (missing & is_known).any())
