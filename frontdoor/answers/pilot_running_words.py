"""What is said of a pilot while it runs: too early or not, what each look would have said, and the guards so far."""

from frontdoor.answers.pilot_effect_words import (
    effect_words,
    good_or_bad,
    level_words,
    size_words,
    ways_of,
)
from frontdoor.answers.pilot_found import OutcomeFound, PilotFound, State
from frontdoor.answers.pilot_looks_seen import LookSeen, first_stop
from frontdoor.answers.sentences import count_noun, listed
from frontdoor.answers.view_answer import Box, Line, Row, Table
from frontdoor.measures.formatting import format_date
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_verdict import EARLY, FIRST_LOOK, Verdict
from frontdoor.strategy.pilot_plan import Role

GUARD_NOTE = (
    "A guard is met only when the whole range stays inside its margin: “no sure worsening” is not “no worse”. While the pilot "
    "runs the range is 99.7%, and only one that lies wholly beyond the margin decides."
)
NO_GUARDS = "The plan names nothing that must not get worse, so nothing guards against harm elsewhere."
LOOKING = Box(
    "How often we may look",
    (
        Line(
            "Look every week",
            f"from week {FIRST_LOOK}, with a 99.7% range: so looking often does not raise false alarms.",
        ),
        Line(
            "Stop early only if",
            f"p is below {EARLY}, so that the range leaves out 0, and the guard against slow drift agrees.",
        ),
        Line(
            "Otherwise decide once,",
            "at the planned end, with a 95% range. The end was fixed before the start and no look moves it.",
        ),
        Line("", "An effect that stopped a pilot early is likely overstated."),
    ),
    is_quiet=True,
)


def answer_words(found: PilotFound, looks: tuple[LookSeen, ...]) -> str:
    """Return the sentence that answers the view."""
    if found.state is State.FINISHED:
        stop = first_stop(looks)
        if stop is not None and found.primary.series is not None and found.primary.series.is_confounded:
            return f"It had changed by week {stop.week} of {found.planned_weeks}, but something else happened too."
        if stop is not None:
            return f"It could have been stopped after week {stop.week} of {found.planned_weeks}."
        return (
            "No look before the end was sure enough to stop it." if looks else "Its weeks can be shown but not judged."
        )
    failed = failed_guards(found)
    if failed:
        return f"A guard has failed: {listed(failed)}."
    if found.primary.judged is not None and found.primary.judged.verdict is Verdict.MET:
        return f"It may be stopped early, after {found.weeks_done} of {count_noun(found.planned_weeks, 'week')}."
    return f"Too early to say, after {found.weeks_done} of {count_noun(found.planned_weeks, 'week')}."


def failed_guards(found: PilotFound) -> list[str]:
    """Return the guards that surely got worse by more than their margin."""
    judged = [each for each in found.outcomes if each.outcome.role is Role.GUARD and each.judged is not None]
    return [each.outcome.label for each in judged if each.judged and each.judged.verdict is Verdict.NOT_MET]


def lead_words(found: PilotFound, looks: tuple[LookSeen, ...]) -> str:
    """Return what the primary outcome did so far, or why nobody can say."""
    primary = found.primary
    series = primary.series
    if series is None:
        return f"{primary.outcome.label}: {_sentence(primary.trouble)}"
    unit, ways = series.measure.unit, ways_of(series.measure)
    levels = [
        (words, level) for words, level in (("before", primary.before), ("during", primary.during)) if level is not None
    ]
    seen = ", ".join(f"{level_words(level, unit)} {words}" for words, level in levels)
    told = f"{primary.outcome.label}: {seen}." if seen else f"{primary.outcome.label} is not recorded."
    if not looks:
        return f"{told} {_why_no_look(found)}"
    last = looks[-1]
    sure = "95%" if last.is_planned_end else "99.7%"
    effect = effect_words(last.effect, unit, ways)
    return f"{told} Against what was to be expected without it, after week {last.week}: {effect}, {sure} range."


def _why_no_look(found: PilotFound) -> str:
    if isinstance(found.primary.analysis, Reason) and found.planned_weeks >= FIRST_LOOK <= found.weeks_done:
        return found.primary.analysis.value
    if found.state is State.FINISHED:
        return f"It ended before the first look, which is after week {FIRST_LOOK}."
    return f"The first look is after week {FIRST_LOOK}."


def _sentence(words: str) -> str:
    said = words or "nothing is recorded"
    return f"{said[:1].upper()}{said[1:].rstrip('.')}."


def starts_words(found: PilotFound) -> tuple[str, str]:
    """Return when a pilot that has not started will, and when its looks come."""
    plan = found.held.plan
    weeks = count_noun(found.planned_weeks, "week")
    first_look = (
        f" The first look is after week {FIRST_LOOK}; until its end it is too early to say unless the rule for stopping early is met."
        if found.planned_weeks > FIRST_LOOK
        else " It is too short for a look before its end."
    )
    return (
        f"It starts on {format_date(plan.first_day)}.",
        f"{weeks} are planned, to {format_date(plan.last_day)}.{first_look}",
    )


def guards_table(found: PilotFound) -> tuple[Table, ...]:
    """Return what must not get worse, each with its margin, its change so far and whether it is met."""
    guards = [each for each in found.outcomes if each.outcome.role is Role.GUARD]
    if not guards:
        return ()
    title = "Guards" if found.state is State.FINISHED else "Guards so far"
    rows = tuple(
        Row((each.outcome.label, _margin(each), _change(each)), each.judged.verdict if each.judged else None)
        for each in guards
    )
    sure = "95% range" if found.state is State.FINISHED else "99.7% range"
    return (Table(title, ("Must not get worse", "By at most", f"Change ({sure})"), rows, GUARD_NOTE),)


def _margin(each: OutcomeFound) -> str:
    if each.outcome.margin is None or each.series is None:
        return "no margin set" if each.outcome.margin is None else f"{each.outcome.margin:g}"
    return size_words(each.outcome.margin, each.series.measure.unit)


def _change(each: OutcomeFound) -> str:
    if each.effect is None or each.series is None:
        reason = each.analysis.value if isinstance(each.analysis, Reason) else _sentence(each.trouble)
        return reason.rstrip(".")
    return effect_words(each.effect, each.series.measure.unit, good_or_bad(each.series.measure))


def guards_box(found: PilotFound) -> Box | None:
    """Return that nothing guards against harm, where the plan names no guard."""
    return None if found.held.plan.guards else Box("Guards", (Line("", NO_GUARDS),), is_quiet=True)
