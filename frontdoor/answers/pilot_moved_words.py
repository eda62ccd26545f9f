"""What is said of contacts that only moved: the share with its range, which may have no end, and whether moving them was the aim."""

from frontdoor.answers.pilot_changed_effects import change_cell, opening_label
from frontdoor.answers.pilot_changed_words import is_clear
from frontdoor.answers.pilot_derived import Derived
from frontdoor.answers.pilot_effect_words import level_words
from frontdoor.answers.pilot_found import PilotFound, State
from frontdoor.answers.pilot_moved_changes import Moved
from frontdoor.answers.view_answer import Box, Line, Row, Table
from frontdoor.measures.formatting import MINUS, NOTHING, format_value
from frontdoor.schema.units import Unit
from frontdoor.statistics.count_per_opening import CountPerOpening
from frontdoor.statistics.displacement import Displacement
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.strategy.pilot_plan import Aim, PilotPlan

MOST = 0.5
NO_END = "no limit known"
NO_HOUR = "This pilot added no hours, so no contacts could move into them."
NO_PLACES = "The plan does not say from where contacts could move, so how many only moved can’t be told. Give it under `moved_from`."
NOT_YET = "The pilot has not started."
HELD = (
    "The times they could come from are held against the rest of the same days, as the share that only moved is; the days in all "
    "against what the plan compares with."
)
OUTSIDE = "Below 0% the other times gained too; above 100% they lost more than came. Neither is cut off, as either may be true."
AIMS = {
    Aim.MOVE: "Yes: the plan says that moving contacts off the busy time is what the pilot is for.",
    Aim.ADD: "No: the plan wants contacts that would not have come otherwise, so those that only moved do not count for it.",
}
CAN_TELL_NOT = "Any share fits what was seen, so the range has no end. It takes more contacts in the new hour, or more weeks, to tell."


def answer_words(found: PilotFound) -> str:
    """Return how many of the added hour's contacts only moved there, in one sentence."""
    told = found.displaced
    if found.held.plan.added is None:
        return NO_HOUR
    if found.state is State.RUNNING:
        so_far = f"; so far {share_words(told)}" if isinstance(told, Displacement) and told.share is not None else ""
        return f"Too early to say how many only moved there{so_far}."
    if not isinstance(told, Displacement) or told.share is None or not told.can_tell:
        return "Nobody can tell how many of the new hour’s contacts only moved there."
    if told.lower is not None and told.lower > MOST:
        return f"Most of the new hour’s contacts only moved there: {share_words(told)}."
    if told.upper is not None and told.upper < MOST:
        return f"Most of the new hour’s contacts were new; {share_words(told)} only moved there."
    return f"Some of the new hour’s contacts only moved there: {share_words(told)}, so it may be few or most."


def lead_words(found: PilotFound, moved: Moved) -> str:
    """Return the added hour by opening, what became of the times around it, and of the day and the week in all."""
    plan = found.held.plan
    parts = [_used(found, plan), *(_net(each) for each in (moved.window, moved.day, moved.week) if each is not None)]
    return " ".join(part for part in parts if part)


def share_words(told: Displacement) -> str:
    """Return '68% (49% to 88%)'; an end that is not there is said."""
    if told.share is None:
        return "can’t be told"
    return f"{_percent(told.share)} ({_end(told.lower)} to {_end(told.upper)})"


def new_words(told: Displacement, openings: int) -> str:
    """Return the new contacts each time the hour was open, with their range."""
    if told.new is None or not openings:
        return "can’t be told"
    ends = (told.new_lower, told.new_upper)
    low, high = (NO_END if end is None else _signed(end / openings) for end in ends)
    return f"{_signed(told.new / openings)} each time ({low} to {high})"


def displaced_box(found: PilotFound) -> Box:
    """Return the share that only moved, the new contacts, and whether moving was the aim."""
    plan, told = found.held.plan, found.displaced
    if plan.added is None:
        return Box("Who only moved?", (Line("", NO_HOUR), *_aim(plan)))
    if not isinstance(told, Displacement):
        why = told.value if isinstance(told, Reason) else NOT_YET if found.state is State.BEFORE else NO_PLACES
        return Box("Who only moved?", (Line("Can’t be told:", why), *_aim(plan)))
    openings = found.opening.openings if isinstance(found.opening, CountPerOpening) else 0
    lines = [
        Line("Only moved:", f"{share_words(told)} of the contacts in the new hour, from {_from(plan)}."),
        Line("New:", f"{new_words(told, openings)}."),
    ]
    if not told.can_tell:
        lines.append(Line("Why it has no end:", CAN_TELL_NOT))
    elif min(told.lower or 0.0, 1.0) < 0 or (told.upper or 0.0) > 1:
        lines.append(Line("", OUTSIDE))
    return Box("Who only moved?", (*lines, *_aim(plan)))


def net_table(found: PilotFound, moved: Moved) -> Table:
    """Return the added hour, the times people could come from, the day and the week in one table."""
    plan = found.held.plan
    label = opening_label(plan.added) if plan.added else ""
    rows = [Row((f"{label}, the new hour", "closed", *_opening_cells(found)))] if plan.added else []
    rows += [_net_row(each) for each in (moved.window, moved.day, moved.week) if each]
    ends = "99.7% range" if found.state is State.RUNNING else "95% range"
    return Table(
        "What it comes to",
        ("Where", "Expected a week", "Seen a week", f"Change ({ends})"),
        tuple(rows),
        HELD if moved.window else "",
    )


def _net_row(each: Derived) -> Row:
    if each.effect is None or each.expected is None:
        return Row((each.label, NOTHING, NOTHING, each.trouble))
    levels = (level_words(max(level, 0.0), Unit.COUNT) for level in (each.expected, each.expected + each.effect.value))
    return Row((each.label, *levels, change_cell(each.effect, Unit.COUNT)))


def _opening_cells(found: PilotFound) -> tuple[str, str]:
    if not isinstance(found.opening, CountPerOpening):
        return NOTHING, found.opening.value if found.opening else NOTHING
    mean, low, high = (level_words(end, Unit.COUNT) for end in _opening_ends(found.opening))
    return f"{mean} each time", f"+{mean} ({low} to {high}) each time it was open"


def _opening_ends(opening: CountPerOpening) -> tuple[float, float, float]:
    return opening.mean, opening.interval.lower, opening.interval.upper


def _used(found: PilotFound, plan: PilotPlan) -> str:
    if plan.added is None or not isinstance(found.opening, CountPerOpening):
        return ""
    mean, low, high = (level_words(end, Unit.COUNT) for end in _opening_ends(found.opening))
    return f"{opening_label(plan.added)} brought {mean} contacts each time ({low} to {high})."


def _net(each: Derived) -> str:
    """Return what became of one stretch of time, in one sentence."""
    if each.effect is None:
        return ""
    size = level_words(abs(each.effect.value), Unit.COUNT)
    if not is_clear(each.effect):
        return f"{each.label}: no change beyond chance."
    return f"{each.label}: {size} {'more' if each.effect.value > 0 else 'fewer'} a week than expected."


def _from(plan: PilotPlan) -> str:
    return opening_label(plan.moved_from) if plan.moved_from else "other times"


def _aim(plan: PilotPlan) -> tuple[Line, ...]:
    return (Line("Was moving them the aim?", AIMS[plan.aim]),) if plan.added else ()


def _end(share: float | None) -> str:
    return NO_END if share is None else _percent(share)


def _percent(share: float) -> str:
    return format_value(share, Unit.SHARE, places=0)


def _signed(count: float) -> str:
    said = level_words(abs(count), Unit.COUNT)
    return f"{MINUS}{said}" if count < 0 and said != "0" else said
