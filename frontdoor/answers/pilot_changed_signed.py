"""Changes in the cells of a table: with their sign, with the ends of their range, and what heads their column."""

from frontdoor.answers.pilot_effect_words import size_words
from frontdoor.answers.pilot_found import Range
from frontdoor.measures.formatting import MINUS, NOTHING
from frontdoor.schema.units import Unit

NO_LIMIT = "no limit"


def change_head(unit: Unit) -> str:
    """Return what the column of changes holds: 'Change a week' for counts."""
    return "Change a week" if unit is Unit.COUNT else "Change"


def signed(change: float, unit: Unit) -> str:
    """Return '−8.6 points', '+41', '0'."""
    size = size_words(change, unit)
    if not any(digit in size for digit in "123456789"):
        return size
    return f"{'+' if change > 0 else MINUS}{size}"


def between(effect: Range, unit: Unit) -> str:
    """Return '−13.9 to −3.3'; what has no end says so."""
    if effect.low is None and effect.high is None:
        return NOTHING
    said = [NO_LIMIT if end is None else signed(end, unit) for end in (effect.low, effect.high)]
    return f"{said[0].partition(' ')[0] if _is_of_one_word(said) else said[0]} to {said[1]}"


def _is_of_one_word(said: list[str]) -> bool:
    """Return whether both ends have the same one word after them, which is then said once."""
    ends = [each.partition(" ")[2].rstrip("s") for each in said]
    return ends[0] == ends[1] != "" and " " not in ends[0]
