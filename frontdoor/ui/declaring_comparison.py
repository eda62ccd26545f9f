"""The fields of a comparison: which weekdays, services, channels, wards or hours show how things would have gone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time

import streamlit as st

from frontdoor.answers.pilot_declaring import Declaring
from frontdoor.measures.times_of_day import span_words
from frontdoor.strategy.pilot_hours import do_overlap, hours_of, window_of
from frontdoor.strategy.pilot_plan import ComparedBy, Window
from frontdoor.ui.declaring_fields import Fields
from frontdoor.ui.declaring_where import DAYS, Table

NOTHING = "Nothing"
KINDS = {
    "": NOTHING,
    ComparedBy.WEEKDAY.value: "Other weekdays",
    ComparedBy.HOURS.value: "Other times of day",
    ComparedBy.SERVICE.value: "Other services",
    ComparedBy.CHANNEL.value: "Other channels",
    ComparedBy.WARD.value: "Other wards",
}
DAY_BEGINS, DAY_ENDS = 16, 40  # 8am and 8pm, between which hours are offered
USUAL_HOURS = 4  # half-hours
WHY = (
    "The same figure where the pilot changes nothing. Without one, whatever else happens at the same time looks like the pilot. "
    "Two or more are much better than one."
)
UNITS = (
    "None of them may be touched by the pilot. “Before it starts” shows which of them move as the pilot’s figure does."
)
PARALLEL = (
    "Tick it only if you are ready to say before the start that, without the pilot, the figure would move as theirs do. "
    "It makes a change easier to show, and a wrong claim easier to make."
)


def comparison_fields(outcome: Fields, where: Table, offered: Declaring, *, is_timed: bool) -> Table:
    """Draw what the outcome is compared with; an empty table for nothing."""
    own = outcome.inner("comparison")
    kinds = {kind: words for kind, words in KINDS.items() if is_timed or kind != ComparedBy.HOURS.value}
    by_column, units_column = st.columns([1, 2])
    with by_column:
        by = own.one_of("by", "Compared with", kinds, "", WHY)
    if not by:
        return {}
    with units_column:
        options = unit_options(ComparedBy(by), where, offered)
        mine = own if own.held.get("by") == by else replace(own, session=f"{own.session}-{by}", held={})
        may_add = by in (ComparedBy.WARD.value, ComparedBy.HOURS.value)
        units = mine.some_of("units", "Which", options, UNITS, may_add=may_add)
    is_parallel = own.flag("is_parallel", "I declare that they move alike without the pilot", PARALLEL)
    return {"by": by, "units": units, "is_parallel": is_parallel}


def unit_options(by: ComparedBy, where: Table, offered: Declaring) -> dict[str, str]:
    """Return the label by name of what the outcome could be compared with: nothing of its own."""
    if by is ComparedBy.HOURS:
        return _hours(where)
    known = {
        ComparedBy.WEEKDAY: ("weekdays", {day: f"{label}s" for day, label in DAYS.items()}),
        ComparedBy.SERVICE: ("services", offered.services),
        ComparedBy.CHANNEL: ("channels", offered.channels),
        ComparedBy.WARD: ("wards", {ward: ward for ward in offered.wards}),
    }
    key, labels = known[by]
    own = where.get(key)
    taken = set(own) if isinstance(own, Sequence) else set()
    return {name: label for name, label in labels.items() if name not in taken}


def _hours(where: Table) -> dict[str, str]:
    """Return spans of the day as long as the outcome's own hours, beside them."""
    own = _window(where.get("from"), where.get("before"))
    length = own.before_half_hour - own.from_half_hour if own else USUAL_HOURS
    spans = [Window(first, first + length) for first in range(DAY_BEGINS, DAY_ENDS - length + 1, max(length, 1))]
    return {
        hours_of(span): span_words(span.from_half_hour, span.before_half_hour)
        for span in spans
        if own is None or not do_overlap(span, own)
    }


def _window(first: object, before: object) -> Window | None:
    if not isinstance(first, time) or not isinstance(before, time):
        return None
    return window_of(f"{first:%H:%M}-{before:%H:%M}")
