"""The annual update on pilots: those that ran in the year, what their own rules give, and those only announced."""

from frontdoor.answers.pilot_choices import View
from frontdoor.answers.pilot_found import PilotFound
from frontdoor.answers.pilot_found_made import pilot_found
from frontdoor.answers.pilot_library_rows import came_words, listed_marks
from frontdoor.answers.pilot_library_words import answer_words, lead_words
from frontdoor.answers.pilot_source import provenance_of_series
from frontdoor.answers.pilot_verdict_criteria import measures_of
from frontdoor.answers.sentences import count_noun
from frontdoor.answers.update_blocks import HEADLINE, Grid, GridRow, Part, Sentence, Source
from frontdoor.answers.update_sources import Drafting, figures_source
from frontdoor.measures.formatting import format_date
from frontdoor.periods import Period
from frontdoor.strategy.pilot_plan import PilotPlan

TITLE = "Pilots"
DEFINITION = (
    "What was fixed before a pilot started is what it is judged by: its main outcome, guards and cost limit. The rule is the plan’s own; "
    "members decide."
)
COLUMNS = ("Pilot", "When", "What was tried", "What came of it", "What weakens it")
ANNOUNCED = ("Pilot", "What is announced", "Length")


def pilots_part(drafting: Drafting) -> Part:
    """Return the section, of what is known of each pilot today."""
    context = drafting.context
    held = sorted(context.pilots(), key=lambda each: each.plan.first_day)
    found = [pilot_found(each, context) for each in held if ran_in(each.plan, drafting)]
    declared = {each.plan.key for each in held}
    announced = [each for each in context.council.strategy.pilots if each.key not in declared]
    link = drafting.page(TITLE, "pilots")
    whole = figures_source("pilots", TITLE, DEFINITION, provenance=None, drafting=drafting, link=link)
    words = answer_words(found, len(announced)) if found else f"No pilot ran in {drafting.year.label}."
    said = [Sentence(HEADLINE, words, whole.key)]
    if found:
        until = f"As known on {format_date(context.as_at)}."
        said.append(Sentence("rules", f"{lead_words(found)} {until}".strip(), whole.key))
    rows = tuple(_row(each, drafting) for each in found)
    told = tuple(
        GridRow(
            each.key,
            (each.title, each.what, count_noun(each.weeks, "week") if each.weeks else "not published"),
            "pilots",
        )
        for each in announced
    )
    grids = (
        Grid("ran", "Pilots of the year", COLUMNS, rows, status_head="Main outcome"),
        Grid("announced", "Announced in the strategy, not declared", ANNOUNCED, told),
    )
    sources = (whole, *(_source(each, drafting) for each in found))
    return Part("pilots", TITLE, tuple(said), tuple(each for each in grids if each.rows), sources, link)


def ran_in(plan: PilotPlan, drafting: Drafting) -> bool:
    """Return whether any day of the pilot falls into the year."""
    return plan.first_day <= drafting.year.last and plan.last_day >= drafting.year.first


def _row(found: PilotFound, drafting: Drafting) -> GridRow:
    plan, judged = found.held.plan, found.primary.judged
    cells = (
        plan.title,
        Period(plan.first_day, plan.last_day).label,
        plan.what,
        came_words(found, measures_of(found, drafting.context)),
        listed_marks(found),
    )
    return GridRow(plan.key, cells, f"pilot-{plan.key}", f"pilot.{judged.verdict}" if judged else "")


def _source(found: PilotFound, drafting: Drafting) -> Source:
    plan, series = found.held.plan, found.primary.series
    link = drafting.page(plan.title, "pilots", View.VERDICT, pilot=plan.title)
    provenance = provenance_of_series(series, drafting.context) if series and series.starts else None
    return figures_source(
        f"pilot-{plan.key}", f"Pilot: {plan.title}", DEFINITION, provenance=provenance, drafting=drafting, link=link
    )
