"""Results in plain sentences, like '62 in every 100 callers got through within 60 seconds; we promised 70'."""

from datetime import date

from frontdoor.answers.answer import Result
from frontdoor.measures.formatting import format_in_full, format_value, in_every_hundred
from frontdoor.measures.measure import Parameter
from frontdoor.schema.units import Better, Unit
from frontdoor.strategy import parameters
from frontdoor.strategy.judgement import State
from frontdoor.strategy.strategy import PromisedMeasure

STATE_REASONS = {
    State.TO_BE_SET: "has no target yet",
    State.NO_TARGET: "has no target",
    State.TOO_FEW: "has too few cases to say",
    State.NO_DATA: "has no figures",
    State.CANNOT_TELL: "cannot be told from the data held",
    State.INCOMPLETE: "is not finished yet",
}


def count_noun(count: int, noun: str) -> str:
    """Return '1 day', '3 days'."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def plain_value(result: Result, promised: PromisedMeasure) -> str:
    """Return the value in the measure's own plain words, without a capital or a full stop."""
    if result.value is None:
        return (
            f"{result.label[:1].lower()}{result.label[1:]} {STATE_REASONS.get(result.judgement.state, 'is not known')}"
        )
    return result.measure.plain.format(
        people=in_every_hundred(result.value, result.measure.people) if result.measure.unit is Unit.SHARE else "",
        value=format_value(result.value, result.measure.unit),
        **thresholds(promised, result.period.last),
    )


def thresholds(promised: PromisedMeasure, on: date) -> dict[str, str]:
    """Return the thresholds in force `on` in words: within '60 seconds', days '7 days'."""
    within = parameters.latest(promised, Parameter.WITHIN_SECONDS, on)
    days = parameters.latest(promised, Parameter.WITHIN_DAYS, on)
    return {
        "within": "the promised time" if within is None else format_in_full(float(within), Unit.SECONDS),
        "days": "the set days" if days is None else count_noun(int(days), "day"),
    }


def promised_words(result: Result) -> str:
    """Return 'we promised 70' or 'we promised at most 8', nothing where no number is promised."""
    target = result.judgement.target
    if target is None or target.value is None:
        return ""
    is_share = target.unit is Unit.SHARE
    value = format_value(target.value * 100, Unit.COUNT) if is_share else format_in_full(target.value, target.unit)
    return f"we promised {'at most ' if result.measure.better is Better.LOWER else ''}{value}"


def sentence(result: Result, promised: PromisedMeasure) -> str:
    """Return one whole sentence: the value in words and what was promised."""
    value = plain_value(result, promised)
    told = promised_words(result) if result.value is not None else ""
    return f"{value[:1].upper()}{value[1:]}{'; ' + told if told else ''}."


def listed(words: list[str]) -> str:
    """Return 'a', 'a and b', 'a, b and c'."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""
