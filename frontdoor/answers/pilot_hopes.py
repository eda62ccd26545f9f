"""What speaks against stopping a pilot: that something hid its effect, that it was too small to find, or that other things got better."""

from collections.abc import Iterator

from frontdoor.answers.pilot_before_words import smallest_words
from frontdoor.answers.pilot_effect_words import change_words, effect_words, ways_of
from frontdoor.answers.pilot_found import PilotFound
from frontdoor.answers.pilot_labels import capital
from frontdoor.answers.pilot_verdict_criteria import Measures
from frontdoor.measures.formatting import format_date
from frontdoor.statistics.detectable_effect import Detectable
from frontdoor.statistics.pilot_verdict import Verdict
from frontdoor.strategy.pilot_plan import Role


def might_be_hidden(found: PilotFound) -> Iterator[str]:
    """Yield each other thing that may have hidden what the pilot did."""
    series = found.primary.series
    for event in series.events if series else ():
        if event.is_confounding:
            yield f"**{capital(event.label)}** on {format_date(event.on_date)} touched the same figure, and may have hidden what the pilot did."


def too_small_to_find(found: PilotFound, could: Detectable | None, measures: Measures) -> str:
    """Return that a worthwhile change was smaller than what the pilot could find."""
    worthwhile = found.primary.outcome.worthwhile
    if could is None or worthwhile is None or could.likely <= abs(worthwhile):
        return ""
    measure = measures[found.primary.outcome.key]
    asked = change_words(worthwhile, measure.unit, ways_of(measure))
    size = smallest_words(could, measure.unit)
    return f"The pilot was too small for its question: it could find a change of {size} or more, and {asked} would have been worthwhile."


def may_have_helped(found: PilotFound, measures: Measures) -> str:
    """Return how much good it may still have done."""
    effect, worthwhile = found.primary.effect, found.primary.outcome.worthwhile
    ends = [end for end in (effect.low, effect.high) if end is not None] if effect else []
    side = 1 if (worthwhile or 0) > 0 else -1
    best = max(ends, key=lambda end: end * side, default=0.0)
    if best * side <= 0:
        return ""
    measure = measures[found.primary.outcome.key]
    return f"It may still have done some good: as much as {change_words(best, measure.unit, ways_of(measure))} is not excluded."


def others_better(found: PilotFound, measures: Measures) -> Iterator[str]:
    """Yield what got better beside the main outcome, which is no part of the rule."""
    for each in found.outcomes:
        if each.outcome.role is Role.SECONDARY and each.judged and each.judged.verdict is Verdict.MET and each.effect:
            measure = measures[each.outcome.key]
            yield f"{each.outcome.label} got better, {effect_words(each.effect, measure.unit, ways_of(measure))}, though the rule does not weigh it."


def unsure(found: PilotFound) -> str:
    """Return what is left when nothing else speaks for going on."""
    return (
        "Nothing that was found speaks for going on, beyond what people say who used it."
        if found.primary.effect
        else ""
    )
