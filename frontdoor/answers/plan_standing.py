"""How an objective of a service plan stands, by the measures that show it, and whether a partner's returns are in."""

from collections.abc import Sequence
from enum import StrEnum

from frontdoor.answers.answer import Result
from frontdoor.strategy.judgement import PromiseState, State, judge_promise


class Standing(StrEnum):
    """What can be said of an objective: of its measures judged, all met, some, none; else why nothing can be said."""

    ON_TRACK = "On track"
    PARTLY = "Partly on track"
    OFF_TRACK = "Off track"
    CANNOT_SAY = "Can’t say yet"
    NO_FIGURES = "No figures"
    NO_MEASURE = "No measure"


class Returned(StrEnum):
    """Whether what a partner owes has come."""

    ALL_IN = "All in"
    SOME_MISSING = "Missing"
    NOTHING_OWED = "None owed"


OF_PROMISE = {
    PromiseState.KEPT: Standing.ON_TRACK,
    PromiseState.PARTLY_KEPT: Standing.PARTLY,
    PromiseState.NOT_KEPT: Standing.OFF_TRACK,
    PromiseState.CANNOT_SAY: Standing.CANNOT_SAY,
}
"""An objective is judged by its measures just as a promise is."""

RULES = (
    "An objective is on track where every one of its measures that is judged was met in the period, partly where some were, "
    "off track where none was. Target to be set, too few to say and not finished are not judged."
)


def has_figures(result: Result) -> bool:
    """Say whether anything was reported: a value, or so few that none is shown."""
    return result.value is not None or result.judgement.state is State.TOO_FEW


def standing_of(results: Sequence[Result]) -> Standing:
    """Return how an objective with these measures stands."""
    if not results:
        return Standing.NO_MEASURE
    if not any(map(has_figures, results)):
        return Standing.NO_FIGURES
    return OF_PROMISE[judge_promise(tuple(result.judgement.state for result in results))]
