"""How two versions of a pilot's plan differ, in words, so that an edit can be shown beside the plan that counts."""

from frontdoor.strategy.pilot_parts import Parts, outcome_parts, plan_parts
from frontdoor.strategy.pilot_plan import PilotOutcome, PilotPlan
from frontdoor.strategy.pilot_tables import plan_table
from frontdoor.strategy.pilot_words import amount_words, where_words

ABSENT = "not in the plan"

SPELT_OTHERWISE = ("The plan", "as it was written", "the same in words, written otherwise")
"""Two versions that read alike and are not the same: a service's key spelt otherwise, outcomes in another order."""

Difference = tuple[str, str, str]
"""A part as people call it, what it said before, and what it says after."""


def plan_differences(before: PilotPlan, after: PilotPlan) -> tuple[Difference, ...]:
    """Return every part in which two versions differ, outcomes after the rest and by their keys; none where they agree."""
    earlier = {outcome.key: outcome for outcome in before.outcomes}
    later = {outcome.key: outcome for outcome in after.outcomes}
    found = _between(plan_parts(before), plan_parts(after))
    for key in dict.fromkeys((*earlier, *later)):
        found += _outcome_differences(earlier.get(key), later.get(key))
    if not found and plan_table(before) != plan_table(after):
        return (SPELT_OTHERWISE,)
    return tuple(found)


def _outcome_differences(before: PilotOutcome | None, after: PilotOutcome | None) -> list[Difference]:
    if before is None or after is None:
        label = (before or after or _never()).label
        return [(f"Outcome “{label}”", _summary(before), _summary(after))]
    return [
        (f"Outcome “{before.label}”, {part}", was, now)
        for part, was, now in _between(outcome_parts(before), outcome_parts(after))
    ]


def _never() -> PilotOutcome:
    raise ValueError("one of two versions of an outcome exists")


def _summary(outcome: PilotOutcome | None) -> str:
    if outcome is None:
        return ABSENT
    change = outcome.margin if outcome.margin is not None else outcome.worthwhile
    words = f", {amount_words(change, outcome.measure)}" if change is not None else ""
    return f"{outcome.role.value}: {outcome.measure}, {where_words(outcome.where)}{words}"


def _between(before: Parts, after: Parts) -> list[Difference]:
    return [
        (name, was, now)
        for key in dict.fromkeys((*before, *after))
        for name in [(before.get(key) or after[key])[0]]
        for was, now in [(before.get(key, ("", ABSENT))[1], after.get(key, ("", ABSENT))[1])]
        if was != now
    ]
