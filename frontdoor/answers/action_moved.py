"""Did the measure move once an action was under way? Its months before and since, side by side; what moved it cannot be told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from frontdoor.answers.answer import Point, Result
from frontdoor.answers.change import up_to_last_finished
from frontdoor.measures.formatting import format_date, format_gap, format_value
from frontdoor.measures.measure import Kind, Measure
from frontdoor.periods import Period, month_end, month_start
from frontdoor.schema.units import Better

MONTHS_BESIDE = 3
"""How many months before and since are put side by side; a quarter is what committees read."""

NOT_BECAUSE = (
    "Moved after, not because of: the season, other actions and events of the same months are not taken out. Where a cause "
    "must be known, a pilot with a comparison can tell."
)
NO_DAY = "Nobody has said from which day on it is under way."


@dataclass(frozen=True, slots=True)
class Moved:
    """What stood before and what has stood since: `word` sums it up, `words` says it in full; no values where it cannot be told."""

    word: str
    words: str
    before: float | None = None
    since: float | None = None


def moved(result: Result, began: date | None, on: date) -> Moved:
    """Return what the measure did from the first day of an action on; `on` is today, and days to come have moved nothing."""
    if began is None:
        return Moved("Can’t tell", NO_DAY)
    if began > on:
        return Moved("Not begun", f"It begins on {format_date(began)}.")
    before, since = _sides(result, began)
    if not since:
        return Moved("Too soon to say", f"No month since {format_date(began)} is finished and shown.")
    if not before:
        return Moved("Can’t tell", f"No month before {format_date(began)} is shown that was recorded in the same way.")
    return _compared(result, began, before, since)


def _sides(result: Result, began: date) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """Return the last months before the one it began in and the latest since; that month itself is of both and of neither."""
    known = [point for point in up_to_last_finished(result.trend) if point.value is not None and point.is_complete]
    if result.judged_from is not None:
        known = [point for point in known if point.period_start >= result.judged_from]
    own = month_start(began)
    before = tuple(point for point in known if point.period_start < own)
    since = tuple(point for point in known if point.period_start > own or point.period_start == began)
    return before[-MONTHS_BESIDE:], since[-MONTHS_BESIDE:]


def _compared(result: Result, began: date, before: Sequence[Point], since: Sequence[Point]) -> Moved:
    unit = result.measure.unit
    first, first_words = _together(before, result.measure)
    last, last_words = _together(since, result.measure)
    was, now = format_value(first, unit), format_value(last, unit)
    word = "No change since" if was == now else _way(last - first, result.measure.better)
    apart = f", {format_gap(last - first, unit)} {'more' if last > first else 'less'}" if was != now else ""
    words = (
        f"{was} in {first_words} before it began on {format_date(began)}; {now} in {last_words} since{apart}. "
        f"The chart says: {result.change.words[:1].lower()}{result.change.words[1:]}."
    )
    return Moved(word, words, first, last)


def _way(difference: float, better: Better) -> str:
    if better is Better.NEITHER:
        return "More since" if difference > 0 else "Less since"
    return "Better since" if (difference > 0) == (better is Better.HIGHER) else "Worse since"


def _together(points: Sequence[Point], measure: Measure) -> tuple[float, str]:
    """Return the months' figure and their name: sums divided once, a count a month, else the latest month alone."""
    sums = [(point.numerator, point.denominator) for point in points]
    counted = [numerator for numerator, _ in sums if numerator is not None]
    out_of = [denominator for _, denominator in sums if denominator]
    if measure.kind is Kind.RATIO and len(counted) == len(out_of) == len(points):
        return sum(counted) / sum(out_of) * measure.multiplier, _months(points)
    if measure.kind is Kind.COUNT and len(counted) == len(points):
        return sum(counted) / len(points) * measure.multiplier, f"a month of {_months(points)}"
    return points[-1].value or 0.0, points[-1].label


def _months(points: Sequence[Point]) -> str:
    """Return 'May to July 2026', also where one of them has no figure."""
    return Period(points[0].period_start, month_end(points[-1].period_start)).label
