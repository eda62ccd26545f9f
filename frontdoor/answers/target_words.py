"""Targets in words and as drawn: 'at least 70%', 'TBA for 39 months', 'Lowered from 80%'."""

from datetime import date

from frontdoor.figure import TargetStep
from frontdoor.measures.formatting import format_target, format_value
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
    """Return 'Lowered from 80%', or 'Eased from 8%' where less is better, while an easier target is flagged; else nothing."""
    now, before = judgement.target, judgement.previous_target
    if not judgement.is_lowered or now is None or now.value is None or before is None or before.value is None:
        return ""
    return f"{'Lowered' if now.value < before.value else 'Eased'} from {format_value(before.value, before.unit)}"


def steps(targets: tuple[Target, ...], unit: Unit, better: Better) -> tuple[TargetStep, ...]:
    """Return the history as drawn, oldest first; only targets in the measure's own unit."""
    return tuple(
        TargetStep(
            target.from_date, target.value, "" if target.value is None else f"Target {format_value(target.value, unit)}"
        )
        for target in sorted(targets, key=lambda target: target.from_date)
        if target.unit == unit and better is not Better.NEITHER
    )
