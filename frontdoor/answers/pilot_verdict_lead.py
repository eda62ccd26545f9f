"""The two or three sentences under a pilot's verdict, with the numbers that carry it."""

from frontdoor.answers.pilot_cost import PilotCostFound
from frontdoor.answers.pilot_cost_words import each_words, pence_words
from frontdoor.answers.pilot_effect_words import (
    change_words,
    effect_words,
    good_or_bad,
    level_words,
    range_words,
    size_words,
    ways_of,
)
from frontdoor.answers.pilot_found import OutcomeFound, PilotFound, State
from frontdoor.answers.pilot_labels import capital, inside, quoted
from frontdoor.answers.pilot_verdict_criteria import Measures, opening_words
from frontdoor.answers.pilot_verdict_reasons import limit_of, short_reason
from frontdoor.answers.sentences import listed
from frontdoor.measures.formatting import format_date
from frontdoor.measures.measure import Measure
from frontdoor.schema.units import Unit
from frontdoor.statistics.count_per_opening import CountPerOpening
from frontdoor.statistics.pilot_verdict import Claim, Verdict
from frontdoor.strategy.pilot_plan import Role


def lead_words(found: PilotFound, cost: PilotCostFound | None, measures: Measures) -> str:
    """Return the main outcome, the use of added hours, and what fails or cannot be told; before the start what will happen."""
    if found.state is State.BEFORE:
        return before_words(found)
    primary = primary_words(found, measures[found.primary.outcome.key])
    parts = (primary, why_unknown(found) or _used(found), guards_words(found, cost, measures))
    return " ".join(part for part in parts if part)


def before_words(found: PilotFound) -> str:
    """Return when it runs, and that nothing can be said of it yet."""
    plan = found.held.plan
    when = f"It runs from {format_date(plan.first_day)} to {format_date(plan.last_day)}."
    return f"{plan.what.rstrip('.')}. {when} What will count as success is fixed from its first day."


def primary_words(found: PilotFound, measure: Measure) -> str:
    """Return what the main outcome was, how far that is from what was expected without the pilot, and what the plan asks for."""
    each = found.primary
    if each.effect is None:
        return f"{each.outcome.label}: {inside(short_reason(each))}"
    ways = ways_of(measure)
    change, ends = change_words(each.effect.value, measure.unit, ways), range_words(each.effect, measure.unit, ways)
    level = "" if each.during is None else f"{level_words(each.during, measure.unit)}{a_week(measure)}, "
    than = "than" if change != "no different" else "from what was"
    told = f"{each.outcome.label}: {level}{change} {than} expected without the pilot{f' ({ends})' if ends else ''}"
    because = ", and because of it" if _is_because(found) else ""
    return f"{told}{because}{_asked(each, measure)}."


def a_week(measure: Measure) -> str:
    """Return ' a week' for what is counted by week, '' for shares and times, which have no week in their unit."""
    return " a week" if measure.unit is Unit.COUNT else ""


def _asked(each: OutcomeFound, measure: Measure) -> str:
    """Return what the plan asks for, with the way it should go where the effect went the other way."""
    asked = each.outcome.worthwhile
    if asked is None or each.effect is None:
        return ""
    is_wanted = asked * each.effect.value > 0
    size = size_words(asked, measure.unit) if is_wanted else change_words(asked, measure.unit, ways_of(measure))
    return f"; the plan asks for at least {size}"


def why_unknown(found: PilotFound) -> str:
    """Return what keeps the main outcome from being told though its effect is known; '' where nothing does."""
    each = found.primary
    if each.effect is None or each.judged is None or each.judged.verdict is not Verdict.CANNOT_TELL:
        return ""
    events = [event for event in each.series.events if event.is_confounding] if each.series else []
    if events:
        return f"{capital(quoted(events[0].label))} on {format_date(events[0].on_date)} touched the same figure, so we can’t tell what the pilot did."
    return limit_of(each) or "The range leaves open whether that is enough."


def guards_words(found: PilotFound, cost: PilotCostFound | None, measures: Measures) -> str:
    """Return what is not met, then what cannot be told, of the guards and the cost; that all are met where they are."""
    guards = [each for each in found.outcomes if each.outcome.role is Role.GUARD and each.judged]
    failed = [_failed(each, measures[each.outcome.key]) for each in _with(guards, Verdict.NOT_MET)]
    unknown = [inside(each.outcome.label) for each in _with(guards, Verdict.CANNOT_TELL)]
    if cost and cost.judged and cost.limit is not None and cost.verdict is Verdict.NOT_MET:
        failed.append(
            f"{cost.judged.what.value} cost {each_words(cost.judged)} against a limit of {pence_words(cost.limit)}"
        )
    doubt = f"we can’t tell whether {listed(unknown)} got worse" if unknown else ""
    if failed:
        return f"But {listed(failed)}{', and ' + doubt if doubt else ''}."
    if doubt:
        return f"But {doubt}." if not why_unknown(found) else f"{_nor(doubt)}."
    is_met = guards and all(each.judged and each.judged.verdict is Verdict.MET for each in guards)
    return "Nothing that had to be kept got worse by more than the plan allows." if is_met else ""


def _nor(doubt: str) -> str:
    return doubt.replace("we can’t tell", "Nor can we tell", 1)


def _failed(each: OutcomeFound, measure: Measure) -> str:
    said = f" ({effect_words(each.effect, measure.unit, good_or_bad(measure))})" if each.effect else ""
    margin = "" if each.outcome.margin is None else f" than the {size_words(each.outcome.margin, measure.unit)} allowed"
    return f"{inside(each.outcome.label)} got worse by more{margin}{said}"


def _used(found: PilotFound) -> str:
    if not isinstance(found.opening, CountPerOpening):
        return ""
    return f"The added hours brought {opening_words(found.opening)} contacts each time they were open."


def _with(guards: list[OutcomeFound], verdict: Verdict) -> list[OutcomeFound]:
    return [each for each in guards if each.judged and each.judged.verdict is verdict]


def _is_because(found: PilotFound) -> bool:
    judged = found.primary.judged
    return found.claim is Claim.BECAUSE_OF and judged is not None and judged.verdict is Verdict.MET
