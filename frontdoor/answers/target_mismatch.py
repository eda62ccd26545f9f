"""Promises whose words disagree with the target: 'within 20 seconds' said to the public, 300 held against."""

import re
from dataclasses import dataclass
from datetime import date

from frontdoor.answers.context import Context
from frontdoor.measures.formatting import format_in_full, format_value
from frontdoor.measures.measure import Parameter
from frontdoor.register.thresholds import in_force
from frontdoor.schema.units import Unit
from frontdoor.strategy.bound import measure_of
from frontdoor.strategy.judgement import target_in_force
from frontdoor.strategy.strategy import PromisedMeasure

NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NAMED = {
    **{word: float(place) for place, word in enumerate(NUMBERS, start=1)},
    "fifteen": 15.0,
    "twenty": 20.0,
    "thirty": 30.0,
    "forty-five": 45.0,
    "sixty": 60.0,
    "ninety": 90.0,
}
UNITS = {
    **dict.fromkeys(("second", "seconds", "secs"), (Unit.SECONDS, 1.0)),
    **dict.fromkeys(("minute", "minutes", "mins"), (Unit.SECONDS, 60.0)),
    **dict.fromkeys(("hour", "hours"), (Unit.SECONDS, 3600.0)),
    **dict.fromkeys(("working day", "working days"), (Unit.WORKING_DAYS, 1.0)),
    **dict.fromkeys(("day", "days"), (Unit.DAYS, 1.0)),
    **dict.fromkeys(("%", "per cent"), (Unit.SHARE, 0.01)),
}
"""The words of a promise that name a unit, ours, and how many of ours one is."""

NUMBER = rf"(\d[\d,]*(?:\.\d+)?|{'|'.join(NAMED)})"
SAID = re.compile(
    rf"(?:(in|within|at most)\s+)?\b{NUMBER}\s*({'|'.join(sorted(UNITS, key=len, reverse=True))})?(?![\w%])"
    r"(?!\s+(?:longer|shorter|more|fewer|less|faster|slower|sooner|later|better|worse))"
)
THRESHOLDS = {
    Parameter.WITHIN_SECONDS: Unit.SECONDS,
    Parameter.PROMISED_WORKING_DAYS: Unit.WORKING_DAYS,
    Parameter.ACKNOWLEDGED_WITHIN: Unit.WORKING_DAYS,
    Parameter.LONGEST_EXTENSION: Unit.WORKING_DAYS,
    Parameter.WITHIN_DAYS: Unit.DAYS,
}
"""The unit of each threshold that words can name."""

Limits = dict[Unit, set[float]]


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Words that disagree: where they stand, what they say in short, and what the measure `label` is held against."""

    measure: str
    label: str
    where: str
    words: str
    said: str
    held: str

    @property
    def sentence(self) -> str:
        return f"{self.where} says “{self.words}”, but {self.label} is held against {self.held}, not {self.said}."


def numbers_said(words: str) -> Limits:
    """Return the numbers words name, by unit; 'in 5 working days and answered in 10' names 10 working days too."""
    found: Limits = {}
    last: tuple[Unit, float] | None = None
    for before, number, name in SAID.findall(words.lower()):
        last = UNITS[name] if name else last
        if last is None or not (name or before):
            continue
        value = NAMED[number] if number in NAMED else float(number.replace(",", ""))
        found.setdefault(last[0], set()).add(round(value * last[1], 6))
    return found


def mismatches(context: Context, on: date) -> tuple[Mismatch, ...]:
    """Return the labels, promises and standards whose numbers are none of those in force `on` for what they speak of."""
    measures = context.measures()
    held = {promised.key: _limits(promised, context, on) for promised in measures}
    found = [_of_words(each, "Its label", each.label, held[each.key]) for each in measures]
    for promise in context.council.promises:
        under = [each for each in measures if each.promise == promise.key]
        found += _of_one(under, f"The promise “{promise.title}”", promise.words, held)
    for standard in context.council.strategy.standards:
        under = [each for each in measures if each.measure == standard.measure]
        found += _of_one(under, "A published standard", standard.words, held)
    return tuple(dict.fromkeys(each for each in found if each is not None))


def _of_one(under: list[PromisedMeasure], where: str, words: str, held: dict[str, Limits]) -> list[Mismatch | None]:
    """Return what disagrees of words that speak of several measures: only what none of them is held against."""
    together: Limits = {}
    for promised in under:
        for unit, values in held[promised.key].items():
            together.setdefault(unit, set()).update(values)
    said = numbers_said(words)
    wrong = [unit for unit, values in said.items() if together.get(unit) and not values & together[unit]]
    return [
        _of_words(promised, where, words, {unit: held[promised.key][unit]})
        for unit in wrong
        for promised in under
        if held[promised.key].get(unit)
    ]


def _of_words(promised: PromisedMeasure, where: str, words: str, held: Limits) -> Mismatch | None:
    for unit, values in numbers_said(words).items():
        if (own := held.get(unit)) and not values & own:
            said, kept = (" or ".join(_shown(value, unit) for value in sorted(each)) for each in (values, own))
            return Mismatch(promised.key, promised.label, where, words, said, kept)
    return None


def _limits(promised: PromisedMeasure, context: Context, on: date) -> Limits:
    """Return what a measure is held against: its thresholds, of every queue, and its target where that is a number."""
    found: Limits = {}
    for parameter, unit in THRESHOLDS.items():
        history = promised.parameters.get(parameter, ())
        for queue in {value.queue for value in history}:
            value = in_force(history, queue, on)
            if value is not None:
                found.setdefault(unit, set()).add(float(value.value))
    target = target_in_force(context.targets(promised), on)
    unit = measure_of(promised).unit
    if target is not None and target.value is not None and unit not in found:
        found[unit] = {round(target.value, 6)}
    return found


def _shown(value: float, unit: Unit) -> str:
    return format_in_full(value, unit) if unit is Unit.SECONDS else format_value(value, unit)
