"""The library of pilots as tables: those declared with what came of them, and those that a strategy only announces."""

from collections.abc import Sequence

from frontdoor.answers.pilot_choices import View
from frontdoor.answers.pilot_decision import DECISIONS
from frontdoor.answers.pilot_effect_words import effect_words, ways_of
from frontdoor.answers.pilot_found import PilotFound, State
from frontdoor.answers.pilot_library_marks import marks_of
from frontdoor.answers.pilot_verdict_criteria import Measures
from frontdoor.answers.pilot_verdict_reasons import short_reason
from frontdoor.answers.sentences import count_noun
from frontdoor.answers.view_answer import Link, Row, Table
from frontdoor.measures.formatting import format_date
from frontdoor.periods import Period
from frontdoor.statistics.pilot_verdict import Decision
from frontdoor.strategy.strategy import Pilot

PILOTS_NOTE = (
    "The result is of the main outcome; what the rule gives weighs the guards and the cost limit too. Without a comparison, too "
    "short, written down after the start, or with something else happening meanwhile, a pilot says less than its numbers seem to."
)
ANNOUNCED_NOTE = (
    "Announced is not declared: no dates, no criterion and no comparison are fixed here, so nothing can be judged."
)


def pilots_table(found: Sequence[PilotFound], measures: Sequence[Measures]) -> Table:
    """Return one row a pilot: when, what was tried, what came of it, and what weakens it; `measures` are by outcome, of each pilot."""
    rows = tuple(_row(each, known) for each, known in zip(found, measures, strict=True))
    columns = ("Pilot", "What was tried", "What came of it", "What weakens it")
    return Table("Pilots declared", columns, rows, PILOTS_NOTE, result_head="Main outcome")


def announced_table(announced: Sequence[Pilot], council: str) -> Table:
    """Return one row a pilot that the strategy names without a plan."""
    rows = tuple(
        Row((each.title, each.what, count_noun(each.weeks, "week") if each.weeks else "not published", each.source))
        for each in announced
    )
    title = f"Announced in the strategy of {council}, not declared"
    return Table(title, ("Pilot", "What is announced", "Length", "Where"), rows, ANNOUNCED_NOTE)


def _row(found: PilotFound, measures: Measures) -> Row:
    plan, title = found.held.plan, found.held.plan.title
    link = Link(title, View.VERDICT.value, (("pilot", title),), "pilots")
    cells = (title, plan.what, came_words(found, measures), listed_marks(found))
    judged = found.primary.judged
    when = Period(plan.first_day, plan.last_day).label
    is_judged = judged is not None and found.state is not State.BEFORE
    result = "" if is_judged else "Not started" if found.state is State.BEFORE else "Only watched"
    return Row(cells, judged.verdict if judged and is_judged else None, result, _when(found, when), link)


def came_words(found: PilotFound, measures: Measures) -> str:
    """Return what the rule gives and the main outcome's effect, or how far the pilot is."""
    if found.state is State.BEFORE:
        return f"Starts {format_date(found.held.plan.first_day)}"
    primary, measure = found.primary, measures[found.primary.outcome.key]
    effect = (
        effect_words(primary.effect, measure.unit, ways_of(measure))
        if primary.effect
        else short_reason(primary).rstrip(".")
    )
    seen = f"{primary.outcome.label}: {effect}"
    decision = found.decision
    if found.state is State.RUNNING and decision in (None, Decision.RUN_ON):
        return f"Running, {found.weeks_done} of {count_noun(found.planned_weeks, 'week')}. {seen}"
    return f"**The rule gives: {DECISIONS[decision]}.** {seen}" if decision else seen


def listed_marks(found: PilotFound) -> str:
    """Return the marks as one phrase, or that nothing is known."""
    marks = "; ".join(marks_of(found))
    return f"{marks[:1].upper()}{marks[1:]}" if marks else "Nothing known"


def _when(found: PilotFound, label: str) -> str:
    return f"{label}, {count_noun(found.planned_weeks, 'week')}"
