"""How are we doing on one measure? The answer in words, its trend, its services, its definition and where it comes from."""

from dataclasses import replace

from frontdoor.access.audience import Audience
from frontdoor.answers.action_marks import with_actions
from frontdoor.answers.action_year_end import heading
from frontdoor.answers.answer import BreakdownRow, MeasureAnswer, Result, SignedOff
from frontdoor.answers.breakdown import breakdown, failing
from frontdoor.answers.caveats import first_caveats, later_caveats
from frontdoor.answers.context import Context, open_context
from frontdoor.answers.event_asking import asking
from frontdoor.answers.freshness import freshness_of
from frontdoor.answers.marks import marks_of
from frontdoor.answers.measure_figures import distribution_figure, service_figure, trend_figure
from frontdoor.answers.peers_compared import is_of_everybody, peer_figure, peer_lines, peers_known
from frontdoor.answers.result import result_of, work
from frontdoor.answers.sentences import listed, sentence
from frontdoor.answers.threshold_words import threshold_notes
from frontdoor.answers.ways import ways
from frontdoor.answers.wording import question_note
from frontdoor.answers.worked import Worked
from frontdoor.errors import CannotTellError
from frontdoor.figure import Figure
from frontdoor.filters import Filters
from frontdoor.measures.formatting import format_date, format_value
from frontdoor.measures.measure import Parameter
from frontdoor.strategy.strategy import PromisedMeasure


def measure(key: str, filters: Filters, audience: Audience) -> MeasureAnswer:
    """Return everything the page of one measure shows, for the filters given."""
    context = open_context(filters, audience)
    promised = context.promised(key)
    result = result_of(promised, filters, context)
    worked = _worked(promised, filters, context)
    services = breakdown(promised, worked, "service", filters, context) if worked else ()
    is_of_channels = Parameter.DIGITAL_CHANNELS in result.measure.needs  # a channel is wholly digital or not at all
    channels = breakdown(promised, worked, "channel", filters, context) if worked and not is_of_channels else ()
    changes = worked.held.changes if worked and worked.held else ()
    marks = with_actions(marks_of(promised, filters, context, changes), promised, filters, context)
    line = provenance_line(result)
    return MeasureAnswer(
        question=f"How are we doing on “{result.label[:1].lower()}{result.label[1:]}”?",
        answer=sentence(result, promised),
        lead=" ".join((*first_caveats(result.caveats), lead(result, services), *_stated_lead(result))),
        result=result,
        trend=stamped(asking(trend_figure(result, marks, line), promised, result, filters, context), context),
        by_service=services,
        by_channel=channels,
        figures=_figures(promised, result, services, filters, context),
        ways=ways(promised, result, filters, context),
        marks=marks,
        freshness=freshness_of(context),
        provenance_line=f"{line}{_nobody_confirms(result)}",
        notes=_notes(promised, result, context),
        promise_title=promise_title(promised, context),
        peers=peer_lines(peers_known(promised, context, filters.period.last), result),
        heading=heading(promised, result, filters, context),
    )


def _figures(
    promised: PromisedMeasure, result: Result, services: tuple[BreakdownRow, ...], filters: Filters, context: Context
) -> tuple[Figure, ...]:
    """Return the services side by side, how long people waited, and other councils, each where there is one."""
    line = provenance_line(result)
    peers = peers_known(promised, context, filters.period.last) if is_of_everybody(filters) else ()
    found = (
        service_figure(result, services, line),
        distribution_figure(promised, result, filters, context, line),
        peer_figure(peers, result, line),
    )
    return tuple(made for figure in found if (made := stamped(figure, context)))


def _notes(promised: PromisedMeasure, result: Result, context: Context) -> tuple[str, ...]:
    """Return what was asked, the caveats there was no room for, and what happened to the thresholds."""
    thresholds = threshold_notes(promised, context, result.period.last)
    return (*question_note(promised, context), *later_caveats(result.caveats), *thresholds)


def promise_title(promised: PromisedMeasure, context: Context) -> str:
    """Return the title of the promise the measure evidences, nothing where no promise names it."""
    titles = {promise.key: promise.title for promise in context.council.promises}
    return titles.get(promised.promise, "")


def stamped(figure: Figure | None, context: Context) -> Figure | None:
    """Return the figure with what every file made from it must say."""
    return figure and replace(figure, stamp=context.stamp)


def _worked(promised: PromisedMeasure, filters: Filters, context: Context) -> Worked | None:
    try:
        return work(promised, filters, context)
    except CannotTellError:
        return None


def lead(result: Result, services: tuple[BreakdownRow, ...]) -> str:
    """Return whether the change is real and which services fail, in at most two sentences."""
    return " ".join(part for part in (_change_sentence(result), _services_sentence(result, services)) if part)


def _stated_lead(result: Result) -> tuple[str, ...]:
    """Point to what the source states itself where we have no value."""
    if result.value is not None or not result.stated:
        return ()
    return ("What the source states itself is below.",)


def _change_sentence(result: Result) -> str:
    change = result.change
    if change.direction in ("better", "worse", "high", "low"):
        return f"{change.words}: this is more than the usual ups and downs."
    if change.direction == "none":
        return "The latest figure is within the usual ups and downs."
    return f"{change.words}. {change.detail}".strip()


def _services_sentence(result: Result, services: tuple[BreakdownRow, ...]) -> str:
    missed = failing(services)
    if not missed:
        return ""
    named = [
        f"{row.label} ({format_value(row.value, result.measure.unit)})" for row in missed[:3] if row.value is not None
    ]
    others = f" and {len(missed) - 3} more" if len(missed) > 3 else ""
    verb = "misses" if len(missed) == 1 else "miss"
    return f"{listed(named) if not others else ', '.join(named) + others} {verb} the target."


def provenance_line(result: Result) -> str:
    """Return the sums, sources, loads, target and data version behind the value, in one line."""
    provenance = result.provenance
    parts = [
        _division(result),
        f"Source: {', '.join(provenance.sources)}; {_range(provenance.loads)}." if provenance.loads else "",
        _target_source(result),
        f"Data version {provenance.generation}, figures to {format_date(provenance.as_at)}, loaded {provenance.loaded_at}.",
        f"{provenance.sign_off_words}." if provenance.is_provisional else "",
        "Approximate: worked back from rounded rates." if provenance.is_approximate else "",
    ]
    return " ".join(part for part in parts if part)


def _nobody_confirms(result: Result) -> str:
    """Return that nobody confirms figures, for the foot of the page alone; charts need not say it each."""
    provenance = result.provenance
    is_said = provenance.sign_off is SignedOff.NOBODY and provenance.sign_off_words
    return f" {provenance.sign_off_words}." if is_said else ""


def _division(result: Result) -> str:
    if result.numerator is None:
        return ""
    if result.denominator is None:
        return f"{result.numerator:,.0f}."
    return f"{result.numerator:,.0f} ÷ {result.denominator:,.0f}."


def _range(loads: tuple[int, ...]) -> str:
    return f"load {loads[0]}" if len(loads) == 1 else f"loads {min(loads)} to {max(loads)}"


def _target_source(result: Result) -> str:
    target = result.judgement.target
    return f"Target: {target.source}, from {format_date(target.from_date)}." if target and target.source else ""
