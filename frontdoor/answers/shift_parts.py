"""Numbers that add up as they are written, and how points are said: '3.2 points: 3.0 because …, 0.2 because …'."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from frontdoor.measures.formatting import MINUS

WHOLE_POINTS_FROM = 5.0  # points; below it a tenth matters to a reader


def points_places(change: float) -> int:
    """Return the decimal places in which a change of a share (0 to 1) is said: whole points from 5 on."""
    return 0 if abs(change) * 100 >= WHOLE_POINTS_FROM else 1


def points_words(change: float, places: int | None = None) -> str:
    """Return '3.2 points', '1 point', without a sign; with `places` given, so many of them: '4.0 points'."""
    rounded = _rounded(abs(change) * 100, points_places(change) if places is None else places)
    said = _plain(rounded) if places is None else str(rounded)
    return f"{said} point{'' if said == '1' else 's'}"


def signed_points(change: float, places: int | None = None) -> str:
    """Return '+3.2 points', '−1 point', '0 points'."""
    said = points_words(change, places)
    return said if not any(digit in said for digit in "123456789") else f"{MINUS if change < 0 else '+'}{said}"


def lower(words: str) -> str:
    """Return words as they stand within a sentence: 'year to October 2026'; a month keeps its capital."""
    return f"{words[:1].lower()}{words[1:]}" if words.startswith("Year ") else words


def rounded_parts(parts: Sequence[float], places: int) -> list[float]:
    """Return the parts rounded so that they add up to their rounded sum: the one rounded worst gives way."""
    step = 10.0**-places
    whole = [float(_rounded(part, places)) for part in parts]
    missing = round((float(_rounded(sum(parts), places)) - sum(whole)) / step)
    order = sorted(range(len(whole)), key=lambda at: (whole[at] - parts[at]) * (1 if missing > 0 else -1))
    for turn in range(abs(missing)):
        whole[order[turn % len(order)]] += step if missing > 0 else -step
    return [float(_rounded(part, places)) for part in whole]


def _rounded(value: float, places: int) -> Decimal:
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return abs(rounded) if rounded == 0 else rounded


def _plain(value: Decimal) -> str:
    return f"{value.quantize(Decimal(1)) if value == value.to_integral_value() else value}"
