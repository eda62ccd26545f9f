"""The rules staff are counted by on a day: the promise of waiting with its target, shrinkage, limits, and what nobody decided."""

from dataclasses import dataclass
from datetime import date

from frontdoor.answers.context import Context
from frontdoor.answers.demand import wait_promise
from frontdoor.errors import CannotTellError
from frontdoor.measures.formatting import format_in_full, format_value
from frontdoor.measures.measure import Parameter
from frontdoor.schema.units import Unit
from frontdoor.strategy import parameters
from frontdoor.strategy.judgement import target_in_force
from frontdoor.strategy.staffing import Staffing, staffing_on

NOBODY_DECIDED = Staffing(date.min)
HIGHEST_TARGET = 0.999  # no number of people answers everybody in time; Erlang needs a target below 1


@dataclass(frozen=True, slots=True)
class Aim:
    """What people are needed for: the share (0 to below 1) of calls to be answered within so many seconds."""

    target: float
    within_seconds: float

    @property
    def words(self) -> str:
        return f"{format_value(self.target, Unit.SHARE)} answered within {format_in_full(self.within_seconds, Unit.SECONDS)}"


def aim_on(day: date, context: Context) -> Aim:
    """Return the promise of waiting in force on `day`; raise CannotTellError where there is none, or no target for it."""
    promised = wait_promise(context)
    within = parameters.latest(promised, Parameter.WITHIN_SECONDS, day) if promised else None
    if promised is None or within is None:
        raise CannotTellError(
            "Nobody has promised how soon calls are answered, so nobody can say how many people it takes. "
            "A measure of calls answered within so many seconds, with a target, in the council file would tell."
        )
    target = target_in_force(context.targets(promised), day)
    if target is None or target.value is None:
        raise CannotTellError(
            f"“{promised.label}” has no target yet, so nobody can say how many people it takes to keep it."
        )
    return Aim(min(target.value, HIGHEST_TARGET), float(within))


def rules_on(day: date, context: Context) -> Staffing:
    """Return the council's rules of staffing in force on `day`; where it has none, the values that change nothing."""
    return staffing_on(context.council.staffing, day) or NOBODY_DECIDED


def rules_words(rules: Staffing) -> tuple[str, ...]:
    """Return each rule in a sentence, and for each that nobody decided what was taken in its place."""
    lost = format_value(rules.shrinkage, Unit.SHARE)
    busy = format_value(rules.occupancy_limit, Unit.SHARE)
    said = {
        "shrinkage": f"Of rostered time {lost} goes on leave, training and sickness.",
        "occupancy_limit": f"Advisers are to be on calls for at most {busy} of their time.",
        "minimum_cover": f"At least {rules.minimum_cover} on duty while we are open.",
    }
    unsaid = {
        "shrinkage": "no time lost to leave, training or sickness",
        "occupancy_limit": "no limit to how busy advisers are",
        "minimum_cover": "at least 1 on duty while we are open",
    }
    missing = [words for key, words in unsaid.items() if key not in rules.said]
    decided = [words for key, words in said.items() if key in rules.said]
    if missing:
        decided.append(f"The council file does not say otherwise, so: {'; '.join(missing)}.")
    return tuple(decided)
