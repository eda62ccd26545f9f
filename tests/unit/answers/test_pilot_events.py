"""A declared pilot draws its own start and end on charts, once, and only where it touches what is shown."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from demand_home import IN_60_SECONDS, LAST, calls_on, demand_context, june
from invented_pilots import PLAN, entitled, moved

from frontdoor.answers.context import Context
from frontdoor.answers.demand_days import events_held
from frontdoor.answers.marks import marks_of
from frontdoor.filters import Filters
from frontdoor.periods import Period
from frontdoor.strategy.council import CouncilEvent
from frontdoor.strategy.pilot_plan import PilotPlan, Where

FIRST_DAY, LAST_DAY = date(2026, 6, 1), date(2026, 6, 28)
RUN = moved(FIRST_DAY, LAST_DAY)
START, END = (FIRST_DAY, "Pilot starts: Open from 8am on Mondays"), (LAST_DAY, "Pilot ends: Open from 8am on Mondays")
MAY = datetime(2026, 5, 1, 9, tzinfo=UTC)


@pytest.fixture
def with_pilot(tmp_path: Path):
    """Return a function that opens a small council with this plan declared and these events in its file."""

    def opened(plan: PilotPlan = RUN, *events: CouncilEvent) -> Context:
        context = demand_context(tmp_path, *calls_on(LAST, 1), events=events)
        context.register.declare_pilot(plan, "Jo", MAY)
        return context

    return opened


def drawn(context: Context, services: tuple[str, ...] = (), channels: tuple[str, ...] = ()) -> list[tuple[date, str]]:
    marks = marks_of(
        replace(IN_60_SECONDS, services=services, channels=channels), Filters("smallville", Period.month(LAST)), context
    )
    held = events_held(FIRST_DAY, LAST_DAY, june(services=services, channels=channels), context)
    assert [(mark.on_date, mark.label) for mark in marks] == [(event.on_date, event.label) for event in held]
    return [(mark.on_date, mark.label) for mark in marks]


def test_a_declared_pilot_is_marked_at_its_first_and_last_day(with_pilot) -> None:
    assert drawn(with_pilot()) == [START, END]


def test_a_withdrawn_pilot_is_not_marked(with_pilot) -> None:
    context = with_pilot()
    context.register.withdraw_pilot(PLAN.key, "Jo", MAY)
    assert drawn(context) == []


def test_it_is_marked_only_where_it_touches_what_is_shown(with_pilot) -> None:
    context = with_pilot(replace(RUN, where=Where(services=("waste",), channels=("phone",))))
    assert drawn(context, ("waste",), ("phone", "visit")) == [START, END]
    assert drawn(context, ("housing",)) == []
    assert drawn(context, channels=("web",)) == []


@pytest.mark.parametrize("label", ["8am pilot starts", "8am Monday trial", "Start: open from 8am on Mondays"])
def test_a_start_told_by_hand_is_not_told_twice(with_pilot, label: str) -> None:
    assert drawn(with_pilot(RUN, CouncilEvent(FIRST_DAY, label))) == [(FIRST_DAY, label), END]


def test_an_end_told_on_the_day_after_is_not_told_twice(with_pilot) -> None:
    context = with_pilot(moved(FIRST_DAY, date(2026, 6, 14)))
    context.register.add_event(date(2026, 6, 15), "The pilot is over", (), "Jo", MAY)
    assert [day for day, _ in drawn(context)] == [FIRST_DAY, date(2026, 6, 15)]


def test_other_news_of_the_day_stays_beside_the_pilots(with_pilot) -> None:
    news = CouncilEvent(FIRST_DAY, "Bills sent")
    assert drawn(with_pilot(RUN, news)) == [(FIRST_DAY, "Bills sent"), START, END]


def test_two_pilots_are_told_apart(with_pilot) -> None:
    context = with_pilot()
    context.register.declare_pilot(entitled("second", RUN), "Jo", MAY)
    assert [label for day, label in drawn(context) if day == FIRST_DAY] == [START[1], "Pilot starts: Second"]
