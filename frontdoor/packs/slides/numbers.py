"""Numbers of a chart's data sheet: as PowerPoint counts them, with the format that says them as the page does."""

import re

from frontdoor.charts.scale import Range
from frontdoor.measures.formatting import MINUS, format_value
from frontdoor.schema.units import Unit

SECONDS_IN_A_DAY = 86400  # a spreadsheet counts time in days
PENCE_IN_A_POUND = 100
DIGITS = 15  # that a spreadsheet keeps of a number
ANY_TIME = '[<0.00069]s"s";[<0.04166]m"m "s"s";[h]"h "m"m"'
"""Times of any length: below a minute, below an hour, longer; both edges half a second early."""
TIMES = {"s": 's"s"', "ms": '[m]"m "s"s"', "m": '[m]"m"', "hm": '[h]"h "m"m"', "h": '[h]"h"'}
"""A time's format by the letters its words have."""
SAID = re.compile(r"^(?P<sign>[+−]?)(?P<before>[^\d]*)(?P<whole>[\d,]+)(?:\.(?P<places>\d+))?(?P<after>.*)$")
GENERAL = "General"


def sheet_number(value: float | None, unit: Unit) -> float | None:
    """Return a value as the sheet holds it: money in pounds, times in days, everything else as it is."""
    if value is None:
        return None
    divisor = {Unit.PENCE: PENCE_IN_A_POUND, Unit.SECONDS: SECONDS_IN_A_DAY}.get(unit, 1)
    return float(f"{value / divisor:.{DIGITS}g}")


def value_format(value: float | None, unit: Unit, places: int | None = None) -> str:
    """Return the format under which a cell says its value exactly as `format_value` does."""
    return GENERAL if value is None else words_format(format_value(value, unit, places=places), unit)


def words_format(words: str, unit: Unit) -> str:
    """Return the format under which a number is said in these words, with any other number like it said alike."""
    if unit is Unit.SECONDS:
        return TIMES.get("".join(letter for letter in words if letter in "hms"), ANY_TIME)
    found = SAID.match(words)
    if not found:
        return GENERAL
    after = found["after"]
    percent = "%" if after.startswith("%") else ""
    digits = ("0" if percent else "#,##0") + (f".{'0' * len(found['places'])}" if found["places"] else "")
    body = f"{_quoted(found['before'])}{digits}{percent}{_quoted(after.removeprefix('%'))}"
    if not any(digit in words for digit in "123456789"):
        return f"{body};{body};{body}"
    is_signed = found["sign"] == "+" or unit in {Unit.SCORE, Unit.NET_POINTS}
    return f'"+"{body};"{MINUS}"{body};{body}' if is_signed else f'{body};"{MINUS}"{body}'


def axis_format(scale: Range) -> str:
    """Return the one format under which all ticks of an axis are said."""
    if scale.unit is Unit.SECONDS:
        return ANY_TIME
    longest = max(scale.words, key=lambda word: len(word.partition(".")[2]), default="")
    return words_format(longest, scale.unit)


def _quoted(words: str) -> str:
    return f'"{words}"' if words else ""
