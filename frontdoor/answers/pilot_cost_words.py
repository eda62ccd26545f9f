"""A pilot's cost in words: a week and so far, for each contact, against the plan's limit and against other ways."""

from frontdoor.answers.peaks_choices import View
from frontdoor.answers.pilot_cost import CostForEach, For, PilotCostFound
from frontdoor.answers.pilot_found import PilotFound, Range, State
from frontdoor.answers.sentences import count_noun
from frontdoor.answers.view_answer import Box, Line, Link, Row, Table
from frontdoor.measures.formatting import format_value
from frontdoor.schema.units import Unit

NO_COST = "The plan names no cost, so nobody can say what each contact cost. Put it in the plan under `cost`, with its source."
NONE_AT_ALL = "can’t be told: as counted there was none"
MAY_BE_NONE = "no upper end, as there may have been none"
NO_ALTERNATIVES = "The plan names no other way to the same end, such as a rota change or calling back, so there is none to compare with."
NOTHING_COUNTED = "There is nothing yet to divide the cost by."
OF_ROTAS = ("rota", "start at", "starts at", "on duty")  # words of another way that is a change of who is on duty when
FEW = 10  # a week; below it a tenth of a contact matters


def pence_words(pence: float) -> str:
    """Return '£3.37', and from £100 on whole pounds."""
    return format_value(pence, Unit.PENCE)


def spread_words(cost: Range) -> str:
    """Return '£138' or '£138 (£120 to £160)'."""
    low, high = (cost.value if end is None else end for end in (cost.low, cost.high))
    ends = pence_words(low), pence_words(high)
    return pence_words(cost.value) if ends[0] == ends[1] else f"{pence_words(cost.value)} ({ends[0]} to {ends[1]})"


def each_words(each: CostForEach) -> str:
    """Return '£3.37 (£3.07 to £3.73)', or that it has no upper end, or that there was none to divide by."""
    if each.pence is None:
        return NONE_AT_ALL
    low = pence_words(each.pence.low or 0.0)
    if each.pence.high is None:
        return f"{pence_words(each.pence.value)} (at least {low}; {MAY_BE_NONE})"
    return f"{pence_words(each.pence.value)} ({low} to {pence_words(each.pence.high)})"


def number_words(number: Range) -> str:
    """Return '41 (37 to 45)', a tenth where they are few; an end that is not known is said so."""
    places = 1 if abs(number.value) < FEW else 0
    said = format_value(number.value, Unit.COUNT, places=places)
    if number.low is None and number.high is None:
        return f"{said} (no limits known)"
    low, high = (
        None if end is None else format_value(end, Unit.COUNT, places=places) for end in (number.low, number.high)
    )
    if low is None or high is None:
        return f"{said} ({f'at most {high}' if low is None else f'at least {low}'})"
    return f"{said} ({low} to {high})"


def criterion_words(cost: PilotCostFound) -> tuple[str, str] | None:
    """Return what the plan's limit asks and what was seen: 'Cost: at most £3.00 for each ...', '£3.37 (£3.07 to £3.73)'."""
    if cost.limit is None:
        return None
    what = cost.judged.what if cost.judged else For.HANDLED
    seen = each_words(cost.judged) if cost.judged else NOTHING_COUNTED.rstrip(".")
    return f"Cost: at most {pence_words(cost.limit)} for {what.value}", seen


def cost_tables(found: PilotFound, cost: PilotCostFound) -> tuple[Table, ...]:
    """Return the cost for each of what the pilot brought, with the verdict of the limit; then the other ways."""
    rows = tuple(
        Row(
            (each.what.value[:1].upper() + each.what.value[1:], number_words(each.number), each_words(each)),
            cost.verdict if each is cost.judged else None,
        )
        for each in cost.each
    )
    note = f"A week: {spread_words(cost.weekly)}. Ranges take the plan’s low and high cost and the 95% range of the number together."
    limit = "" if cost.limit is None else f" The plan’s limit is {pence_words(cost.limit)}."
    source = f" Source of the cost: {cost.source}." if cost.source else ""
    each_of = Table(
        "What each contact cost", ("Cost for", "A week (95% range)", "Cost (range)"), rows, note + limit + source
    )
    return (*((each_of,) if rows else ()), *_other_ways(found, cost))


def _other_ways(found: PilotFound, cost: PilotCostFound) -> tuple[Table, ...]:
    if not cost.alternatives:
        return ()
    own = Row((f"This pilot: {found.held.plan.title}", spread_words(cost.weekly), found.held.plan.what))
    rows = [
        Row(
            (
                each.label,
                pence_words(each.week) if each.week else "nothing more",
                each.effect or "The plan does not say what it would do.",
            )
        )
        for each in cost.alternatives
    ]
    sources = "; ".join(dict.fromkeys(each.source for each in cost.alternatives if each.source))
    note = "What the others would do is the plan’s own estimate; none of them has been tried here."
    said = f"{note} Source: {sources}." if sources else note
    return (Table("Against other ways", ("Way", "Cost a week", "What it does"), (own, *rows), said),)


def cost_box(found: PilotFound, cost: PilotCostFound | None) -> Box:
    """Return what is spent so far, what it is expected to be in all, and where to see another rota."""
    if cost is None:
        return Box("Cost", (Line("", NO_COST),))
    whole = found.held.plan.cost
    once, weeks = (whole.once if whole else 0.0), found.planned_weeks
    week = spread_words(cost.weekly)
    lines = [Line("A week:", f"{week}{f', with a share of {pence_words(once)} paid once' if once else ''}.")]
    if found.state is not State.BEFORE:
        lines.append(Line("So far:", f"{spread_words(cost.so_far)} for {count_noun(found.weeks_done, 'week')}."))
    in_all = Range(*((end or 0.0) * weeks for end in (cost.weekly.value, cost.weekly.low, cost.weekly.high)))
    lines.append(Line("As planned:", f"{spread_words(in_all)} for {count_noun(weeks, 'week')}."))
    lines += [] if cost.alternatives else [Line("", NO_ALTERNATIVES)]
    return Box("Cost", tuple(lines), links_to_other_ways(cost))


def links_to_other_ways(cost: PilotCostFound) -> tuple[Link, ...]:
    """Return where a rota change can be looked at: the cover that demand peaks works out."""
    told = [f"{each.label} {each.effect}".lower() for each in cost.alternatives]
    has_rota = any(word in words for words in told for word in OF_ROTAS)
    return (Link("See what a rota change would do", View.COVER.value),) if has_rota else ()
