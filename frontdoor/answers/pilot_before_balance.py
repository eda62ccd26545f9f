"""How well each candidate moved with the pilot's own figure before the start, and which to compare with."""

from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from frontdoor.answers.context import Context
from frontdoor.answers.pilot_before_found import planned_reason
from frontdoor.answers.pilot_before_units import candidates
from frontdoor.answers.pilot_effect_words import size_words
from frontdoor.answers.pilot_found import OutcomeFound
from frontdoor.answers.pilot_series import OutcomeSeries
from frontdoor.answers.pilot_series_made import outcome_series
from frontdoor.answers.sentences import count_noun, listed
from frontdoor.answers.view_answer import Row, Table
from frontdoor.errors import CannotTellError
from frontdoor.measures.formatting import NOTHING, format_value
from frontdoor.schema.units import Unit
from frontdoor.statistics.arrays import Floats
from frontdoor.statistics.comparison_balance import Balance, choose_comparisons
from frontdoor.statistics.detectable_effect import baseline_noise, smallest_effect
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_scale import off_scale, on_scale
from frontdoor.statistics.pilot_weeks import PilotWeeks
from frontdoor.statistics.placebo_units import gap as gap_to
from frontdoor.strategy.pilot_plan import ComparedBy, PilotPlan

CHOOSE_BEFORE = "Choose before the start only. Afterwards it would be a choice of answers, so nothing here changes a plan that has begun."
DECLARED, SAME_DAYS = "declared in the plan", "the same days, so contacts may move to or from it"
NOTE = (
    "Moves with it: the correlation of changes from week to week before the start. A comparison whose gap to the pilot grew or shrank "
    "before the start by more than chance would go on doing so, so it is not chosen. Those the pilot itself touches are left out."
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One candidate by its name, whether the plan declares it, and how it did; `smallest` in the measure's unit.

    `is_same_day`: other hours of the pilot's own days, to or from which its contacts may move.
    """

    label: str
    is_declared: bool
    balance: Balance
    smallest: float | None
    is_same_day: bool = False


@dataclass(frozen=True, slots=True)
class Balanced:
    """All candidates of the primary outcome; `chosen` by the weeks before, `with_them` and `alone` what could be found so.

    `declared`: the same with all that the plan declares; None where it declares none or nothing could be found.
    """

    candidates: tuple[Candidate, ...]
    chosen: tuple[str, ...]
    with_them: float | None
    alone: float | None
    declared: float | None
    unit: Unit


def balanced(found: OutcomeFound, plan: PilotPlan, context: Context) -> Balanced | None:
    """Return how the candidates compare; None where there is none or nothing is recorded."""
    own = found.series
    if own is None:
        return None
    rows: dict[str, Floats] = {}
    same_days: set[str] = set()
    for comparison in candidates(found.outcome, plan, context):
        try:
            told = outcome_series(replace(found.outcome, comparison=comparison), plan, context)
        except CannotTellError:
            continue
        rows |= {
            label: _aligned(told.starts, row, own.starts)
            for label, row in zip(told.labels, told.comparisons, strict=True)
        }
        same_days |= set(told.labels) if comparison.by is ComparedBy.HOURS else set()
    if not rows:
        return None
    told_apart = balance_of(own, rows)
    marked = tuple(replace(each, is_same_day=each.label in same_days) for each in told_apart.candidates)
    return replace(told_apart, candidates=marked)


def _aligned(starts: tuple[date, ...], row: Floats, wanted: tuple[date, ...]) -> Floats:
    held = dict(zip(starts, row, strict=True))
    return np.array([held.get(start, np.nan) for start in wanted], dtype=np.float64)


def balance_of(own: OutcomeSeries, rows: dict[str, Floats]) -> Balanced:
    """Return the choice among `rows` (weeks,) of each candidate by its name, on the scale of the analysis."""
    first = min(own.weeks.first, own.weeks.number)
    before = np.where(own.weeks.omitted(own.values), np.nan, own.values)[:first]
    others = np.array([row[:first] for row in rows.values()], dtype=np.float64).reshape(len(rows), first)
    given = on_scale(before, own.scale), on_scale(others, own.scale)
    choice = choose_comparisons(*given, own.planned_weeks, own.outcome.shape)
    names = list(rows)
    known = before[~np.isnan(before)]
    level = float(known.mean()) if known.size else 0.0
    found = tuple(
        Candidate(
            names[each.candidate], names[each.candidate] in own.labels, each, _in_unit(each.smallest_effect, level, own)
        )
        for each in choice.candidates
    )
    return Balanced(
        found, tuple(names[place] for place in choice.chosen), _in_unit(choice.smallest_effect, level, own),
        _in_unit(choice.alone, level, own), _in_unit(_declared(own, given[0]), level, own), own.measure.unit,
    )  # fmt: skip


def _declared(own: OutcomeSeries, before: Floats) -> float | None:
    """Return the smallest effect with the plan's own comparisons, on the scale of the analysis."""
    if not own.labels:
        return None
    noise = baseline_noise(gap_to(before, on_scale(own.comparisons[:, : len(before)], own.scale)))
    if isinstance(noise, Reason):
        return None
    weeks = PilotWeeks(len(before) + own.planned_weeks, len(before))
    found = smallest_effect(noise.likely, weeks, own.outcome.shape)
    return None if isinstance(found, Reason) else found


def _in_unit(effect: float | None, level: float, own: OutcomeSeries) -> float | None:
    """Return what an effect on the scale of the analysis is in the figure's own unit, from its usual level."""
    if effect is None:
        return None
    worthwhile = own.outcome.worthwhile
    side = -1.0 if worthwhile is not None and worthwhile < 0 else 1.0
    usual = on_scale(np.array([level]), own.scale)
    return abs(float(off_scale(usual + side * effect, own.scale)[0]) - level)


def balance_table(found: Balanced, *, has_started: bool) -> Table:
    """Return every candidate with how it did, the best first, and which to choose."""
    ordered = sorted(found.candidates, key=lambda each: (each.smallest is None, each.smallest or 0.0, each.label))
    rows = tuple(_row(each, found) for each in ordered)
    columns = ("Compare with", "Moves with it", "Gap before the start", "Alone with it, smallest change")
    note = f"{choice_words(found)} {NOTE} {CHOOSE_BEFORE}" if has_started else f"{choice_words(found)} {NOTE}"
    return Table("What to compare with", columns, rows, note, result_head="Choice")


def _row(each: Candidate, found: Balanced) -> Row:
    balance = each.balance
    moves = NOTHING if balance.correlation is None else format_value(balance.correlation, Unit.RATIO, places=1)
    if balance.reason is not None:
        gap = planned_reason(balance.reason).rstrip(".")
    elif balance.is_drifting_apart:
        gap = "drifts apart"
    else:
        gap = "keeps step"
    smallest = NOTHING if each.smallest is None else size_words(each.smallest, found.unit)
    chosen = "choose" if each.label in found.chosen else ""
    said = [DECLARED] if each.is_declared else []
    said += [SAME_DAYS] if each.is_same_day else []
    return Row((each.label, moves, gap, smallest), result=chosen, detail="; ".join(said))


def choice_words(found: Balanced) -> str:
    """Return which to choose and what that would bring."""
    alone = NOTHING if found.alone is None else size_words(found.alone, found.unit)
    if all(each.balance.reason for each in found.candidates):
        return "None of them can be told apart by what the plan allows."
    if not found.chosen or found.with_them is None:
        return "No candidate would help: none lets the pilot find a smaller change than it could without any."
    brings = size_words(found.with_them, found.unit)
    beside = (
        [] if found.declared is None else [f"{size_words(found.declared, found.unit)} with those the plan declares"]
    )
    beside += [] if found.alone is None else [f"{alone} without any"]
    rest = f", {listed(beside)}" if beside else ""
    return f"By the weeks before, compare with {listed(list(found.chosen))}: the pilot could then find {brings}{rest}."


def drifting_words(found: Balanced) -> str:
    """Return a warning of declared comparisons that drifted apart before the start; '' where none did."""
    apart = [each.label for each in found.candidates if each.is_declared and each.balance.is_drifting_apart]
    if not apart:
        return ""
    gap, it = ("that gap", "it") if len(apart) == 1 else ("those gaps", "them")
    return (
        f"The plan compares with {listed(apart)}: {gap} to the pilot already grew or shrank before its start, and going on so would look "
        f"like an effect. Leave {it} out or choose another."
    )


def declared_words(found: Balanced) -> str:
    """Return how many comparisons the plan declares, where it declares none."""
    number = sum(each.is_declared for each in found.candidates)
    return (
        ""
        if number
        else f"The plan declares no comparison; {count_noun(len(found.candidates), 'candidate')} could be looked at."
    )
