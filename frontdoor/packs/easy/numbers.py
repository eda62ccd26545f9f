"""Numbers in easy words: '62 in every 100 calls', 'about 6 in every 10 calls'; said otherwise, and never changed."""

import re

from frontdoor.measures.formatting import MINUS, NOTHING, format_in_full, in_every_hundred
from frontdoor.packs.pack import Cell
from frontdoor.schema.units import Unit

NEAR = 0.025  # how far a share may be from a tenth to be said as "about 6 in every 10"
EXACT = 1e-9
PERCENT = re.compile(r"([+−-]?\d+(?:\.\d+)?)%")


def share_words(cell: Cell, noun: str, target: Cell | None = None) -> str:
    """Return '62 in every 100 calls'; in tenths where that tells it from the target, and 'just under' where nothing else does."""
    share, aim = _number(cell), None if target is None else target.value
    if not isinstance(aim, float | int):
        return in_every_hundred(share, noun)
    if is_in_tenths(cell, target):
        return f"{'' if _is_tenth(share) else 'about '}{round(share * 10)} in every 10 {noun}"
    said = in_every_hundred(share, noun)
    if share != aim and said == in_every_hundred(aim, noun):
        return f"just {'under' if share < aim else 'over'} {said}"
    return said


def target_words(target: Cell, is_tenths: bool) -> str:
    """Return 'at least 7 in every 10', 'at most 60 seconds': the promise as the pack says it."""
    edge = next((edge for edge in ("at least", "at most", "about") if target.words.startswith(edge)), "")
    said = (
        (f"{round(_number(target) * 10)} in every 10" if is_tenths else _exact_share(_number(target)))
        if target.unit is Unit.SHARE
        else value_words(target)
    )
    return f"{edge} {said}".strip()


def is_in_tenths(cell: Cell, target: Cell | None) -> bool:
    """Return whether tenths tell a share from its target: the target is a whole tenth, the share near another."""
    if target is None or target.value is None or cell.value is None:
        return False
    share, aim = _number(cell), _number(target)
    tenth = round(share * 10)
    is_near = 1 <= tenth <= 9 and abs(share - tenth / 10) <= NEAR
    return is_near and _is_tenth(aim) and round(aim * 10) != tenth


def value_words(cell: Cell) -> str:
    """Return a number that is no share as it is said aloud: '1 minute 24 seconds', 'minus 0.03'."""
    if cell.unit is Unit.SECONDS:
        return format_in_full(_number(cell), Unit.SECONDS)
    return (
        cell.words.split(". ")[0]
        .removeprefix("at least ")
        .removeprefix("at most ")
        .replace("+", "")
        .replace(MINUS, "minus ")
    )


def cell_of_words(words: str) -> Cell:
    """Return words of a fact as a cell, with the share behind '49%'; a dash and other words have none."""
    found = PERCENT.fullmatch(words.strip())
    if words == NOTHING or not found:
        return Cell(words)
    return Cell(words, float(found[1].replace(MINUS, "-")) / 100, Unit.SHARE)


def _exact_share(share: float) -> str:
    """Return a promised share in hundreds, or in thousands where it is finer than that."""
    if abs(share * 100 - round(share * 100)) > EXACT * 100:
        return f"{round(share * 1000, 1):g} in every 1,000"
    return f"{round(share * 100)} in every 100"


def _is_tenth(share: float) -> bool:
    return abs(share * 10 - round(share * 10)) < EXACT


def _number(cell: Cell) -> float:
    if not isinstance(cell.value, int | float):
        raise TypeError(f"No number stands behind {cell.words!r}")
    return float(cell.value)
