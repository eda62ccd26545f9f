"""Refuses an outcome that cannot be judged: an unknown measure, a change in the wrong direction, hours nobody counted."""

from frontdoor.measures.measure import Kind, Measure, Parameter
from frontdoor.schema.units import Better
from frontdoor.strategy.entry import Entry, nearest
from frontdoor.strategy.parameter_entries import OPTIONAL, THRESHOLDS
from frontdoor.strategy.pilot_comparison_checks import refuse_comparison_faults
from frontdoor.strategy.pilot_names import PilotNames, is_known_by_half_hour
from frontdoor.strategy.pilot_plan import PilotOutcome, PilotPlan, Role


def refuse_outcome_faults(entry: Entry, outcome: PilotOutcome, plan: PilotPlan, names: PilotNames) -> None:
    """Raise StrategyError at the first thing in the outcome that cannot be counted or judged."""
    measure = names.measures.get(outcome.measure)
    if measure is None:
        raise entry.problem("measure", f"no measure is called that.{nearest(outcome.measure, tuple(names.measures))}")
    _refuse_unweekly(entry, measure)
    _refuse_changes(entry, outcome, measure)
    _refuse_hours(entry, outcome, measure)
    _refuse_parameters(entry, outcome, measure, names)
    _refuse_question(entry, outcome, measure, names)
    refuse_comparison_faults(entry, outcome, plan, measure, names)


def _refuse_unweekly(entry: Entry, measure: Measure) -> None:
    if measure.kind is Kind.STATED:
        raise entry.problem("measure", "reported figures come by the month or year; a pilot is judged by the week.")


def _refuse_changes(entry: Entry, outcome: PilotOutcome, measure: Measure) -> None:
    if outcome.role is Role.GUARD:
        _refuse_guard(entry, outcome, measure)
        return
    if outcome.margin is not None:
        raise entry.problem("margin", "only a guard has a margin; leave it out, or write worthwhile.")
    if outcome.worthwhile is None:
        if outcome.role is Role.PRIMARY:
            raise entry.problem(
                "worthwhile", "give the smallest change worth having, with its sign; without it nothing is met."
            )
        return
    if outcome.worthwhile == 0:
        raise entry.problem("worthwhile", "a change of 0 is no change; give the smallest that somebody would pay for.")
    wanted = {Better.HIGHER: 1, Better.LOWER: -1}.get(measure.better)
    if wanted is not None and outcome.worthwhile * wanted < 0:
        way = "higher" if wanted > 0 else "lower"
        raise entry.problem(
            "worthwhile", f"{measure.key} is better {way}, so this would be a worsening; write {-outcome.worthwhile:g}."
        )


def _refuse_guard(entry: Entry, outcome: PilotOutcome, measure: Measure) -> None:
    if outcome.worthwhile is not None:
        raise entry.problem("worthwhile", "a guard must not get worse: it has a margin and no worthwhile change.")
    if outcome.margin is None:
        raise entry.problem(
            "margin", 'a guard needs one: how much worse is still borne. "Not worse" cannot be shown without it.'
        )
    if outcome.margin <= 0:
        raise entry.problem("margin", "write how much worse is still borne, above 0 and without a sign.")
    if measure.better is Better.NEITHER:
        raise entry.problem(
            "measure",
            f"{measure.key} is neither better nor worse when it changes, so it can guard nothing; choose another.",
        )


def _refuse_hours(entry: Entry, outcome: PilotOutcome, measure: Measure) -> None:
    if outcome.where.window is None:
        return
    if not is_known_by_half_hour(measure):
        raise entry.inner("where").problem(
            "from", f"{measure.key} is not known by time of day; leave `from` and `before` out."
        )
    if outcome.where.wards:
        raise entry.inner("where").problem("wards", "times of day are not known by ward; leave one of the two out.")


def _refuse_parameters(entry: Entry, outcome: PilotOutcome, measure: Measure, names: PilotNames) -> None:
    inner = entry.inner("parameters")
    for parameter in outcome.parameters:
        if parameter not in measure.needs:
            raise inner.problem(parameter.value, f"{measure.key} has no use for this; leave it out.")
    if outcome.measure in names.promised:
        return
    for need in measure.needs:
        if need in THRESHOLDS and need not in OPTIONAL and need not in outcome.parameters:
            raise inner.problem(need.value, f"{measure.key} cannot be counted without this threshold; give it here.")


def _refuse_question(entry: Entry, outcome: PilotOutcome, measure: Measure, names: PilotNames) -> None:
    if not outcome.question:
        return
    if Parameter.QUESTION not in measure.needs:
        raise entry.problem("question", f"{measure.key} asks nobody a question; leave it out.")
    if outcome.question not in names.questions:
        raise entry.problem("question", f"no question is called that.{nearest(outcome.question, names.questions)}")
