"""A viewer: asks a year's questions without a pause, on whatever generation is in force, and notes how long each took."""

import sys
import threading
import time

from benchmarks.asked import Question, year_long
from benchmarks.invented_files import COUNCIL
from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context, open_context
from frontdoor.filters import Filters
from frontdoor.periods import Period
from frontdoor.warehouse.homes import open_home
from frontdoor.warehouse.opening import open_warehouse

PAUSE = 0.05  # seconds between two questions, so that a viewer leaves most of a core free


def context_in_force() -> Context:
    """Open the newest generation of FRONTDOOR_HOME's council."""
    warehouse = open_warehouse(open_home(COUNCIL))
    return open_context(Filters(COUNCIL, Period(warehouse.as_at, warehouse.as_at)), Audience.OFFICER)


def view() -> dict[str, list[float]]:
    """Ask until the input ends; return when each question was asked (monotonic seconds), how long it took, and errors."""
    stopped = threading.Event()
    threading.Thread(target=_stop_at_the_end, args=(stopped,), daemon=True).start()
    asked_at: list[float] = []
    took: list[float] = []
    context = context_in_force()
    print("ready", flush=True)
    while not stopped.is_set():
        for question in _questions(context):
            began = time.monotonic()
            context = _newest(context)
            question.ask(context)
            asked_at.append(began)
            took.append(time.monotonic() - began)
            time.sleep(PAUSE)
            if stopped.is_set():
                break
    return {"asked_at": asked_at, "took": took, "generation": [float(context.warehouse.generation)]}


def _stop_at_the_end(stopped: threading.Event) -> None:
    sys.stdin.read()
    stopped.set()


def _questions(context: Context) -> list[Question]:
    return [question for question in year_long(context) if question.of == "one service"]


def _newest(context: Context) -> Context:
    """Return the same context, or one of the generation now in force where it is newer."""
    in_force = open_home(COUNCIL).current()
    return context if in_force == context.warehouse.generation else context_in_force()
