"""The effects of a pilot side by side: each outcome a week and in per cent, and what became of the hours around an added one."""

from dataclasses import dataclass, replace

from frontdoor.answers.pilot_changed_signed import between, signed
from frontdoor.answers.pilot_changed_words import expected_of, possible
from frontdoor.answers.pilot_derived import Derived, day_words
from frontdoor.answers.pilot_effect_words import level_words
from frontdoor.answers.pilot_effects import means_of
from frontdoor.answers.pilot_found import OutcomeFound, PilotFound, Range, State
from frontdoor.answers.pilot_verdict_reasons import short_reason
from frontdoor.answers.view_answer import Link, Row, Table
from frontdoor.measures.formatting import MINUS, NOTHING, format_value
from frontdoor.measures.measure import Kind
from frontdoor.measures.times_of_day import span_words
from frontdoor.schema.units import Unit
from frontdoor.statistics.count_per_opening import CountPerOpening
from frontdoor.strategy.pilot_plan import Role, Where

ROLES = {Role.PRIMARY: "The main outcome", Role.GUARD: "A guard", Role.SECONDARY: "Also watched"}
EFFECTS, AROUND = "What changed, outcome by outcome", "The added hour, and the times around it"
A_WEEK = (
    "Counts are contacts a week. Expected is what the pilot’s weeks would have brought without it; per cent is of that."
)
STRUCTURAL = (
    "The hour was closed before, so it had none by construction: it is counted each time it was open, with an exact interval, and not "
    "tested against 0. What it did is tested at the busy time, over the whole day and over the whole week."
)
DERIVED = "Not in the plan: worked out beside it"
NO_SHARE = (Unit.SCORE, Unit.NET_POINTS)
"""Figures that go below 0 have no per cent."""
VARIED = "; openings differ by more than chance, so the range is widened"


@dataclass(frozen=True, slots=True)
class Around:
    """What became of the times around an added hour: outcomes the plan itself names there, and others worked out beside them."""

    declared: tuple[OutcomeFound, ...]
    derived: tuple[Derived, ...]


def effects_table(found: PilotFound, around: Around, links: dict[str, Link]) -> Table:
    """Return one row an outcome, those around an added hour left to their own table; `links` lead to one in full, by key."""
    elsewhere = {each.outcome.key for each in around.declared}
    rows = [_outcome_row(each, links) for each in found.outcomes if each.outcome.key not in elsewhere]
    return Table(EFFECTS, _columns(found), tuple(rows), A_WEEK)


def around_table(found: PilotFound, around: Around, links: dict[str, Link]) -> Table | None:
    """Return the added hour by opening, and the effect on the busy time, the day and the week; None without an added hour."""
    added = found.held.plan.added
    if added is None:
        return None
    declared = [_outcome_row(each, links) for each in around.declared if each.outcome.where != added]
    used = next((each.judged for each in around.declared if each.outcome.where == added), None)
    rows = (
        replace(_opening_row(found, added), verdict=used.verdict if used else None),
        *declared,
        *(_derived_row(each) for each in around.derived),
    )
    return Table(AROUND, _columns(found), rows, STRUCTURAL)


def declared_around(found: PilotFound, places: tuple[Where, ...]) -> tuple[OutcomeFound, ...]:
    """Return the plan's own watched counts of the added hour and of these places."""
    added = found.held.plan.added
    if added is None:
        return ()
    return tuple(
        each
        for each in found.outcomes
        if each.outcome.role is Role.SECONDARY
        and each.outcome.where in (added, *places)
        and each.series is not None
        and each.series.measure.kind is Kind.COUNT
    )


def _columns(found: PilotFound) -> tuple[str, ...]:
    ends = "99.7% range" if found.state is State.RUNNING else "95% range"
    return ("What", "Before", "Expected", "Seen", f"Change ({ends})", f"Per cent ({ends})")


def _outcome_row(each: OutcomeFound, links: dict[str, Link]) -> Row:
    verdict, link, detail = (
        each.judged.verdict if each.judged else None,
        links.get(each.outcome.key),
        ROLES[each.outcome.role],
    )
    unit = each.series.measure.unit if each.series else Unit.COUNT
    before, during = (NOTHING if level is None else level_words(level, unit) for level in (each.before, each.during))
    if each.effect is None or each.during is None:
        return Row(
            (each.outcome.label, before, NOTHING, during, short_reason(each), NOTHING),
            verdict,
            detail=detail,
            link=link,
        )
    expected = level_words(possible(expected_of(each.during, each.effect).value, unit), unit)
    share = NOTHING if unit in NO_SHARE else share_cell(each.share)
    cells = (each.outcome.label, before, expected, during, change_cell(each.effect, unit), share)
    return Row(cells, verdict, detail=detail, link=link)


def _opening_row(found: PilotFound, added: Where) -> Row:
    label = opening_label(added)
    if not isinstance(found.opening, CountPerOpening):
        why = NOTHING if found.opening is None else found.opening.value
        return Row((label, "closed", NOTHING, NOTHING, why, NOTHING))
    opening = found.opening
    ends = (opening.mean, opening.interval.lower, opening.interval.upper)
    mean, low, high = (level_words(end, Unit.COUNT) for end in ends)
    detail = f"{opening.contacts} contacts in {opening.openings} openings{VARIED if opening.is_more_varied else ''}"
    return Row(
        (label, "closed", NOTHING, f"{mean} each time", f"{mean} ({low} to {high}) each time it was open", NOTHING),
        detail=detail,
    )


def opening_label(added: Where) -> str:
    """Return 'Mondays 8am to 9am'."""
    window = added.window
    return (
        f"{day_words(added)} {span_words(window.from_half_hour, window.before_half_hour)}"
        if window
        else day_words(added)
    )


def _derived_row(each: Derived) -> Row:
    if each.series is None or each.effect is None:
        return Row((each.label, NOTHING, NOTHING, NOTHING, each.trouble, NOTHING))
    before = means_of(each.series).before or 0.0
    expected = each.expected or 0.0
    levels = (level_words(max(level, 0.0), Unit.COUNT) for level in (before, expected, expected + each.effect.value))
    return Row((each.label, *levels, change_cell(each.effect, Unit.COUNT), share_cell(each.share)), detail=DERIVED)


def change_cell(effect: Range, unit: Unit) -> str:
    """Return '−8.6 points (−13.9 to −3.3)'."""
    ends, value = between(effect, unit), signed(effect.value, unit)
    word = value.partition(" ")[2].rstrip("s")
    bare = ends.removesuffix("s").removesuffix(f" {word}") if word else ends
    return value if ends == NOTHING else f"{value} ({bare})"


def share_cell(share: Range | None) -> str:
    """Return '+29% (+22% to +38%)'; a dash for a share of nothing."""
    if share is None:
        return NOTHING
    if share.low is None or share.high is None:
        return _percent(share.value)
    return f"{_percent(share.value)} ({_percent(share.low)} to {_percent(share.high)})"


def _percent(share: float) -> str:
    said = format_value(abs(share), Unit.SHARE)
    return said if said == "0%" else f"{'+' if share > 0 else MINUS}{said}"
