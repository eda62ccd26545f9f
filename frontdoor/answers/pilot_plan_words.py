"""A plan in plain words before it is entered: what will be judged and how, what to know, and what differs from before."""

from collections.abc import Iterator

from frontdoor.answers.pilot_declaring import Declaring
from frontdoor.answers.sentences import count_noun
from frontdoor.answers.view_answer import Box, Line
from frontdoor.measures.formatting import format_date
from frontdoor.strategy.pilot_checks import weeks_of
from frontdoor.strategy.pilot_differences import plan_differences
from frontdoor.strategy.pilot_notes import plan_notes
from frontdoor.strategy.pilot_plan import Aim, PilotOutcome, PilotPlan
from frontdoor.strategy.pilot_words import comparison_words, where_words

LATE = (
    "**It began on {day}, which is not after today.** It will be marked retrospective for good: whoever reads the result is told "
    "that its outcomes may have been chosen by what was seen."
)
BEGUN = "**This pilot began on {day}.** What you enter is kept as an edit and shown beside the result; it changes nothing that is judged."
FROZEN = "Until {day} it can be changed and withdrawn. From that day it is frozen."
COMPARED = "Compared with {units}."
PARALLEL = "Compared with {units}, which you declare to move as it does."
ALONE = "Compared with nothing but its own past."
CERTAIN = "and chance can be ruled out"
AIMS = {Aim.MOVE: "moving contacts there is what is wanted", Aim.ADD: "new contacts are what is wanted"}


def plan_boxes(plan: PilotPlan, offered: Declaring) -> tuple[Box, ...]:
    """Return what is judged and what should be known; what differs where a pilot of this key stands."""
    standing = next((pilot for pilot in offered.held if pilot.plan.key == plan.key), None)
    others = [each for each in offered.plans if each.key != plan.key]
    boxes = [Box("What will be judged, and how", tuple(_judged(plan, offered)))]
    known = [Line("", _frozen_words(plan, standing.plan if standing else None, offered))]
    known += [Line("", note) for note in plan_notes(plan, others)]
    boxes.append(Box("What to know before you enter it", tuple(known)))
    if standing is not None:
        differences = plan_differences(standing.plan, plan)
        lines = tuple(Line(f"{part}:", f"{after} (declared: {before})") for part, before, after in differences)
        boxes.append(Box("What differs from the plan declared", lines or (Line("", "Nothing."),)))
    return tuple(boxes)


def is_late(plan: PilotPlan, offered: Declaring) -> bool:
    """Return whether a plan entered today would be entered on its first day or after."""
    return plan.first_day <= offered.today


def _frozen_words(plan: PilotPlan, standing: PilotPlan | None, offered: Declaring) -> str:
    if standing is not None and is_late(standing, offered):
        return BEGUN.format(day=format_date(standing.first_day))
    return (LATE if is_late(plan, offered) else FROZEN).format(day=format_date(plan.first_day))


def _judged(plan: PilotPlan, offered: Declaring) -> Iterator[Line]:
    yield Line("What changes:", _change_words(plan, offered))
    yield Line("This decides:", _decides(plan.primary, offered))
    for outcome in plan.guards:
        yield Line("Must not get worse:", _guards(outcome, offered))
    for outcome in plan.secondary:
        yield Line("For learning:", _watched(outcome, offered))
    if plan.added is not None:
        yield Line("The added hours:", _added(plan, offered))
    rule = plan.rule
    yield Line(
        "Then the rule gives:",
        f"{rule.if_met.value} if what decides and every guard are met; {rule.if_guard_fails.value} if a guard is not met; "
        f"{rule.if_not_met.value} if what decides is not met; {rule.if_cannot_tell.value} if nobody can tell. Members decide.",
    )


def _change_words(plan: PilotPlan, offered: Declaring) -> str:
    left_out = count_noun(plan.settling_weeks, "week")
    settling = f" The first {left_out} are not counted, while people get used to it." if plan.settling_weeks > 1 else ""
    if plan.settling_weeks == 1:
        settling = " The first week is not counted, while people get used to it."
    days = f"{format_date(plan.first_day)} to {format_date(plan.last_day)}"
    return f"{where_words(plan.where, offered.services)}; {days}, {count_noun(weeks_of(plan), 'week')}.{settling}"


def _decides(outcome: PilotOutcome, offered: Declaring) -> str:
    wanted = _amount(outcome, outcome.worthwhile, offered)
    return (
        f"{_counted(outcome, offered)}. Met if it {wanted} {CERTAIN}; not met if even the best that the figures allow falls short "
        f"of that; otherwise can’t tell. {_compared(outcome, offered)}"
    )


def _guards(outcome: PilotOutcome, offered: Declaring) -> str:
    measure = offered.measures.get(outcome.measure)
    margin = outcome.margin or 0.0
    size = f"{measure.said(margin):g} {measure.unit}".strip() if measure else f"{margin:g}"
    return f"{_counted(outcome, offered)}. Met only if it surely got worse by less than {size}. {_compared(outcome, offered)}"


def _watched(outcome: PilotOutcome, offered: Declaring) -> str:
    wanted = f" Worth having if it {_amount(outcome, outcome.worthwhile, offered)}." if outcome.worthwhile else ""
    return f"{_counted(outcome, offered)}.{wanted} {_compared(outcome, offered)}"


def _counted(outcome: PilotOutcome, offered: Declaring) -> str:
    measure = offered.measures.get(outcome.measure)
    label = measure.label if measure else outcome.measure
    name = outcome.label if outcome.label == label else f"{outcome.label} ({label})"
    return f"{name}, counted over {where_words(outcome.where, offered.services)}"


def _amount(outcome: PilotOutcome, change: float | None, offered: Declaring) -> str:
    """Return 'falls by at least 15 a week'."""
    measure, size = offered.measures.get(outcome.measure), change or 0.0
    said = f"{abs(measure.said(size)):g} {measure.unit}" if measure else f"{abs(size):g}"
    return f"{'falls' if size < 0 else 'rises'} by at least {said.strip()}"


def _compared(outcome: PilotOutcome, offered: Declaring) -> str:
    if outcome.comparison is None:
        return ALONE
    words = PARALLEL if outcome.comparison.is_parallel else COMPARED
    return words.format(units=comparison_words(outcome.comparison, offered.services))


def _added(plan: PilotPlan, offered: Declaring) -> str:
    assert plan.added is not None
    asked = ""
    if plan.moved_from is not None:
        asked = f" How many of them would have come at another time is asked of {where_words(plan.moved_from, offered.services)};"
        asked += f" {AIMS[plan.aim]}."
    return (
        f"{where_words(plan.added, offered.services)}: counted each time they open, as nobody could come before.{asked}"
    )
