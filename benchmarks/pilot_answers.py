"""How long it takes to work out everything about each pilot of the sample, and to answer each view of the page."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.asked_by_pilots import COUNCIL, FILTERS, pilot_questions
from benchmarks.child import in_child
from benchmarks.report import Section, against, middle
from frontdoor.access.audience import Audience
from frontdoor.answers.context import open_context
from frontdoor.answers.pilot_before import before
from frontdoor.answers.pilot_changed import changed
from frontdoor.answers.pilot_found_made import pilot_found
from frontdoor.answers.pilot_library import library
from frontdoor.answers.pilot_moved import moved
from frontdoor.answers.pilot_people import people
from frontdoor.answers.pilot_running import running
from frontdoor.answers.pilot_verdict import verdict
from frontdoor.answers.sentences import count_noun
from frontdoor.answers.view_answer import ViewAnswer
from frontdoor.commands.sample import build_sample
from frontdoor.filters import Filters

LIBRARY = "view: the library, all six"
PILOT = "monday_opening"
REPEATS = 5
MOST_SECONDS = 2.0  # issue 6: one pilot's full analysis
VIEWS: dict[str, Callable[[Filters, Audience, str], ViewAnswer]] = {
    "the verdict": verdict,
    "before it starts": before,
    "week by week": running,
    "what changed, every row of sensitivity": changed,
    "what only moved": moved,
    "who used it": people,
}

Took = dict[str, tuple[float, float]]
"""CPU seconds of the first time and the median of those after it, uncached."""


def pilot_answers(folder: Path) -> Iterator[Section]:
    """Measure the sample's pilots and their questions in a home of their own below `folder`."""
    home = str(folder / "pilots")
    if not (folder / "pilots" / COUNCIL).exists():
        in_child(build_sample, COUNCIL, FRONTDOOR_HOME=home)
    yield section_of(in_child(answer_every_view, FRONTDOOR_HOME=home).told)
    yield pilot_questions(home)


def section_of(took: Took) -> Section:
    """Return the table of what took so long; the library works out all pilots, so the goal of one is not its own."""
    rows = tuple(
        (name, f"{first:.2f}", f"{later:.2f}", *_judged(later, MOST_SECONDS if name != LIBRARY else None))
        for name, (first, later) in took.items()
    )
    return Section(
        "Pilots: time of the sample's pilots",
        f"Trentside's six pilots, 30 months: questions, disclosure control, every outcome with its guard against drift, what only "
        f"moved, cost and verdict; the views are of “Open from 8am on Mondays”. Nothing is cached; the first time of {REPEATS} "
        "also loads libraries and opens the warehouse.",
        ("what", "CPU seconds, first", "CPU seconds", "goal", "result"),
        rows,
    )


def _judged(seconds: float, goal: float | None) -> tuple[str, str]:
    return ("", "") if goal is None else (f"{goal:.0f}", against(seconds, goal))


def answer_every_view() -> Took:
    """Return what each pilot's findings, each view and the library took."""
    context = open_context(FILTERS, Audience.OFFICER)
    ways: dict[str, Callable[[], object]] = {
        f"“{held.plan.title}”, {count_noun(len(held.plan.outcomes), 'outcome')}": lambda held=held: pilot_found(
            held, context
        )  # type: ignore[misc]
        for held in context.register.pilots()
    }
    for name, view in VIEWS.items():
        ways[f"view: {name}"] = lambda view=view: view(FILTERS, Audience.OFFICER, PILOT)  # type: ignore[misc]
    ways[LIBRARY] = lambda: library(FILTERS, Audience.OFFICER)
    return {name: _took(way) for name, way in ways.items()}


def _took(way: Callable[[], object]) -> tuple[float, float]:
    times = []
    for _ in range(REPEATS):
        began = time.process_time()
        way()
        times.append(time.process_time() - began)
    return times[0], middle(times[1:])
