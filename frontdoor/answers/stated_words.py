"""What is said of stated figures: who states what, of how many, and where the counts say something else."""

from frontdoor.answers.answer import StatedLine
from frontdoor.answers.sentences import count_noun
from frontdoor.answers.stated import is_timed
from frontdoor.measures.formatting import format_date, format_value
from frontdoor.measures.measure import Measure
from frontdoor.periods import Period

AS_STATED = (
    "As stated by the source ({provider}), {of_what}: no counts are held, so it is judged as stated and is approximate."
)
"""What stands beside a value that no counts of ours made."""


def stated_sentence(lines: tuple[StatedLine, ...], measure: Measure, period: Period) -> str:
    """Return what is stated for the period, or over which range, and that rates without counts are never added up."""
    if not lines:
        return ""
    unjudged = " It does not say by which promised time, so no promise is judged by it." if is_timed(measure) else ""
    return _said(lines, measure, period) + unjudged


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
