"""What is said of stated figures: who states what, of how many, and where the counts say something else."""

from frontdoor.answers.answer import StatedLine
from frontdoor.answers.sentences import count_noun
from frontdoor.answers.stated import is_timed
from frontdoor.measures.formatting import format_date, format_in_full, format_value
from frontdoor.measures.measure import Measure
from frontdoor.periods import Period
from frontdoor.schema.units import Unit

AS_STATED = (
    "As stated by the source ({provider}), {of_what}: no counts are held, so it is judged as stated and is approximate."
)
"""What stands beside a value that no counts of ours made."""


def stated_sentence(lines: tuple[StatedLine, ...], measure: Measure, period: Period) -> str:
    """Return what is stated for the period, or over which range, and that rates without counts are never added up.

    Figures counted by different thresholds are told apart.
    """
    by_threshold: dict[int | None, list[StatedLine]] = {}
    for line in lines:
        by_threshold.setdefault(line.within_seconds, []).append(line)
    return " ".join(
        _said(tuple(own), measure, period) + _by_which_time(seconds, measure) for seconds, own in by_threshold.items()
    )


def _by_which_time(seconds: int | None, measure: Measure) -> str:
    if not is_timed(measure):
        return ""
    if seconds is None:
        return " It does not say by which promised time, so no promise is judged by it."
    return f" It is counted {within(seconds)}, so only a promise of just that time is judged by it."


def within(seconds: int | None) -> str:
    """Return 'within 20 seconds', nothing where no threshold is named."""
    return "" if seconds is None else f"within {format_in_full(seconds, Unit.SECONDS)}"


def _said(lines: tuple[StatedLine, ...], measure: Measure, period: Period) -> str:
    who = " and ".join(dict.fromkeys(line.provider for line in lines))
    exact = [line for line in lines if line.is_for(period)]
    if len(lines) == 1 and exact:
        return f"As stated by the source ({who}): {_value(exact[0], measure)} for {period.label}, {of_what(exact[0], measure)}."
    low, high = (pick(lines, key=lambda line: line.value) for pick in (min, max))
    return (
        f"As stated by the source ({who}), for {count_noun(len(lines), 'day' if _are_days(lines) else 'stretch of time')}: "
        f"from {_value(low, measure)} ({when(low)}) to {_value(high, measure)} ({when(high)}), "
        f"{of_what(low, measure)}. Rates without counts cannot be added up, so none is made for {period.label}."
    )


def disagreement_sentence(lines: tuple[StatedLine, ...], measure: Measure) -> str:
    """Return where a stated figure differs from its own counts by more than rounding; nothing where none does."""
    wrong = [line for line in lines if line.disagrees]
    if not wrong:
        return ""
    worst = max(wrong, key=lambda line: abs(line.value - (line.counted or 0.0)))
    counted = format_value(worst.counted, measure.unit, places=1)
    return (
        f"{len(wrong)} of {len(lines)} stated figures differ from the counts by more than rounding, most for {when(worst)}: "
        f"stated {format_value(worst.value, measure.unit, places=1)}, worked from counts {counted}."
    )


def of_what(line: StatedLine, measure: Measure) -> str:
    """Return the denominator by name: 'of 14,195 calls', or that the source gives no number of them."""
    if line.denominator is not None:
        return f"of {line.denominator:,.0f} {measure.noun}"
    return f"of {measure.noun} as the source counts them, how many it does not say"


def when(line: StatedLine) -> str:
    """Return the days it is stated for."""
    if line.first == line.last:
        return format_date(line.first)
    label = Period(line.first, line.last).label
    return Period.month(line.first).label if Period.month(line.first).last == line.last else label


def _value(line: StatedLine, measure: Measure) -> str:
    return format_value(line.value, measure.unit)


def _are_days(lines: tuple[StatedLine, ...]) -> bool:
    return all(line.first == line.last for line in lines)
