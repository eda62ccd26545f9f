"""Targets in words and as drawn: 'at least 70%', 'TBA for 39 months', 'Lowered from 80%'."""

from datetime import date

from frontdoor.figure import TargetStep
from frontdoor.measures.formatting import format_gap, format_target, format_value
from frontdoor.schema.units import Better, Unit
from frontdoor.strategy.judgement import Judgement
from frontdoor.strategy.strategy import Target

TO_BE_SET = "TBA"


def phrase(target: Target, better: Better) -> str:
    """Return 'at least 70%' or 'at most 8%'; 'TBA' where no value is set."""
    if target.value is None:
        return TO_BE_SET
    return format_target(target.value, target.unit, better)


def months_between(first: date, last: date) -> int:
    """Return the whole months from `first` to `last`."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return max(months - (last.day < first.day), 0)


def age(since: date, on: date) -> str:
    """Return how long a target has been to be set: 'TBA for 39 months'."""
    months = months_between(since, on)
    return TO_BE_SET if not months else f"{TO_BE_SET} for {months} month{'' if months == 1 else 's'}"


def target_line(judgement: Judgement, better: Better, on: date) -> str:
    """Return the target in force in words, or 'No target'."""
    if judgement.target is None:
        return "No target"
    if judgement.target.value is None:
        return age(judgement.to_be_set_since or judgement.target.from_date, on)
    return phrase(judgement.target, better)


def lowered_line(judgement: Judgement) -> str:
    """Return 'Lowered from 80%', 'Eased from 8%' where less is better, while an easier target is flagged; else nothing.

    A number given up is 'No target now: 80% before', and a wider band of what counts as close says so.
    """
    now, before = judgement.target, judgement.previous_target
    if not judgement.is_lowered or now is None or before is None or before.value is None:
        return ""
    was = format_value(before.value, before.unit)
    if now.value is None:
        return f"No target now: {was} before"
    if now.value == before.value:
        return f"More counts as close: {tolerance_words(now)}, not {tolerance_words(before)}"
    return f"{'Lowered' if now.value < before.value else 'Eased'} from {was}"


def tolerance_words(target: Target) -> str:
    """Return how near counts as close: 'within 2 points', or 'no band'."""
    return f"within {format_gap(target.tolerance, target.unit)}" if target.tolerance else "no band"


def steps(targets: tuple[Target, ...], unit: Unit, better: Better) -> tuple[TargetStep, ...]:
    """Return the history as drawn, oldest first; only targets in the measure's own unit."""
    return tuple(
        TargetStep(
            target.from_date, target.value, "" if target.value is None else f"Target {format_value(target.value, unit)}"
        )
        for target in sorted(targets, key=lambda target: target.from_date)
        if target.unit == unit and better is not Better.NEITHER
    )
