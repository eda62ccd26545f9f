"""What one stretch of days says of the week: the sums shown, the hours that stand out, and who comes while we are closed."""

from dataclasses import dataclass, replace

import numpy as np

from frontdoor.answers.context import Context
from frontdoor.answers.demand import Demand
from frontdoor.answers.peaks_choices import Show
from frontdoor.answers.peaks_week_cells import Sums, Week, sums_of, waits_of, week_of
from frontdoor.answers.peaks_week_choice import Choice, counted_as
from frontdoor.answers.peaks_week_hours import (
    Hour,
    busiest_and_quietest,
    closed_share,
    late_share,
    standing_out,
    while_closed,
)
from frontdoor.answers.peaks_week_shows import SHOWN, Shown
from frontdoor.answers.peaks_week_window import Window, closed_window, window_of


@dataclass(frozen=True, slots=True)
class Told:
    """One stretch: the week, how contacts are counted and their sums, and what is plotted and its sums.

    `worst` is the hour whose share or mean stands out; `outside` the share of contacts that come while we are closed.
    """

    week: Week
    counted: Shown
    contacts: Sums
    shown: Shown
    sums: Sums
    window: Window
    peaks: tuple[Hour, ...]
    quietest: Hour | None
    worst: Hour | None
    closed: Hour | None
    outside: float | None


def told_of(demand: Demand, show: Show, choice: Choice, context: Context) -> Told:
    """Return what the days of `demand` say."""
    week, counted = week_of(demand, context), counted_as(choice, demand)
    contacts = sums_of(week, counted, context)
    waits = waits_of(week, context) if choice.promised else None
    peaks, quietest = busiest_and_quietest(week, counted.top, contacts)
    shown = SHOWN.get(show, counted)
    sums = _plotted(week, show, contacts, context)
    came = week.by_weekday(week.known(counted.top))
    return Told(
        week,
        counted,
        contacts,
        shown,
        sums,
        closed_window(week, came) if show is Show.OUTSIDE else window_of(week, came),
        tuple(replace(peak, late=late_share(waits, peak)) for peak in peaks),
        quietest and replace(quietest, late=late_share(waits, quietest)),
        None if shown is counted or not week.holds(shown.top) else standing_out(week, shown, sums),
        while_closed(week, contacts) if week.has_hours else None,
        closed_share(week, counted.top),
    )


def _plotted(week: Week, show: Show, contacts: Sums, context: Context) -> Sums:
    """Return the sums plotted: of contacts outside opening hours only the closed half-hours, else as they are."""
    shown = SHOWN.get(show)
    if shown is not None:
        return sums_of(week, shown, context) if week.holds(shown.top) else contacts
    return replace(contacts, value=np.where(week.hours, np.nan, contacts.value)) if show is Show.OUTSIDE else contacts
