"""What is said of contact that need not happen: both definitions, reasons, routine information, repeats, opportunities."""

from frontdoor.answers.context import Context
from frontdoor.answers.demand_nouns import about
from frontdoor.answers.labels import label_of
from frontdoor.answers.sentences import count_noun, listed
from frontdoor.answers.shift_needless_counts import Needless
from frontdoor.answers.shift_needless_ranked import REPEAT, ROUTINE, Candidate, Ranked
from frontdoor.answers.shift_needless_services import Reason, Removable
from frontdoor.answers.shift_saved_words import pounds
from frontdoor.answers.view_answer import Box, Line
from frontdoor.measures.formatting import format_value, in_every_hundred
from frontdoor.schema.units import Unit
from frontdoor.statistics.intervals import wilson_interval

MOST_NAMED = 5
NOT_ASSESSED = (
    "Nobody has recorded which contact was avoidable. Export it as is_avoidable, from advisers or a sample of contacts."
)
NO_ROUTINE = (
    "The council file does not say which contact is routine information. Name the reasons in council.toml under "
    "[[routine_information]]."
)
NO_REQUESTS = "No contact carries a case with a day of completion, so the draft definition cannot be told."
ONE_EACH = (
    "every request has exactly one contact, as in an export of requests: how often people got in touch cannot be told."
)
SERVICES = "What each service could remove, at most"
NOTHING_RECORDED = "neither avoidable, routine nor repeat contact is recorded of any service."
TO_KNOW = "To know it, have advisers say of each contact, or of a sample, whether it was avoidable, and export it as is_avoidable."
ROUNDED = "Counts by reason are to the nearest 5, so that nobody can be recognised."
LINKED = "Repeat contact is seen among contacts with a customer reference; the others are taken to be like them, an assumption."
OVERLAP = "Avoidable, routine and repeat contact overlap: one contact can be all three, so they are never added up."


def share_avoidable(needless: Needless) -> float | None:
    """Return the share avoidable of those assessed, None where none was, or it is hidden."""
    assessed, avoidable = needless.totals["contacts_assessed"][0], needless.totals["avoidable_contacts"][0]
    return avoidable / assessed if assessed and avoidable is not None else None


def answer_words(needless: Needless) -> str:
    """Return the answer in one sentence."""
    share = share_avoidable(needless)
    if share is None:
        return "We can’t say how much contact need not have happened: nobody has recorded which was avoidable."
    people = in_every_hundred(share, "contacts assessed")
    return f"{people[:1].upper()}{people[1:]} should not have been needed."


def lead_words(needless: Needless, reasons: tuple[Reason, ...], ranked: Ranked | None, context: Context) -> str:
    """Return the main reasons and the largest opportunity, or what it takes to know them."""
    parts = [] if share_avoidable(needless) is not None else [TO_KNOW]
    if reasons:
        named = [f"{each.label} ({format_value(each.share, Unit.SHARE)})" for each in reasons[:3]]
        parts.append(f"Behind it: {listed(named)}.")
    if ranked and ranked.top:
        first = ranked.candidates[ranked.top[0]]
        parts.append(f"The largest opportunity is {named_candidate(first, context)}{_worth(ranked, ranked.top[0])}.")
    return " ".join(parts)


def definitions_box(needless: Needless) -> Box:
    """Return avoidable contact by the final and by the draft definition of National Indicator 14."""
    return Box("Avoidable contact, by both definitions", (*_final_lines(needless), _draft_line(needless)))


def _final_lines(needless: Needless) -> tuple[Line, ...]:
    contacts, assessed, avoidable, *_ = needless.totals.row(0)
    if not assessed or avoidable is None:
        return (Line("Final definition (2008):", NOT_ASSESSED),)
    ends = wilson_interval(avoidable, assessed)
    interval = f"{format_value(ends.lower, Unit.SHARE)} to {format_value(ends.upper, Unit.SHARE)}" if ends else ""
    said = f"{avoidable:,} of {assessed:,} contacts assessed were avoidable"
    whole = f"{assessed:,} of {contacts:,} contacts; the others may differ" if contacts else ""
    return (
        Line("Final definition (2008)", said, format_value(avoidable / assessed, Unit.SHARE)),
        Line("Sampling alone leaves", "95% interval", interval),
        Line("Assessed", whole, format_value(assessed / contacts, Unit.SHARE) if contacts else ""),
    )


def _draft_line(needless: Needless) -> Line:
    requests, taken = needless.totals["requests_resolved"][0], needless.totals["contacts_on_resolved_requests"][0]
    if not requests or taken is None:
        return Line("Draft definition (2007):", NO_REQUESTS)
    if requests == taken:
        return Line("Draft definition (2007):", ONE_EACH)
    said = f"contacts a request: {taken:,} contacts for {requests:,} requests resolved"
    return Line("Draft definition (2007)", said, format_value(taken / requests, Unit.RATIO))


def reasons_box(needless: Needless, reasons: tuple[Reason, ...]) -> Box:
    """Return the reasons behind avoidable contact, or why they cannot be told."""
    title = "Reasons behind avoidable contact"
    if not reasons:
        return Box(title, (Line("Can’t tell:", needless.no_reasons or NOT_ASSESSED),))
    lines = [
        Line(each.label, f"{each.avoidable:,} of those assessed", format_value(each.share, Unit.SHARE))
        for each in reasons[:MOST_NAMED]
    ]
    return Box(title, tuple(lines))


def routine_box(needless: Needless, rows: list[tuple[str, str, int]], context: Context) -> Box:
    """Return calls and visits for what the council says should not need one."""
    title = "Calls and visits for routine information"
    if not context.council.routine:
        return Box(title, (Line("Not decided:", NO_ROUTINE),), is_quiet=True)
    if needless.reasons is None:
        return Box(title, (Line("Can’t tell:", needless.no_reasons),), is_quiet=True)
    if not rows:
        return Box(title, (Line("None:", "no call or visit was for a reason the council calls routine."),))
    lines = [
        Line(f"{reason}, {label_of(service, 'service', context)}:", f"{count:,} calls and visits")
        for reason, service, count in rows[:MOST_NAMED]
    ]
    sources = listed(sorted({each.source for each in context.council.routine}))
    return Box(title, (*lines, Line("Routine by:", sources)))


def repeat_box(needless: Needless) -> Box:
    """Return how many linked contacts came within the days of another about the same service."""
    days = count_noun(needless.repeat_days, "day")
    known = needless.repeats.drop_nulls(["linked", "repeat_contacts"])
    linked, repeat = int(known["linked"].sum()), int(known["repeat_contacts"].sum())
    if not linked:
        words = "no contact carries a customer reference, so nobody can see who came back."
        return Box("Repeat contact", (Line("Cannot be known:", words),), is_quiet=True)
    said = f"{repeat:,} of {linked:,} linked contacts came within {days} of another about the same service"
    return Box("Repeat contact", (Line("Again", said, format_value(repeat / linked, Unit.SHARE)),))


def services_box(rows: tuple[Removable, ...]) -> Box:
    """Return what each service could remove at most."""
    known = [row for row in rows if row.is_known]
    if not known:
        return Box(SERVICES, (Line("Can’t tell:", NOTHING_RECORDED),), is_quiet=True)
    lines = []
    for row in known[:MOST_NAMED]:
        parts = [
            f"about {about(row.avoidable)} avoidable" if row.avoidable is not None else "",
            f"{row.routine:,} routine" if row.routine else "",
            f"{row.repeat:,} repeat" if row.repeat is not None else "",
        ]
        said = ", ".join(part for part in parts if part) or "nothing found"
        lines.append(Line(f"{row.label}:", f"{said}, of {row.contacts:,} contacts"))
    return Box(SERVICES, tuple(lines))


def opportunities_box(ranked: Ranked | None, context: Context) -> Box:
    """Return the ten largest opportunities with the evidence for each."""
    title = "The ten largest opportunities"
    if ranked is None:
        return Box(title, (Line("Can’t tell:", "no kind of contact has 20 or more found that need not happen."),))
    lines = [_opportunity(number, place, ranked, context) for number, place in enumerate(ranked.top, start=1)]
    return Box(title, tuple(lines))


def _opportunity(number: int, place: int, ranked: Ranked, context: Context) -> Line:
    each = ranked.candidates[place]
    label = named_candidate(each, context)
    low, high = int(ranked.worth.rank_lower[place]), int(ranked.worth.rank_upper[place])
    sure = "" if low == high else f"; place {low} to {high}"
    middle, least, most = amounts(ranked, place)
    words = f"{least} to {most}; {evidence(each)}{sure}"
    return Line(f"{number}. {label[:1].upper()}{label[1:]}", words, middle)


def named_candidate(each: Candidate, context: Context) -> str:
    """Return 'chasing progress, Council tax, phone'."""
    what = "repeat contact" if each.kind == REPEAT else each.reason or ""
    return f"{what}, {label_of(each.service, 'service', context)}, {label_of(each.channel, 'channel', context).lower()}"


def evidence(each: Candidate) -> str:
    """Return what was found of how many looked at, in words."""
    looked = "linked" if each.kind == REPEAT else "assessed"
    if each.kind == ROUTINE:
        return f"{each.contacts:,} contacts, routine by the council's own list"
    return f"{each.removable:,} of {each.assessed:,} {looked}, of {each.contacts:,} contacts"


def pence_words(ranked: Ranked, place: int) -> str:
    """Return '£9,100 (£3,000 to £16,000)', or contacts where the council gives no costs."""
    middle, least, most = amounts(ranked, place)
    return f"{middle} ({least} to {most})"


def amounts(ranked: Ranked, place: int) -> tuple[str, str, str]:
    """Return the central, lowest and highest worth in words: '£9,100', '£3,000', '£16,000'; '40 contacts' without costs."""
    ends = ranked.worth.pence_interval
    pence = [float(each[place]) for each in (ranked.worth.pence, ends.lower, ends.upper)]
    if ranked.has_costs:
        middle, least, most = (pounds(each) for each in pence)
        return middle, least, most
    middle, least, most = (format_value(round(each), Unit.COUNT) for each in pence)
    return f"{middle} contacts", least, most


def _worth(ranked: Ranked, place: int) -> str:
    return f": {pence_words(ranked, place)}"


def ranking_notes(ranked: Ranked | None, context: Context) -> tuple[str, ...]:
    """Return whose costs and ease the ranking stands on, and what was left out of it."""
    if ranked is None:
        return ()
    unsaid = sum(ease is None for ease in ranked.eases)
    sources = sorted({ease.source for ease in ranked.eases if ease})
    uncosted = listed([label_of(channel, "channel", context) for channel in ranked.uncosted])
    notes = [
        OVERLAP,
        ROUNDED,
        LINKED if any(each.kind == REPEAT for each in ranked.candidates) else "",
        ""
        if ranked.has_costs
        else "The council gives no unit costs, so opportunities are ranked by contacts alone: [[unit_cost]].",
        f"{uncosted}: no unit cost in force, so not ranked." if uncosted and ranked.has_costs else "",
        f"How much could go is the judgement of: {listed(sources)}." if sources else "",
        "Where nobody has said how much could go ([[ease]] in council.toml), all of it is counted, which is the most there is."
        if unsaid
        else "",
        "Money is time that would come free at the council's own unit costs, not cash.",
    ]
    return tuple(note for note in notes if note)
