"""The questions that the five views of channel shift ask, taken down while each view is worked out, so that none is forgotten."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import cast

from benchmarks.asked import Question
from benchmarks.invented_files import COUNCIL
from frontdoor.answers.context import Context
from frontdoor.answers.shift_choices import View
from frontdoor.answers.shift_left_out import left_out_in
from frontdoor.answers.shift_level import level_of
from frontdoor.answers.shift_needless import needless_of
from frontdoor.answers.shift_saved import saved_in
from frontdoor.answers.shift_stick import stick_of
from frontdoor.answers.view_answer import ViewAnswer
from frontdoor.filters import Filters
from frontdoor.periods import Period, add_months, month_start
from frontdoor.warehouse.scope import Scope

VIEWS: dict[View, Callable[[Filters, Context], ViewAnswer]] = {
    View.LEVEL: level_of,
    View.STICK: stick_of,
    View.NEEDLESS: needless_of,
    View.SAVED: saved_in,
    View.LEFT_OUT: left_out_in,
}
MONTHS = {"a year": 12, "2½ years": 30}
CUT_DAYS = 3
"""How many days are cut off both ends of a year, so that it is not of whole months."""
DATES_BESIDE = {"from_date", "to_date", "grain"}
"""The parameters that a scope stands for."""


def by_shift(context: Context) -> Iterator[Question]:
    """Yield each question once: of a year and of 2½, of a year that starts and ends within a month, and of one ward."""
    seen: set[str] = set()
    for filters in choices(context):
        for view in VIEWS.values():
            own = replace(context, asked={})
            view(filters, own)
            for key, asked in own.asked.items():
                name, scope, _ = cast("tuple[str, Scope, str]", key)
                given = {at: value for at, value in asked.parameters.items() if at not in DATES_BESIDE}
                of = f"{_of(scope)}{_together(given)}"
                if f"{name}, {of}" not in seen:
                    yield Question(name, of, scope, given)
                seen.add(f"{name}, {of}")


def choices(context: Context) -> Iterator[Filters]:
    """Yield what a reader chooses, each up to the last whole month."""
    before = month_start(context.as_at + timedelta(days=1))
    last = before - timedelta(days=1)
    for months in MONTHS.values():
        yield Filters(COUNCIL, Period(add_months(before, -months), last))
    year, cut = add_months(before, -MONTHS["a year"]), timedelta(days=CUT_DAYS)
    yield Filters(COUNCIL, Period(year + cut, last - cut))
    yield Filters(COUNCIL, Period(year, last), attribute="ward", value=context.council.default_wards[0])


def _of(scope: Scope) -> str:
    """Return 'by week, 1 Nov 2023 to 31 Oct 2026, web, by ward'."""
    places = [f", {', '.join(chosen)}" for chosen in (scope.services, scope.channels) if chosen]
    cut = f", by {scope.attribute.replace('_', ' ')}" if scope.attribute else ""
    return f"by {scope.grain}, {scope.first:%-d %b %Y} to {scope.last:%-d %b %Y}{''.join(places)}{cut}"


def _together(given: dict[str, object]) -> str:
    """Return which places are not told apart, where the question can leave it."""
    both = {"by_service": "services", "by_channel": "channels"}
    added = [words for name, words in both.items() if given.get(name) is False]
    return f", {' and '.join(added)} together" if added else ""
