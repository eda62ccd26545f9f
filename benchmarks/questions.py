"""How long each question and each page's answer takes on a warehouse, uncached."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import duckdb

from benchmarks.asked import Question, year_long
from benchmarks.asked_by_half_hour import by_half_hour
from benchmarks.asked_by_shift import VIEWS, by_shift, choices
from benchmarks.child import in_child
from benchmarks.invented_files import COUNCIL
from benchmarks.report import Section, against, middle, ninety_fifth
from benchmarks.viewing import context_in_force
from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context
from frontdoor.answers.measure import measure
from frontdoor.answers.overview import overview
from frontdoor.errors import FrontdoorError
from frontdoor.filters import Filters
from frontdoor.periods import Period, add_months, month_start

QUESTION_GOAL, PAGE_GOAL = 20.0, 60.0  # ms, p95: DESIGN.md
REPEATS = 40
PAGE_REPEATS = 12
FLOOR, PEER = "select 1 (floor)", "contact_totals worked from the records (peer)"
_FROM_RECORDS = """
select date_trunc('month', activity_date) as period_start, service, channel, count(*) as contacts,
    count(outcome) as calls_offered, count(*) filter (where outcome = 'answered') as calls_answered,
    sum(seconds_waited) filter (where outcome = 'answered') as seconds_to_answer, sum(seconds_handled) as seconds_handled
from contacts
where is_customer_contact and activity_date between $first and $last
group by all order by all
"""
_MILLISECONDS = 1000

OF_MARTS = "asked of the marts, uncached"
OF_QUESTIONS = f"A year by month and a trend of two, half-hours of a year and of three; {OF_MARTS}"
OF_SHIFT = (
    "Every question of the five views, as the views ask it: of a year, of 2½ years, of a year that starts and ends within a month, and "
    f"of one ward; {OF_MARTS}"
)

Times = dict[str, list[tuple[float, float]]]
"""Milliseconds of each asking: elapsed, and CPU of all threads."""


def ask_every_question() -> Times:
    """Return the milliseconds of each question, of the floor and of the peer, asked in turn."""
    context = context_in_force()
    ways = _ways(context, year_long) | _ways(context, by_half_hour)
    records = context.home.records_file(context.warehouse.generation)
    with duckdb.connect(str(records), read_only=True) as connection:
        ways[PEER] = lambda: _from_records(connection, context)
        return _timed(ways, REPEATS)


def ask_of_shift() -> Times:
    """Return the milliseconds of each question the views of channel shift ask, and of the floor, asked in turn."""
    return ask_each(context_in_force(), by_shift)


def ask_each(context: Context, questions_of: Callable[[Context], Iterator[Question]]) -> Times:
    """Return the milliseconds of each question and of the floor, asked in turn."""
    return _timed(_ways(context, questions_of), REPEATS)


def _ways(context: Context, questions_of: Callable[[Context], Iterator[Question]]) -> dict[str, Callable[[], object]]:
    """Return the floor and every question that has an answer, each as something to call."""
    ways: dict[str, Callable[[], object]] = {FLOOR: lambda: _trivial(context)}
    for question in questions_of(context):
        name = f"{question.name}, {question.of}"
        try:
            question.ask(context)
        except FrontdoorError as error:
            print(f"{name}: {error}")
            continue
        ways[name] = lambda question=question: question.ask(context)  # type: ignore[misc]
    return ways


def answer_every_page() -> Times:
    """Return the milliseconds of each page's answer, worked out anew each time."""
    context = context_in_force()
    before = month_start(context.as_at + timedelta(days=1))
    filters = Filters(COUNCIL, Period(add_months(before, -12), before - timedelta(days=1)))
    ways: dict[str, Callable[[], object]] = {"overview": lambda: overview(filters, Audience.MEMBER)}
    for promised in context.council.measures:
        ways[f"measure {promised.key}"] = lambda key=promised.key: measure(key, filters, Audience.MEMBER)  # type: ignore[misc]
    year = next(choices(context))
    for view, answer in VIEWS.items():
        ways[f"channel shift, {view.lower()}"] = lambda answer=answer: answer(year, replace(context, asked={}))  # type: ignore[misc]
    return _timed(ways, PAGE_REPEATS)


def _trivial(context: Context) -> None:
    with context.warehouse.connection.cursor() as cursor:
        cursor.sql("select 1").pl()


def _from_records(connection: duckdb.DuckDBPyConnection, context: Context) -> None:
    before = month_start(context.as_at + timedelta(days=1))
    dates = {"first": add_months(before, -12), "last": before - timedelta(days=1)}
    with connection.cursor() as cursor:
        cursor.sql(_FROM_RECORDS, params=dates).pl()


def _timed(ways: dict[str, Callable[[], object]], repeats: int) -> Times:
    for way in ways.values():
        way()
    took: Times = {name: [] for name in ways}
    for _ in range(repeats):
        for name, way in ways.items():
            began, cpu = time.perf_counter(), time.process_time()
            way()
            elapsed, used = time.perf_counter() - began, time.process_time() - cpu
            took[name].append((elapsed * _MILLISECONDS, used * _MILLISECONDS))
    return took


def questions(home: Path, rows: int) -> Section:
    """Measure every question of queries/."""
    return section_of(f"Questions of {rows:,} contacts", in_child(ask_every_question, FRONTDOOR_HOME=str(home)).told)


def shift(home: Path, rows: int) -> Section:
    """Measure every question of the page of channel shift."""
    took = in_child(ask_of_shift, FRONTDOOR_HOME=str(home)).told
    return section_of(f"Questions of channel shift, {rows:,} contacts", took, OF_SHIFT)


def section_of(title: str, took: Times, words: str = OF_QUESTIONS) -> Section:
    """Return the table of questions that took so long."""
    floor = middle([cpu for _, cpu in took[FLOOR]])
    return Section(
        title,
        f"{words}, {REPEATS} times in turn; goal: p95 at most {QUESTION_GOAL:g} ms.",
        ("question", "p50 ms", "p95 ms", "CPU ms", "CPU x floor", "result"),
        tuple(
            _cells(name, found, floor, None if name in {FLOOR, PEER} else QUESTION_GOAL) for name, found in took.items()
        ),
    )


def pages(home: Path, rows: int) -> Section:
    """Measure the answer behind every page."""
    took: Times = in_child(answer_every_page, FRONTDOOR_HOME=str(home)).told
    floor = min(middle([cpu for _, cpu in found]) for found in took.values())
    return Section(
        f"Answers behind the pages, {rows:,} contacts",
        f"A year, uncached, {PAGE_REPEATS} times in turn: questions, disclosure control, division, judgement, control charts "
        f"and figures; goal: p95 at most {PAGE_GOAL:g} ms. The ratio is to the quickest of them.",
        ("answer", "p50 ms", "p95 ms", "CPU ms", "CPU x quickest", "result"),
        tuple(_cells(name, found, floor, PAGE_GOAL) for name, found in took.items()),
    )


def _cells(name: str, found: list[tuple[float, float]], floor: float, goal: float | None) -> tuple[str, ...]:
    elapsed, cpu = [took for took, _ in found], middle([used for _, used in found])
    p95 = ninety_fifth(elapsed)
    met = against(p95, goal) if goal else ""
    return name, f"{middle(elapsed):.1f}", f"{p95:.1f}", f"{cpu:.1f}", f"{cpu / floor:.1f}", met
