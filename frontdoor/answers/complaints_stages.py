"""The clocks of complaints, each judged: acknowledged, answered at stage 1 and at stage 2; what is overdue now, and how long."""

from dataclasses import dataclass
from datetime import date

import polars as pl

from frontdoor.answers.answer import Result
from frontdoor.answers.complaints_codes import CODES, is_by_the_codes
from frontdoor.answers.complaints_days import open_overdue
from frontdoor.answers.context import Context, unpromised
from frontdoor.answers.feedback_answer import StageLine
from frontdoor.answers.result import result_of
from frontdoor.answers.sentences import count_noun
from frontdoor.answers.shown_counts import shown_counts
from frontdoor.filters import Filters
from frontdoor.measures.measure import Parameter
from frontdoor.strategy import parameters
from frontdoor.strategy.strategy import PromisedMeasure

STAGE_MEASURES = ("acknowledged_in_time", "stage_1_in_time", "stage_2_in_time")

NAMES = {
    "acknowledgement_1": "Acknowledged",
    "response_1": "Answered at stage 1",
    "acknowledgement_2": "Acknowledged at stage 2",
    "response_2": "Answered at stage 2",
}
"""What each clock is called."""

LATE_BANDS = (1, 6, 11, 21, 41)
"""The first working day of each band of lateness; an exact number could point to one case."""


@dataclass(frozen=True, slots=True)
class Clocked:
    """One clock's judged result, and its cases open past their due date (schema OPEN_OVERDUE)."""

    promised: PromisedMeasure
    result: Result
    overdue: pl.DataFrame


def stage_measures(context: Context) -> tuple[PromisedMeasure, ...]:
    """Return every promised clock of complaints in its order, and for one that nobody promised the Codes' own."""
    promised = [each for each in context.measures() if each.measure in STAGE_MEASURES]
    bound = {each.measure for each in promised}
    found = [
        *promised,
        *(unpromised(key, context) for key in STAGE_MEASURES if key not in bound),
    ]
    return tuple(sorted(found, key=lambda each: list(NAMES).index(parameters.clock(each))))


def clocked_of(filters: Filters, context: Context) -> tuple[Clocked, ...]:
    """Return each clock's result and what is overdue; that is empty where it cannot be told, and the result says why."""
    measures = stage_measures(context)
    overdue = open_overdue(measures, filters, context)
    return tuple(Clocked(each, result_of(each, filters, context), overdue[each.key]) for each in measures)


def main_clock(clocks: tuple[Clocked, ...]) -> Clocked | None:
    """Return the clock the page is about: the first of stage 1 that somebody promised; None where nobody did."""
    own = (each for each in clocks if each.promised.measure == "stage_1_in_time")
    return next((each for each in own if each.promised.parameters.get(Parameter.PROMISED_WORKING_DAYS)), None)


def stage_lines(clocks: tuple[Clocked, ...], filters: Filters, context: Context) -> tuple[StageLine, ...]:
    """Return the lines of the table of stages; two promises about one clock are called as the council calls them."""
    names = [NAMES[parameters.clock(each.promised)] for each in clocks]
    return tuple(
        _line(name if names.count(name) == 1 else clocked.promised.label, clocked, filters, context)
        for name, clocked in zip(names, clocks, strict=True)
    )


def _line(name: str, clocked: Clocked, filters: Filters, context: Context) -> StageLine:
    promise = promise_words(clocked.promised, clocked.result.period.last)
    number, longest = overdue_now(clocked.overdue, filters, context) if promise else (None, "")
    return StageLine(name, promise, clocked.result, number, longest)


def promise_words(promised: PromisedMeasure, on: date) -> str:
    """Return 'in 10 working days, 10 more if extended', nothing where nothing is promised of it."""
    days = parameters.latest(promised, Parameter.PROMISED_WORKING_DAYS, on)
    if days is None:
        return ""
    extension = parameters.longest_extension(promised, on)
    more = f", {extension} more if extended" if extension else ""
    whose = f", {CODES}" if is_by_the_codes(promised) else ""
    return f"in {count_noun(int(days), 'working day')}{more}{whose}"


def overdue_now(overdue: pl.DataFrame, filters: Filters, context: Context) -> tuple[int | None, str]:
    """Return how many are open past their due date on the last day known, and the band of the longest; None is hidden."""
    counted = shown_counts(overdue, (), ["open_cases"], filters, context)
    number = counted["open_cases"][0] if counted.height else 0
    if not number:
        return number, ""
    chosen = filters.attribute and filters.value is not None
    late = overdue.filter(pl.col("value") == filters.value) if chosen else overdue
    return int(number), band(int(late["working_days_late"].to_numpy().max()))


def band(days: int) -> str:
    """Return '11 to 20 working days', 'more than 40 working days', 'since that day' for one due on the last day known."""
    if days < LATE_BANDS[0]:
        return "due that day"
    place = max(index for index, first in enumerate(LATE_BANDS) if days >= first)
    if place == len(LATE_BANDS) - 1:
        return f"more than {LATE_BANDS[-1] - 1} working days"
    return f"{LATE_BANDS[place]} to {LATE_BANDS[place + 1] - 1} working days"
