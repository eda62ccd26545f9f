"""Ranges as columns that stand on each other: an empty part up to the low end, then a part for each stretch between ends."""

from collections.abc import Sequence
from dataclasses import dataclass

from frontdoor.packs.slides.sheet import Column, letter_of, worked_column

FIRST_END = 2  # the column of the first low end, after what was seen and what was expected


@dataclass(frozen=True, slots=True)
class Band:
    """A range by its two columns of the frame, what it is called, and its colour."""

    low: str
    high: str
    words: str
    colour: str


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the columns, worked out from the ends; an empty colour only lifts what stands on it."""

    column: Column
    colour: str


def band_parts(bands: Sequence[Band], columns: Sequence[Column]) -> list[Part]:
    """Return the parts of ranges whose low and high ends are columns 2, 3, 4 ... of `columns`, the widest range first.

    Above nought and below it parts stand on their own, as PowerPoint stacks them; parts that are nowhere are left out.
    """
    lows = [FIRST_END + 2 * at for at in range(len(bands))]
    edges = [*lows, *(low + 1 for low in reversed(lows))]
    colours = [*(band.colour for band in bands), *(band.colour for band in reversed(bands[:-1]))]
    words = [*(band.words for band in bands), *(band.words for band in reversed(bands[:-1]))]
    if not edges:
        return []
    parts = [_lift(columns, edges[0], "MAX"), *_between(columns, edges, colours, words, "MAX")]
    parts += [_lift(columns, edges[-1], "MIN"), *_between(columns, edges, colours, words, "MIN")[::-1]]
    return [part for part in parts if any(part.column.numbers)]


def _lift(columns: Sequence[Column], edge: int, side: str) -> Part:
    """Return the empty part from nought to the nearest end on one side of nought."""
    chosen = max if side == "MAX" else min
    numbers = [None if number is None else chosen(number, 0.0) for number in columns[edge].numbers]
    letter = letter_of(edge)
    where = "above" if side == "MAX" else "below"
    column = worked_column(
        f"Up to the range, {where} nought", numbers, f'=IF({letter}{{row}}="","",{side}({letter}{{row}},0))'
    )
    return Part(column, "")


def _between(
    columns: Sequence[Column], edges: Sequence[int], colours: Sequence[str], words: Sequence[str], side: str
) -> list[Part]:
    """Return the part between each end and the next on one side of nought."""
    chosen = max if side == "MAX" else min
    parts = []
    for low, high, colour, said in zip(edges, edges[1:], colours, words, strict=False):
        first, last = (low, high) if side == "MAX" else (high, low)
        numbers = [
            None if bottom is None or top is None else round(chosen(top, 0.0) - chosen(bottom, 0.0), 12)
            for bottom, top in zip(columns[first].numbers, columns[last].numbers, strict=True)
        ]
        start, end = letter_of(first), letter_of(last)
        known = f"COUNT({start}{{row}},{end}{{row}})=2"
        formula = f'=IF({known},{side}({end}{{row}},0)-{side}({start}{{row}},0),"")'
        parts.append(Part(worked_column(f"{said}, drawn", numbers, formula), colour))
    return parts
