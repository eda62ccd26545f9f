"""The whole form of a pilot's plan in parts: what and why, when, where, what counts, cost, and what follows."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

import streamlit as st

from frontdoor.answers.pilot_declaring import Declaring
from frontdoor.statistics.pilot_verdict import Decision, Rule
from frontdoor.strategy.pilot_plan import Aim
from frontdoor.ui.declaring_cost import cost_table
from frontdoor.ui.declaring_fields import OPTIONAL, Fields, say_small
from frontdoor.ui.declaring_outcomes import outcome_tables
from frontdoor.ui.declaring_where import MOVED, Table, hours_fields, where_fields

USUAL_WEEKS, WEEKS_AHEAD, DAYS_IN_A_WEEK = 12, 4, 7
AIMS = {
    Aim.MOVE.value: "Contacts that move there from busier times",
    Aim.ADD.value: "Contacts that would not have come otherwise",
}
DECISIONS = {each.value: each.value.capitalize() for each in Decision}
RULES = {
    "if_met": "If all of it is met",
    "if_guard_fails": "If a guard is not met",
    "if_not_met": "If what decides is not met",
    "if_cannot_tell": "If nobody can tell",
}
TITLE = "Short: people find the pilot by it, and no two have the same."
WHAT = "What people will find different, in a sentence."
FIRST = "From this day on the plan is frozen. A plan entered on it or later is marked retrospective for good."
LAST = "The last day that belongs to the pilot. Twelve weeks are usual; fewer than eight show only very large changes."
SETTLING = "Weeks at the start that are not counted, while people get used to it."
OPENS = "Tick it if we were closed then before. Nobody could come, so the hours are counted each time and not compared."
AIM = "It decides what is counted as a gain: what moved out of the peak, or what would not have come at all."
OTHERWISE = (
    "When could those contacts have come instead, on the same weekdays? Left at all day, nobody asks what only moved."
)
RULE = "Fixed before the start, so that nobody chooses what a result means after seeing it. Members decide."


def plan_table(fields: Fields, offered: Declaring, key: str) -> Table:
    """Draw the form and return the plan as a table with the keys of a [[pilot]], without what is left empty."""
    table: Table = {"key": key, **_what_and_why(_part("What and why", fields)), **_when(fields, offered)}
    _head("Where, and for whom")
    where = where_fields(fields.inner("where"), offered)
    table |= {"where": where, **_added(fields, where)}
    _head("What counts as success")
    table["outcome"] = outcome_tables(fields, offered)
    _head("What it costs")
    table["cost"] = cost_table(fields.inner("cost"))
    table |= _rule(fields) | _approval(fields)
    return {name: value for name, value in table.items() if value not in (None, "", {}, [])}


def still_needed(table: Mapping[str, object]) -> tuple[int, list[str]]:
    """Return how many parts every plan must have, and the names of those that are still missing."""
    outcomes = table.get("outcome")
    primary: Table = outcomes[0] if isinstance(outcomes, list) and outcomes else {}
    needed = {
        "title": table.get("title"),
        "what changes": table.get("what"),
        "why": table.get("why"),
        "where it was decided": table.get("source"),
        "first day": table.get("first_day"),
        "last day": table.get("last_day"),
        "a name for what decides": primary.get("label"),
        "the smallest change worth having": primary.get("worthwhile"),
    }
    return len(needed), [name for name, value in needed.items() if not value]


def usual_days(today: date) -> tuple[date, date]:
    """Return the first and last day offered: twelve weeks from a Monday at least four weeks ahead."""
    ahead = today + timedelta(weeks=WEEKS_AHEAD)
    first = ahead + timedelta(days=-ahead.weekday() % DAYS_IN_A_WEEK)
    return first, first + timedelta(weeks=USUAL_WEEKS, days=-1)


def _part(words: str, fields: Fields) -> Fields:
    _head(words)
    return fields


def _head(words: str) -> None:
    st.html(f'<h3 class="fd-headline">{words}</h3>')


def _what_and_why(fields: Fields) -> Table:
    title = fields.text("title", "Title", TITLE)
    what = fields.text("what", "What changes", WHAT, is_long=True)
    why = fields.text("why", "Why", "What it is to put right.", is_long=True)
    source = fields.text("source", "Where it was decided", "Such as “Cabinet, 6 October 2026, item 9”.")
    return {"title": title, "what": what, "why": why, "source": source}


def _when(fields: Fields, offered: Declaring) -> Table:
    _head("When")
    usual_first, usual_last = usual_days(offered.today)
    first_column, last_column, settling_column = st.columns([1, 1, 1])
    with first_column:
        first = fields.day("first_day", "First day", usual_first, FIRST)
    with last_column:
        last = fields.day("last_day", "Last day", usual_last, LAST)
    with settling_column:
        settling = fields.whole("settling_weeks", "Weeks of settling in", 0, SETTLING)
    return {"first_day": first, "last_day": last, "settling_weeks": settling or 0}


def _added(fields: Fields, where: Table) -> Table:
    """Draw whether the pilot opens hours that were closed; they are those of `where`, on its weekdays and channels."""
    if "from" not in where:
        return {}
    opens = replace(fields, held={"opens": "added" in fields.held})
    if not opens.flag("opens", "It opens these hours, which were closed before", OPENS):
        return {}
    fields.leave_room("added", "The added hours")
    aim = fields.one_of("aim", "What is wanted in them", AIMS, Aim.ADD.value, AIM)
    say_small(OTHERWISE)
    hours = hours_fields(fields.inner("moved_from"), MOVED)
    fields.leave_room("moved_from", "Where contacts could come from")
    is_as_held = fields.held.get("where") == where
    table: Table = {"added": _picked("added", fields, where, where, is_kept=is_as_held), "aim": aim}
    moved = _picked("moved_from", fields, where, hours, is_kept=is_as_held)
    return {**table, "moved_from": moved} if moved else table


def _picked(key: str, fields: Fields, where: Table, hours: Table, *, is_kept: bool) -> Table:
    """Return the table at `key`: as held while nobody chose otherwise, else these hours on the weekdays and channels of `where`."""
    named: Table = {name: hours[name] for name in ("from", "before") if name in hours}
    held = fields.held.get(key)
    if is_kept and isinstance(held, Mapping) and all(held.get(name) == named.get(name) for name in ("from", "before")):
        return dict(held)
    return (
        {**{name: where[name] for name in ("weekdays", "services", "channels") if name in where}, **named}
        if named
        else {}
    )


def _rule(fields: Fields) -> Table:
    _head("What follows from the result")
    say_small(RULE)
    inner, usual = fields.inner("rule"), Rule()
    return {"rule": dict(_rules(inner, usual))}


def _rules(inner: Fields, usual: Rule) -> Iterator[tuple[str, str]]:
    for column, (name, words) in zip(st.columns([1, 1, 1, 1]), RULES.items(), strict=True):
        with column:
            yield name, inner.one_of(name, words, DECISIONS, str(getattr(usual, name)), RULE)


def _approval(fields: Fields) -> Table:
    _head("Approval")
    by, where = st.columns([1, 1])
    with by:
        approved_by = fields.text(
            "approved_by", f"Approved by{OPTIONAL}", "The body, or the officer with the power to."
        )
    with where:
        approved_where = fields.text("approved_where", f"Approved at{OPTIONAL}", "The meeting and item.")
    day, told = st.columns([1, 1])
    with day:
        approved_date = fields.day("approved_date", f"Approved on{OPTIONAL}", None, "The day of the decision.")
    with told:
        reported_to = fields.text("reported_to", f"Result reported to{OPTIONAL}", "Such as Overview and Scrutiny.")
    return {
        "approved_by": approved_by,
        "approved_where": approved_where,
        "approved_date": approved_date,
        "reported_to": reported_to,
    }
