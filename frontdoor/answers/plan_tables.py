"""The tables of service plans: each plan's objectives with their results, the roll-up by directorate, partners and staff."""

from collections.abc import Iterator, Sequence
from datetime import date

from frontdoor.answers.context import Context
from frontdoor.answers.plan_judged import JudgedObjective, JudgedPlan, PlannedResult
from frontdoor.answers.plan_partners import PartnerReturns
from frontdoor.answers.plan_staff import Beside, StaffInBusyTimes
from frontdoor.answers.plan_standing import Returned, Standing
from frontdoor.answers.result_words import sums_words, target_words, value_words
from frontdoor.answers.satisfaction_reported import named
from frontdoor.answers.sentences import count_noun, listed
from frontdoor.answers.view_answer import Link, Row, Table
from frontdoor.measures.formatting import NOTHING, format_date, format_value
from frontdoor.strategy.service_plans import CORPORATE
from frontdoor.strategy.strategy import Promise

OBJECTIVES = ("Objective", "Promise it serves", "Measure", "Now", "Target")
ROLLED_UP = ("Directorate", "On track", "Partly", "Off track", "Cannot be said", "Promises served")
PARTNERS = ("Partner", "Provides", "Bound to", "Owes", "Last return")
NO_DIRECTORATE = "No directorate named"
CORPORATE_NAME = "Corporate Plan"
EVERY_PLAN = "Every plan"
NO_PROMISE = "None named"
UNSAID = (Standing.CANNOT_SAY, Standing.NO_FIGURES, Standing.NO_MEASURE)
BESIDE_NOTE = (
    "Busy months are the quarter with most calls. A return for three months counts in each of them. Figures that stand beside "
    "each other do not say that one made the other."
)


def plan_table(judged: JudgedPlan, context: Context) -> Table:
    """Return one plan: a row for each measure of each objective, with its result as it stands on the measure's own page."""
    plan, titles = judged.plan, {promise.key: promise.title for promise in context.council.promises}
    rows = [row for each in judged.objectives for row in _objective_rows(each, judged, titles)]
    said = (
        f"{plan.directorate}." if plan.directorate else "",
        f"Owner: {plan.owner}." if plan.owner else "No owner is named.",
        f"In force since {format_date(plan.from_date)}.",
        f"Source: {plan.source.rstrip('.')}.",
    )
    return Table(
        f"{judged.label}: {plan.title}",
        OBJECTIVES,
        tuple(rows),
        " ".join(part for part in said if part),
        result_head="Status",
    )


def _objective_rows(each: JudgedObjective, judged: JudgedPlan, titles: dict[str, str]) -> Iterator[Row]:
    words, owner = each.objective.words, each.objective.owner
    detail = f"Owner: {owner}" if owner else ""
    own = tuple(titles[key] for key in each.promises)
    if not each.measures:
        cells = (words, listed(list(own)) or NO_PROMISE, "No measure shows it", NOTHING, NOTHING)
        yield Row(cells, detail=detail, standing=Standing.NO_MEASURE)
    for planned in each.measures:
        result = planned.result
        named_ones = [titles[key] for key in each.promises if key in each.objective.promises or key == result.promise]
        value = "" if result.value is None else f"**{value_words(result)}** "
        cells = (
            words,
            listed(named_ones) or NO_PROMISE,
            result.label,
            f"{value}{_sums(planned)}",
            target_words(result),
        )
        link = Link(result.label, page="measures", query=_query(planned, judged))
        yield Row(cells, detail=detail, standing=result.judgement.state, links=((2, link),))


def _sums(planned: PlannedResult) -> str:
    said = sums_words(planned.result)
    return f"{said} (whole council)" if planned.is_of_all and planned.result.value is not None else said


def _query(planned: PlannedResult, judged: JudgedPlan) -> tuple[tuple[str, str], ...]:
    """Return what the measure's page is asked: the measure, and the service where the figure is its own."""
    own = (("service", judged.label),) if judged.plan.service and not planned.is_of_all else ()
    return (("measure", planned.result.label), *own)


def rolled_up(plans: Sequence[JudgedPlan], promises: Sequence[Promise]) -> Table:
    """Return a row for each directorate, the Corporate Plan and every plan together."""
    names = dict.fromkeys(_directorate(each) for each in plans)
    rows = [_rolled_up(name, [each for each in plans if _directorate(each) == name], len(promises)) for name in names]
    if len(names) > 1:
        rows.append(_rolled_up(EVERY_PLAN, plans, len(promises)))
    note = "Cannot be said: no target yet, no figures in the period, or no measure at all."
    return Table("By directorate, and all together", ROLLED_UP, tuple(rows), note)


def _directorate(judged: JudgedPlan) -> str:
    if judged.plan.service == CORPORATE:
        return CORPORATE_NAME
    return judged.plan.directorate or NO_DIRECTORATE


def _rolled_up(name: str, plans: Sequence[JudgedPlan], promises: int) -> Row:
    standings = [objective.standing for each in plans for objective in each.objectives]
    served = {promise for each in plans for promise in each.promises}
    on_track, *others = (
        standings.count(standing) for standing in (Standing.ON_TRACK, Standing.PARTLY, Standing.OFF_TRACK)
    )
    unsaid = sum(standing in UNSAID for standing in standings)
    cells = (f"{on_track} of {len(standings)}", *map(str, others), str(unsaid), f"{len(served)} of {promises}")
    is_of_services = name not in (EVERY_PLAN, CORPORATE_NAME)
    return Row((name, *cells), detail=listed([each.label for each in plans]) if is_of_services else "")


def partners_table(found: Sequence[PartnerReturns], context: Context) -> Table:
    """Return every partner: what it provides, what binds it, what it owes, its last return and since when one is missing."""
    rows = tuple(_partner(each, context) for each in found)
    note = "A return is missing from its due day on. One that did not come is never counted as 0."
    return Table("Partners and contractors", PARTNERS, rows, note, result_head="Returns")


def _partner(each: PartnerReturns, context: Context) -> Row:
    partner = each.partner
    provides = listed(list(each.services)) or "No service of the council’s list"
    owed = [f"{named(figure, context)}, every {_months(partner.every_months)}" for figure in partner.returns]
    last = f"to {format_date(each.last)}" if each.last else "none yet"
    missing = f"{len(each.missing)} missing, since {format_date(each.since)}" if each.since else ""
    return Row(
        (partner.label, provides, partner.obligations, "; ".join(owed) or "No return named", last),
        result=missing if each.returned is Returned.SOME_MISSING else "",
        standing=each.returned,
        detail=f"Missing: {_stretches(each, context)}" if each.missing else "",
    )


def _stretches(each: PartnerReturns, context: Context) -> str:
    """Return the stretches without a return, each with its figures."""
    return "; ".join(
        f"{overdue.period.label} ({listed([named(figure, context) for figure in overdue.figures])})"
        for overdue in each.missing
    )


def _months(months: int) -> str:
    return "month" if months == 1 else "quarter" if months == 3 else count_noun(months, "month")


def staff_table(found: StaffInBusyTimes) -> Table:
    """Return the busiest months and the others, calls a month and each measure beside them."""
    measures = (found.calls, *found.measures)
    heads = ("Months", "Calls a month", *(each.result.label for each in found.measures))
    rows = (
        Row(("Busiest months", *(_shown(each, each.busy) for each in measures)), detail=_named_months(found.busy)),
        Row(
            ("All other months", *(_shown(each, each.other) for each in measures)),
            detail=count_noun(len(found.other), "month"),
        ),
    )
    return Table("Staff beside service in busy times", heads, rows, BESIDE_NOTE)


def _shown(each: Beside, value: float | None) -> str:
    return format_value(value, each.result.measure.unit)


def _named_months(months: Sequence[date]) -> str:
    return listed([f"{month:%B %Y}" for month in months])
