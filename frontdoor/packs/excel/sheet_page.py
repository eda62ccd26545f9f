"""A sheet as it is opened and printed: its title and notes on top, its heading kept in sight, its footer with the as-at line."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from frontdoor.packs.excel.fit import lines
from frontdoor.packs.excel.looks import Looks
from frontdoor.packs.excel.notes import Note
from frontdoor.packs.excel.values import cut
from frontdoor.packs.pack import Pack

CONTENTS = "Contents"
A4 = 9  # xlsxwriter's number of the paper
NOTE_WIDTH = 110  # letters that are read with ease on one line
LINE, TITLE_LINE = 15.0, 21.0  # points
LONGEST_FOOT = 150  # letters of the as-at line; a footer holds 255 in all
USUAL_WIDTH = 9  # letters of a column nobody set


@dataclass(frozen=True, slots=True)
class Paper:
    """One sheet being written, with the workbook's looks and what the pack says on every sheet."""

    page: Any
    looks: Looks
    pack: Pack


def write_notes(paper: Paper, title: str, notes: Sequence[Note], widths: Sequence[int]) -> int:
    """Write the title, the notes and a link to the contents from the first row on; return the next row.

    `widths` are those of the columns in letters; a note runs across as many as give it a line of reading length.
    """
    page, looks = paper.page, paper.looks
    page.set_row(0, TITLE_LINE)
    page.write_string(0, 0, cut(title), looks.words(title, **TITLE))
    last, across = _across(widths)
    for row, note in enumerate(notes, start=1):
        words = cut(note.words)
        look = looks.stamp() if note.is_stamp else looks.words(words, text_wrap=True)
        page.merge_range(row, 0, row, last, "", look)
        page.write_string(row, 0, words, look)
        page.set_row(row, LINE * lines(words, across))
    row = len(notes) + 1
    page.write_url(row, 0, f"internal:'{CONTENTS}'!A1", looks.link(), "Back to the contents")
    return row + 1


TITLE = {"bold": True, "font_size": 14}
"""The look of a title."""


def note_columns(widths: Sequence[int]) -> int:
    """Return the last column that notes run across."""
    return _across(widths)[0]


def _across(widths: Sequence[int]) -> tuple[int, int]:
    """Return the last column of notes, at least the second, and how many letters they have room for."""
    used, last = 0, 0
    for last, width in enumerate([*widths, *[USUAL_WIDTH] * NOTE_WIDTH]):
        used += width
        if used >= NOTE_WIDTH and last:
            break
    return last, used


def print_as(paper: Paper, heading: int, corner: tuple[int, int]) -> None:
    """Set the print of a sheet up to `corner` (row, column): landscape A4, one page wide, heading on each, a footer."""
    page, pack = paper.page, paper.pack
    page.set_landscape()
    page.set_paper(A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(heading)
    page.print_area(0, 0, *corner)
    page.set_header(f"&L{_foot(pack.title)}&R{_foot(pack.stamp)}")
    page.set_footer(f"&L{_foot(pack.as_at_line)}&RPage &P of &N")
    page.hide_gridlines(2)


def _foot(words: str) -> str:
    """Return words of a footer, in which one ampersand is written as two."""
    return words[:LONGEST_FOOT].replace("&", "&&").replace("\n", " ")
