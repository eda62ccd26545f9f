"""Which lines of an Easy Read draft share a sheet of paper: as many as have room, and a part whole where it can be."""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from frontdoor.packs.easy.part import Line, Part

SHEET = 6.2  # rows that fit a sheet of A4: a row is a picture of 33 mm and the 5 mm below it
HEADING = 0.6  # of a row, for each line of a heading with the room around it
LETTERS_OF_HEADING = 40  # that fit one line at 24 point
LETTERS = 32  # of 16 point type that fit a line beside a picture
TEXT_LINES = 4  # that a row is high
MORE = "{0} (more)"

Sheet = tuple[Part, ...]


def sheets_of(parts: Sequence[Part]) -> list[Sheet]:
    """Return the parts of each sheet in order; a part that is longer than a sheet goes on under the same heading."""
    sheets: list[Sheet] = []
    for part in (piece for whole in parts for piece in _pieces(whole)):
        if sheets and _height(sheets[-1]) + _height((part,)) <= SHEET:
            sheets[-1] = (*sheets[-1], part)
        else:
            sheets.append((part,))
    return sheets


def _pieces(part: Part) -> list[Part]:
    """Return the part in as few and as equal pieces as fit a sheet each."""
    room = SHEET - _heading(MORE.format(part.title))
    for count in range(max(1, ceil(sum(map(_row, part.lines)) / room)), len(part.lines) + 1):
        size = ceil(len(part.lines) / count)
        lines = [part.lines[start : start + size] for start in range(0, len(part.lines), size)]
        if all(sum(map(_row, piece)) <= room for piece in lines):
            titles = [part.title, *[MORE.format(part.title)] * (len(lines) - 1)]
            return [replace(part, title=title, lines=piece) for title, piece in zip(titles, lines, strict=True)]
    return [replace(part, lines=(line,)) for line in part.lines]


def _height(sheet: Sheet) -> float:
    return sum(_heading(part.title) + sum(map(_row, part.lines)) for part in sheet)


def _heading(title: str) -> float:
    return HEADING * ceil(len(title) / LETTERS_OF_HEADING)


def _row(line: Line) -> float:
    """Return how many rows a line takes: one, or more where its words do not fit beside one picture."""
    return max(1.0, ceil(len(line.words) / LETTERS) / TEXT_LINES)
