"""What owners say of their figures, as a page of a pack: each commentary with the figure it explains, and what is missing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from frontdoor.answers.action_year_end import heading
from frontdoor.answers.answer import Result
from frontdoor.answers.commentary import can_be_said, remark
from frontdoor.answers.commentary_doubts import Known, figure_words
from frontdoor.answers.context import Context, open_context
from frontdoor.answers.feedback_answer import Fact
from frontdoor.answers.freshness import freshness_of
from frontdoor.answers.labels import label_of
from frontdoor.answers.result import result_of
from frontdoor.answers.sentences import count_noun
from frontdoor.filters import Filters
from frontdoor.packs.asked import Asked
from frontdoor.packs.commentary_asides import remark_aside
from frontdoor.packs.pack import Aside, PackPage
from frontdoor.periods import Period
from frontdoor.register.commentary import Commentary, all_commentary
from frontdoor.strategy.judgement import State

QUESTION = "What do owners say of their figures?"
BASIS = (
    "What the owner of each measure wrote of it for this period, or for a part of it, beside the figure as it then was."
)
NARROWER = "What owners say is kept for the whole council or for one service, and this choice is of fewer."
UNSAID = "Missed, and nobody has said why"
WHAT_TO_DO = "A missed target needs a word of why. Its owner writes it on the measure’s own page, beside the figure."


@dataclass(frozen=True, slots=True)
class Said:
    """One commentary that stands, with the figure it is of as the data have it now."""

    kept: Commentary
    filters: Filters
    result: Result


def commentary_page(asked: Asked, address: str) -> PackPage:
    """Return what is said of the period's figures, newest period first, and which missed measures nobody explains."""
    context = open_context(asked.filters, asked.audience)
    results = [result_of(promised, asked.filters, context) for promised in context.measures()]
    said = list(_said(asked.filters, context)) if can_be_said(asked.filters) else []
    told = {each.kept.measure_key for each in said if each.filters.services == asked.filters.services}
    missed = [each for each in results if each.judgement.state is State.MISSED]
    unsaid = [each for each in missed if each.key not in told]
    provenance = results[0].provenance if results else None
    asides = (*_unsaid(unsaid), *(_aside(each, context) for each in said))
    return PackPage(
        key="commentary",
        title=_title(missed, unsaid, asked) if can_be_said(asked.filters) else NARROWER,
        question=QUESTION,
        lead=_lead(unsaid, said),
        basis=asked.basis(BASIS, provenance, freshness_of(context)),
        facts=_facts(missed, unsaid, said) if missed or said else (),
        asides=asides if can_be_said(asked.filters) else (),
        address=address,
    )


def part_asides(key: str, asked: Asked) -> tuple[Aside, ...]:
    """Return what is said of one measure and place in periods within the one asked for, newest first."""
    if not can_be_said(asked.filters):
        return ()
    context = open_context(asked.filters, asked.audience)
    return tuple(
        _aside(each, context)
        for each in _said(asked.filters, context)
        if each.kept.measure_key == key
        and each.filters.services == asked.filters.services
        and each.filters.period != asked.filters.period
    )


def _said(filters: Filters, context: Context) -> Iterator[Said]:
    """Yield what stands of the period and of periods within it, the whole council before services, newest first."""
    measures = {promised.key: promised for promised in context.measures()}
    services = {service.key: place for place, service in enumerate(context.council.services, 1)} | {"": 0}
    kept = [each for each in all_commentary(context.register) if each.measure_key in measures and _is_of(each, filters)]
    order = list(measures)
    kept.sort(key=lambda each: (each.last_day, each.first_day), reverse=True)
    kept.sort(key=lambda each: (order.index(each.measure_key), services.get(each.service, len(services))))
    for each in kept:
        own = _own(each, filters)
        yield Said(each, own, result_of(measures[each.measure_key], own, context))


def _is_of(kept: Commentary, filters: Filters) -> bool:
    """Return whether words are of the services chosen (none: any) and of days within the period."""
    is_chosen = not filters.services or kept.service in filters.services
    return is_chosen and filters.period.first <= kept.first_day and kept.last_day <= filters.period.last


def _own(kept: Commentary, filters: Filters) -> Filters:
    """Return the filters of exactly the figure that was written of; those asked with where it is theirs."""
    place = (kept.service,) if kept.service else ()
    if (kept.first_day, kept.last_day) == filters.dates:
        return filters if place == filters.services else replace(filters, services=place)
    return replace(filters, services=place, period=Period(kept.first_day, kept.last_day))


def _aside(said: Said, context: Context) -> Aside:
    promised = context.promised(said.kept.measure_key)
    found = Known(said.result, heading(promised, said.result, said.filters, context))
    place = f", {label_of(said.kept.service, 'service', context)}" if said.kept.service else ""
    of = f"{said.result.label[:1].lower()}{said.result.label[1:]}{place}, {said.result.period.label}"
    return remark_aside(remark(said.kept, found, context.audience, context.council.time_zone), context.audience, of=of)


def _unsaid(unsaid: Sequence[Result]) -> tuple[Aside, ...]:
    """Return each missed measure that nobody explains, with its owner."""
    lines = tuple(
        f"{each.label}: {figure_words(each)}. {f'Owner: {each.owner}.' if each.owner else 'Nobody is named as its owner.'}"
        for each in unsaid
    )
    return (Aside(UNSAID, lines),) if lines else ()


def _title(missed: Sequence[Result], unsaid: Sequence[Result], asked: Asked) -> str:
    """Return how many missed measures are explained, and which are not."""
    period = asked.filters.period.label
    if not missed:
        return f"No target is missed in {period}, so nothing has to be explained."
    if not unsaid:
        return f"The owners of {'the only target' if len(missed) == 1 else f'all {len(missed)} targets'} missed in {period} say why."
    missing = f"{count_noun(len(missed), 'target')} {'is' if len(missed) == 1 else 'are'} missed in {period}"
    if len(unsaid) == len(missed):
        return f"{missing}, and nobody has said why."
    one = f"{unsaid[0].label[:1].lower()}{unsaid[0].label[1:]}" if len(unsaid) == 1 else f"{len(unsaid)} of them"
    return f"{missing}; of {one} nobody has said why."


def _lead(unsaid: Sequence[Result], said: Sequence[Said]) -> str:
    """Return what is to be done, and that nothing was written where nothing was."""
    nothing = "" if said else "No owner has written anything of this period."
    return " ".join(part for part in (nothing, WHAT_TO_DO if unsaid else "") if part)


def _facts(missed: Sequence[Result], unsaid: Sequence[Result], said: Sequence[Said]) -> tuple[Fact, ...]:
    return (
        Fact(
            "Missed",
            f"{len(missed)}",
            f"{len(missed) - len(unsaid)} of them explained",
        ),
        Fact("Commentaries", f"{len(said)}", "that stand, of this period or a part of it"),
    )
