"""What waits for approval: a target, threshold or definition that a file now states otherwise than was agreed."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from frontdoor.answers.target_words import phrase
from frontdoor.answers.threshold_words import pending_words
from frontdoor.register.definition_changes import held_definitions
from frontdoor.register.definitions import PendingDefinition
from frontdoor.register.entries import PendingChange
from frontdoor.register.register import Register
from frontdoor.schema.units import Better
from frontdoor.strategy.bound import measure_of
from frontdoor.strategy.strategy import PromisedMeasure, Target

TARGET, THRESHOLD, DEFINITION = "target", "threshold", "definition"
PARTS = {
    "measure": "what is counted",
    "services": "whose contacts",
    "channels": "which channels",
    "procedures": "which complaints",
    "question": "which survey question",
    "reported": "which returned figure",
    "provider": "whose returns",
    "unit": "the unit",
    "better": "which way is better",
    "noun": "what it is out of",
    "parameters": "by which clock or quantile",
}
"""What a change of a definition touches, in words."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One change that waits: `name` is what it is approved by ('target-3'), `sentence` says it to a person."""

    name: str
    sentence: str


def waiting(register: Register, measures: Iterable[PromisedMeasure]) -> tuple[Waiting, ...]:
    """Return every change that waits: targets, thresholds, definitions, the oldest of each first."""
    known = {measure.key: measure for measure in measures}
    targets = [
        Waiting(
            f"{TARGET}-{change.id}", f"{_label(change.measure_key, known)}: {_target_words(change, known, register)}"
        )
        for change in register.pending()
    ]
    thresholds = [
        Waiting(f"{THRESHOLD}-{change.id}", f"{_label(change.measure_key, known)}: {pending_words(change)}")
        for change in register.pending_thresholds()
    ]
    definitions = [
        Waiting(f"{DEFINITION}-{change.id}", f"{_label(change.measure_key, known)}: {_definition_words(change)}")
        for change in held_definitions(register).pending
    ]
    return (*targets, *thresholds, *definitions)


def _definition_words(change: PendingDefinition) -> str:
    """Return which parts of a definition a file changed, each as it was and as it is stated now."""
    held, stated = json.loads(change.held), json.loads(change.stated)
    said = [
        f"{words} ({_part(held[part])} before, {_part(stated[part])} now)"
        for part, words in PARTS.items()
        if held[part] != stated[part]
    ]
    return f"a file now counts something else: {'; '.join(said)}. It is counted as agreed until the change is approved."


def _part(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(str(each) for each in value).replace("_", " ") or "all"
    return "another" if isinstance(value, dict) else str(value or "none").replace("_", " ")


def _label(key: str, known: dict[str, PromisedMeasure]) -> str:
    return known[key].label if key in known else key


def _target_words(change: PendingChange, known: dict[str, PromisedMeasure], register: Register) -> str:
    """Return what the files state now, and what stays in force: what people changed since the files were last accepted, too."""
    better = measure_of(known[change.measure_key]).better if change.measure_key in known else Better.NEITHER
    in_force = register.targets(change.measure_key, on=change.recorded_at.date())
    stated, held = (_last(targets, better) for targets in (change.stated, in_force or change.held))
    if not change.stated:
        return f"the files no longer state it; {held} stays in force until that is approved. Then it has no target."
    if stated == held:
        return (
            "a file now states other targets than were agreed; those agreed stay in force until the change is approved."
        )
    return f"A file now states {stated}; {held} stays in force until the change is approved."


def _last(targets: tuple[Target, ...], better: Better) -> str:
    if not targets:
        return "no target"
    return phrase(max(targets, key=lambda target: target.from_date), better)
