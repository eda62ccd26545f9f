"""What speaks against a pilot in what it found: each doubt as a whole sentence, '' where there is no ground for it."""

from collections.abc import Iterator

from frontdoor.answers.pilot_cost import For, PilotCostFound
from frontdoor.answers.pilot_cost_words import each_words, pence_words
from frontdoor.answers.pilot_effect_words import change_words, effect_words, good_or_bad, size_words, ways_of
from frontdoor.answers.pilot_found import OutcomeFound, PilotFound
from frontdoor.answers.pilot_verdict_criteria import Measures
from frontdoor.answers.pilot_verdict_reasons import limit_of, short_reason
from frontdoor.measures.formatting import format_value
from frontdoor.schema.units import Unit
from frontdoor.statistics.displacement import Displacement
from frontdoor.statistics.pilot_verdict import Verdict
from frontdoor.strategy.pilot_plan import Aim, Role

LEAST_MOVED = 0.2
"""A smaller share that only moved is no argument."""


def guards_failed(found: PilotFound, measures: Measures) -> Iterator[str]:
    """Yield each guard that got worse by more than it may."""
    for each in _guards(found, Verdict.NOT_MET):
        measure = measures[each.outcome.key]
        effect = effect_words(each.effect, measure.unit, good_or_bad(measure)) if each.effect else "worse"
        yield f"{each.outcome.label}: {effect}, and the plan allows at most {size_words(each.outcome.margin or 0.0, measure.unit)}."


def dear(cost: PilotCostFound | None) -> str:
    """Return that it costs more than the plan allows."""
    if cost is None or cost.verdict is not Verdict.NOT_MET or cost.judged is None or cost.limit is None:
        return ""
    return (
        f"It costs {each_words(cost.judged)} for {cost.judged.what.value}; the plan allows {pence_words(cost.limit)}."
    )


def moved_only(found: PilotFound, cost: PilotCostFound | None) -> str:
    """Return how many of the added hours' contacts would have come anyway, or that nobody can tell; the aim decides which counts."""
    moved = found.displaced
    if not isinstance(moved, Displacement) or moved.share is None:
        return ""
    if not moved.can_tell:
        return "We can’t tell how many of the contacts in the added hours would have come at another time anyway."
    ends = _ends(moved.lower, moved.upper)
    said = f"{_about(moved.share)} of the contacts in the added hours would have come at another time anyway ({ends})."
    if moved.share <= LEAST_MOVED:
        return ""
    if found.held.plan.aim is Aim.MOVE:
        return f"{said} Moving them was the aim, but it means that few people were reached who were not before."
    return f"{said}{_new(cost)}"


def _new(cost: PilotCostFound | None) -> str:
    new = next((each for each in cost.each if each.what is For.NEW), None) if cost else None
    if new is None or new.number.value <= 0:
        return ""
    price = f", at {pence_words(new.pence.value)} each" if new.pence else ""
    places = int(new.number.value < 10)
    return f" So the pilot found about {format_value(new.number.value, Unit.COUNT, places=places)} new contacts a week{price}."


def cheaper_ways(cost: PilotCostFound | None) -> Iterator[str]:
    """Yield each other way to the same end that costs less, with the plan's own estimate of what it would do."""
    for each in cost.alternatives if cost else ():
        if cost and each.week < cost.weekly.value:
            price = "nothing more" if each.week <= 0 else f"{pence_words(each.week)} a week"
            effect = f" {each.effect.rstrip('.')}." if each.effect else ""
            yield (
                f"**{each.label}** would cost {price}, the pilot {pence_words(cost.weekly.value)} a week.{effect} "
                "That is the plan’s estimate; it has not been tried."
            )


def guards_unknown(found: PilotFound, measures: Measures) -> Iterator[str]:
    """Yield each guard of which nobody can tell whether it got worse."""
    for each in _guards(found, Verdict.CANNOT_TELL):
        measure = measures[each.outcome.key]
        margin = size_words(each.outcome.margin or 0.0, measure.unit)
        seen = (
            effect_words(each.effect, measure.unit, good_or_bad(measure))
            if each.effect
            else short_reason(each).rstrip(".")
        )
        why = limit_of(each)
        yield f"We can’t tell whether this got worse: {each.outcome.label}. {seen}; at most {margin} worse is allowed.{f' {why}' if why else ''}"


def not_as_hoped(found: PilotFound, measures: Measures) -> Iterator[str]:
    """Yield each thing watched beside the rule that did not change as the plan hoped."""
    for each in found.outcomes:
        asked, verdict = each.outcome.worthwhile, each.judged.verdict if each.judged else None
        if each.outcome.role is Role.SECONDARY and asked is not None and verdict is Verdict.NOT_MET and each.effect:
            measure = measures[each.outcome.key]
            wanted = change_words(asked, measure.unit, ways_of(measure))
            seen = effect_words(each.effect, measure.unit, ways_of(measure))
            yield f"{each.outcome.label} did not change as hoped: {seen}, where {wanted} would have been worthwhile."


def may_be_small(found: PilotFound, measures: Measures) -> str:
    """Return that the true change may be smaller than what the plan calls worthwhile."""
    effect, worthwhile = found.primary.effect, found.primary.outcome.worthwhile
    ends = [end for end in (effect.low, effect.high) if end is not None] if effect else []
    if len(ends) < 2 or worthwhile is None:
        return ""
    side = 1 if worthwhile > 0 else -1
    least = min(ends, key=lambda end: end * side)
    if least * side >= abs(worthwhile):
        return ""
    measure = measures[found.primary.outcome.key]
    said, asked = (change_words(each, measure.unit, ways_of(measure)) for each in (least, worthwhile))
    return f"The true change may be as little as {said}; the plan calls {asked} worthwhile."


def _guards(found: PilotFound, verdict: Verdict) -> list[OutcomeFound]:
    return [
        each
        for each in found.outcomes
        if each.outcome.role is Role.GUARD and each.judged and each.judged.verdict is verdict
    ]


def _about(share: float) -> str:
    return f"About {format_value(share * 100, Unit.COUNT)} in every 100" if share < 1 else "All"


def _ends(low: float | None, high: float | None) -> str:
    """Return the ends of the share that moved; weeks go up and down, so they may lie beyond none and all, and then are these."""
    least, most = max(low or 0.0, 0.0), min(1.0 if high is None else high, 1.0)
    first, last = (format_value(each * 100, Unit.COUNT) for each in (least, most))
    if least > 0 and most < 1:
        return f"{first} to {last}"
    return f"{f'{first} in 100' if least > 0 else 'none'} to {f'{last} in 100' if most < 1 else 'all'}"
