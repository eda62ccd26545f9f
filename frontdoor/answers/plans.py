"""How do service plans help keep our promises? Every plan's objectives with their results, what nobody serves, who is silent."""

from frontdoor.access.audience import Audience
from frontdoor.answers.answer import Provenance
from frontdoor.answers.context import Context, open_context
from frontdoor.answers.freshness import freshness_of
from frontdoor.answers.measure import stamped
from frontdoor.answers.plan_figures import plans_figure
from frontdoor.answers.plan_judged import JudgedPlan, judged_plans
from frontdoor.answers.plan_partners import other_missing
from frontdoor.answers.plan_seen import Seen, seen
from frontdoor.answers.plan_staff import staff_in_busy_times
from frontdoor.answers.plan_standing import RULES
from frontdoor.answers.plan_tables import partners_table, plan_table, rolled_up, staff_table
from frontdoor.answers.plan_words import answer_words, facts, flags, lead_words, nothing_words, returns_box
from frontdoor.answers.view_answer import Section, ViewAnswer
from frontdoor.filters import Filters
from frontdoor.measures.formatting import format_date

QUESTION = "How do service plans help keep our promises?"
LINKS = "The page of each measure has its definition, where its figures come from, and the SQL behind them."
FIGURES = "Figures are those of the plan’s service alone; “whole council” where nobody states the service’s own."


def plans(filters: Filters, audience: Audience) -> ViewAnswer:
    """Return the view of the service plans in force on the period's last day, of the services chosen."""
    context = open_context(filters, audience)
    found = seen(judged_plans(filters, context), filters, context)
    nothing = nothing_words(found, filters, context)
    return ViewAnswer(
        question=QUESTION,
        answer=answer_words(found),
        lead=lead_words(found),
        basis=f"Plans in force on {format_date(filters.period.last)}; their measures in {filters.period.label}. {FIGURES}",
        sections=() if nothing else _sections(found, filters, context),
        freshness=freshness_of(context),
        provenance=_provenance(found.plans),
        notes=() if nothing else (RULES, LINKS),
        nothing=nothing,
        facts=() if nothing else facts(found, context),
    )


def _sections(found: Seen, filters: Filters, context: Context) -> tuple[Section, ...]:
    figure = stamped(plans_figure(found.plans, found.unserved, _source(found.plans), context), context)
    return (
        Section(boxes=flags(found)),
        Section(figures=(figure,) if figure and not figure.frame.is_empty() else ()),
        *((Section(tables=(rolled_up(found.plans, context.council.promises),)),) if found.plans else ()),
        *(Section(tables=(plan_table(each, context),)) for each in found.plans),
        *((Section(tables=(partners_table(found.partners, context),)),) if found.partners else ()),
        Section(boxes=returns_box(other_missing(context))),
        *_staff(filters, context),
    )


def _staff(filters: Filters, context: Context) -> tuple[Section, ...]:
    beside = staff_in_busy_times(filters, context)
    if beside is None or not beside.measures:
        return ()
    return (Section(tables=(staff_table(beside),)),)


def _source(judged: tuple[JudgedPlan, ...]) -> str:
    """Return where the plans were agreed and which figures they are held against."""
    sources = dict.fromkeys(each.plan.source.rstrip(".") for each in judged)
    first = _provenance(judged)
    version = f" Data version {first.generation}, figures to {format_date(first.as_at)}." if first else ""
    return f"Plans: {'; '.join(sources)}.{version}"


def _provenance(judged: tuple[JudgedPlan, ...]) -> Provenance | None:
    results = (result for each in judged for objective in each.objectives for result in objective.results)
    return next((result.provenance for result in results), None)
