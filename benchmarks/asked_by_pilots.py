"""The questions that finding out about every pilot asks, taken down while each is worked out, so that none is forgotten."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import cast

from benchmarks.asked import Question
from benchmarks.child import in_child
from benchmarks.questions import Times, ask_each, section_of
from benchmarks.report import Section
from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context, open_context
from frontdoor.answers.pilot_found_made import pilot_found
from frontdoor.filters import Filters
from frontdoor.periods import Period
from frontdoor.warehouse.scope import Scope

COUNCIL = "trentside"
FILTERS = Filters(COUNCIL, Period(date(2025, 11, 1), date(2026, 10, 31)))
DATES_BESIDE = {"from_date", "to_date", "grain"}
"""The parameters that a scope stands for."""


def pilot_questions(home: str) -> Section:
    """Measure every question of the pilots in a home that holds the sample."""
    took: Times = in_child(ask_of_pilots, FRONTDOOR_HOME=home).told
    words = (
        "What the outcomes of Trentside's six pilots, their comparisons and the added hours ask of the marts; uncached"
    )
    return section_of("Questions of the sample's pilots", took, words)


def ask_of_pilots() -> Times:
    """Return the milliseconds of each question of the pilots and of the floor."""
    return ask_each(open_context(FILTERS, Audience.OFFICER), by_pilots)


def by_pilots(context: Context) -> Iterator[Question]:
    """Yield each question of each pilot once."""
    seen: set[str] = set()
    for held in context.pilots():
        own = replace(context, asked={})
        pilot_found(held, own)
        for key, asked in own.asked.items():
            name, scope, _ = cast("tuple[str, Scope, str]", key)
            given = {at: value for at, value in asked.parameters.items() if at not in DATES_BESIDE}
            of = _of(scope, given)
            if f"{name}, {of}" not in seen:
                yield Question(name, of, scope, given)
            seen.add(f"{name}, {of}")


def _of(scope: Scope, given: dict[str, object]) -> str:
    """Return 'by day, 6 May 2024 to 1 Dec 2025, phone, limits of 300'."""
    places = [", ".join(chosen) for chosen in (scope.services, scope.channels) if chosen]
    limits = cast("list[dict[str, object]]", given.get("limits") or [])
    within = [f"within {each['within_seconds']} seconds" for each in limits]
    dates = f"by {scope.grain}, {scope.first:%-d %b %Y} to {scope.last:%-d %b %Y}"
    return ", ".join([dates, *places, *dict.fromkeys(within)])
