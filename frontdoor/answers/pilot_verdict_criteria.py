"""The criteria of a pilot as a table: what was fixed before the start, what was seen with its range, and the result."""

from collections.abc import Mapping

from frontdoor.answers.context import Context
from frontdoor.answers.pilot_cost import PilotCostFound
from frontdoor.answers.pilot_cost_words import criterion_words as cost_words
from frontdoor.answers.pilot_decision import counted_words, rule_words
from frontdoor.answers.pilot_effect_words import (
    change_words,
    effect_words,
    good_or_bad,
    level_words,
    size_words,
    ways_of,
)
from frontdoor.answers.pilot_found import OutcomeFound, PilotFound, State
from frontdoor.answers.pilot_labels import inside
from frontdoor.answers.pilot_verdict_reasons import limit_of, short_reason
from frontdoor.answers.view_answer import Row, Table
from frontdoor.measures.formatting import format_date, format_value
from frontdoor.measures.measure import Measure
from frontdoor.schema.units import Unit
from frontdoor.statistics.count_per_opening import CountPerOpening
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_verdict import Verdict
from frontdoor.strategy.bound import measure_of
from frontdoor.strategy.pilot_plan import PilotOutcome, Role

DECIDES = "The main outcome: it decides."
CLOSED_BEFORE = "Closed before, so counted and not compared."
WATCHED = "Also watched, no part of the rule"
LOOKING = "While the pilot runs, ranges are 99.7%: looking every week must not raise false alarms."
NOT_STARTED = "Not started"


Measures = Mapping[str, Measure]
"""The measure of each outcome, by the outcome's key."""


def measures_of(found: PilotFound, context: Context) -> Measures:
    """Return the measure of each outcome, also of those of which nothing could be asked."""
    return {
        each.outcome.key: each.series.measure if each.series else measure_of(context.promised(each.outcome.measure))
        for each in found.outcomes
    }


def criteria_table(found: PilotFound, cost: PilotCostFound | None, measures: Measures) -> Table:
    """Return one row for each criterion the rule weighs, the main outcome first, with the rule under them."""
    ruling = [each for each in found.outcomes if each.outcome.role is not Role.SECONDARY]
    limit, plan = _cost_rows(cost, found.state), found.held.plan
    rule = rule_words(plan.rule, has_guards=bool(plan.guards), has_limit=bool(limit))
    return Table(
        _title(found, rule_verdicts(found, cost)),
        (_fixed_when(found), _seen_head(found)),
        (*(_row(each, found.state, measures[each.outcome.key]) for each in ruling), *limit),
        f"{rule} {LOOKING}" if found.state is State.RUNNING else rule,
    )


def watched_table(found: PilotFound, measures: Measures) -> Table | None:
    """Return what was watched beside the criteria; None where there is nothing."""
    watched = [each for each in found.outcomes if each.outcome.role is Role.SECONDARY]
    rows = (*_opening_rows(found), *(_row(each, found.state, measures[each.outcome.key]) for each in watched))
    return Table(WATCHED, ("Outcome", _seen_head(found)), rows) if rows else None


def _seen_head(found: PilotFound) -> str:
    return f"What we saw ({'99.7%' if found.state is State.RUNNING else '95%'} range)"


def rule_verdicts(found: PilotFound, cost: PilotCostFound | None) -> list[Verdict]:
    """Return the verdicts that the rule weighs: the main outcome, the guards, the cost limit."""
    judged = [each.judged.verdict for each in found.outcomes if each.outcome.role is not Role.SECONDARY and each.judged]
    return [*judged, *([cost.verdict] if cost and cost.verdict else [])]


def _title(found: PilotFound, verdicts: list[Verdict]) -> str:
    return "What will count as success" if found.state is State.BEFORE else counted_words(verdicts)


def criterion_words(outcome: PilotOutcome, measure: Measure) -> str:
    """Return what the plan asks: 'Long waits: at least 5 points lower', 'Guard: satisfied, at most 2 points worse'."""
    if outcome.role is Role.GUARD and outcome.margin is not None:
        return f"Guard: {inside(outcome.label)}, at most {size_words(outcome.margin, measure.unit)} worse"
    if outcome.worthwhile is not None:
        return f"{outcome.label}: at least {change_words(outcome.worthwhile, measure.unit, ways_of(measure))}"
    return outcome.label


def seen_words(each: OutcomeFound, measure: Measure, state: State) -> str:
    """Return the effect with its range, or why there is none, in the cell of a table."""
    if state is State.BEFORE:
        return NOT_STARTED
    if each.effect is not None:
        ways = good_or_bad(measure) if each.outcome.role is Role.GUARD else ways_of(measure)
        return effect_words(each.effect, measure.unit, ways)
    levels = ""
    if each.before is not None and each.during is not None:
        levels = f"{level_words(each.before, measure.unit)} before, {level_words(each.during, measure.unit)} since. "
    return f"{levels}{short_reason(each)}"


def _row(each: OutcomeFound, state: State, measure: Measure) -> Row:
    cells = (criterion_words(each.outcome, measure), seen_words(each, measure, state))
    details = (
        DECIDES if each.outcome.role is Role.PRIMARY else "",
        CLOSED_BEFORE if each.analysis is Reason.ZERO_BEFORE else "",
        limit_of(each),
    )
    detail = " ".join(words for words in details if words)
    return Row(cells, each.judged.verdict if each.judged else None, detail=detail)


def _cost_rows(cost: PilotCostFound | None, state: State) -> list[Row]:
    said = cost_words(cost) if cost else None
    if cost is None or said is None:
        return []
    seen = NOT_STARTED if state is State.BEFORE else said[1]
    return [Row((said[0], seen), cost.verdict)]


def _opening_rows(found: PilotFound) -> list[Row]:
    """Return how much the hours that were closed before were used, unless an outcome of the plan counts just that."""
    is_counted = any(each.analysis is Reason.ZERO_BEFORE and each.effect for each in found.outcomes)
    if found.opening is None or is_counted:
        return []
    detail = CLOSED_BEFORE
    label = "Used: contacts each time the added hours were open"
    if isinstance(found.opening, Reason):
        return [Row((label, found.opening.value), detail=detail)]
    return [Row((label, opening_words(found.opening)), detail=detail)]


def opening_words(opening: CountPerOpening) -> str:
    """Return '41 (37 to 45)', to a tenth below 10."""
    places = int(opening.mean < 10)
    said = (opening.mean, opening.interval.lower, opening.interval.upper)
    mean, low, high = (format_value(each, Unit.COUNT, places=places) for each in said)
    return f"{mean} ({low} to {high})"


def _fixed_when(found: PilotFound) -> str:
    held = found.held
    day = format_date(held.recorded_at.date())
    if held.is_retrospective:
        return f"Written down after the start, {day}"
    return f"As it stands, written {day}" if found.state is State.BEFORE else f"Fixed before the start, {day}"
