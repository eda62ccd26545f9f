"""What a measure needs the council to decide first; without it the answer is 'can't tell', with what to set and where."""

from frontdoor.errors import CannotTellError
from frontdoor.measures.measure import Measure, Parameter
from frontdoor.strategy import parameters
from frontdoor.strategy.council import Council
from frontdoor.strategy.strategy import PromisedMeasure

WORDS = {
    Parameter.WITHIN_SECONDS: "the promised seconds",
    Parameter.SHORT_ABANDON_SECONDS: "a limit for short calls",
    Parameter.WITHIN_DAYS: "the number of days to look ahead",
    Parameter.PROMISED_WORKING_DAYS: "the promised working days",
    Parameter.DIGITAL_CHANNELS: "which channels are digital",
    Parameter.OPENING_HOURS: "its opening hours",
    Parameter.UNIT_COSTS: "what a contact costs",
    Parameter.ACKNOWLEDGED_WITHIN: "how soon a complaint is acknowledged",
    Parameter.HOMES: "how many homes it lets",
    Parameter.PROCEDURES: "which complaints procedures are about its homes",
    Parameter.QUESTION: "which survey question it asks",
    Parameter.REPORTED: "which reported figure this is",
}
"""What each parameter is, as the council would say it."""


def check_needs(promised: PromisedMeasure, measure: Measure, council: Council) -> None:
    """Raise CannotTellError naming the first thing the measure needs that nobody has set."""
    for need in measure.needs:
        is_any_procedure = need is Parameter.PROCEDURES and Parameter.HOMES not in measure.needs
        if need in WORDS and not is_any_procedure and not _is_set(need, promised, council):
            raise CannotTellError(f"The council has not set {WORDS[need]} for this measure.")


def _is_set(need: Parameter, promised: PromisedMeasure, council: Council) -> bool:
    decided = {
        Parameter.DIGITAL_CHANNELS: bool(parameters.digital_channels(council)),
        Parameter.OPENING_HOURS: bool(parameters.opening(council)),
        Parameter.UNIT_COSTS: bool(parameters.unit_costs(council)),
        Parameter.HOMES: bool(council.homes),
        Parameter.PROCEDURES: bool(promised.procedures),
        Parameter.QUESTION: bool(promised.question),
        Parameter.REPORTED: bool(promised.reported),
    }
    return decided.get(need, bool(promised.parameters.get(need)))
