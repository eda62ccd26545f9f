"""Finds the true line of a row in its file, also where quoted fields hold line breaks and where rows were refused."""

import csv
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from frontdoor.errors import UnreadableFileError
from frontdoor.intake.header import LARGEST_FIELD, Header
from frontdoor.intake.passes import Rows
from frontdoor.intake.surveying import Survey, line_numbers_at


@dataclass(frozen=True, slots=True)
class Lines:
    """A CSV read into `accepted` rows: which line each row and each malformed row starts on.

    The last rows came late, out of the file's order; `late` is the line each of those starts on.
    """

    path: Path
    header: Header
    survey: Survey
    accepted: int
    malformed_lines: tuple[int, ...]
    late: tuple[int, ...] = ()

    @property
    def first(self) -> int:
        """Return the first line after the header."""
        return self.header.lines_before + self.header.lines + 1

    @property
    def is_one_line_a_row(self) -> bool:
        return self.survey.lines == self.first - 1 + self.accepted + len(self.malformed_lines)

    @property
    def in_order(self) -> int:
        """Return how many rows stand in the file's order; those from this number on came late."""
        return self.accepted - len(self.late)

    def check_nothing_is_lost(self) -> None:
        """Raise UnreadableFileError if the file holds more or fewer rows than were read and refused together."""
        if self.is_one_line_a_row:
            return
        held = sum(1 for _ in self._starts())
        seen = self.accepted + len(self.malformed_lines)
        if held != seen:
            raise UnreadableFileError(
                f"the file holds {held:,} rows but only {seen:,} could be told apart. "
                "A quotation mark is probably never closed, or one row is over 2 MB long."
            )

    def of(self, rows: Iterable[int]) -> dict[int, int]:
        """Return the line each accepted row (numbered from 0) starts on."""
        wanted = set(rows)
        late = {row: self.late[row - self.in_order] for row in wanted if row >= self.in_order}
        return self._of_ordered(wanted - late.keys()) | late

    def places(self) -> dict[int, float]:
        """Return where each late row would stand among the rows in order: between two of their numbers."""
        if not self.late:
            return {}
        before = self._rows_before_late()
        count = len(self.late) + 1
        return {self.in_order + index: rows - 1 + (index + 1) / count for index, rows in enumerate(before)}

    def _of_ordered(self, rows: set[int]) -> dict[int, int]:
        if not rows:
            return {}
        apart = sorted((*self.malformed_lines, *self.late))
        if self.is_one_line_a_row:
            return {row: self._shifted(row, apart) for row in rows}
        elsewhere = set(apart)
        starts = (line for line in self._starts() if line not in elsewhere)
        return {row: line for row, line in enumerate(starts) if row in rows}

    def _shifted(self, row: int, apart: list[int]) -> int:
        """Return the line of a row where each row is one line: later by every line before it that is not in order."""
        line = self.first + row
        while (shifted := self.first + row + bisect_right(apart, line)) != line:
            line = shifted
        return line

    def _rows_before_late(self) -> list[int]:
        """Return how many rows in order stand before each late one."""
        apart = sorted((*self.malformed_lines, *self.late))
        starts = range(self.first, self.survey.lines + 1) if self.is_one_line_a_row else list(self._starts())
        return [bisect_left(starts, line) - bisect_left(apart, line) for line in self.late]

    def _starts(self) -> Iterator[int]:
        """Yield the first line of every row after the header, blank lines left out; reads the whole file again."""
        csv.field_size_limit(LARGEST_FIELD)
        with self.path.open(encoding="utf-8", errors="replace", newline="") as stream:
            reader = csv.reader(stream, delimiter=self.header.delimiter)
            before = 0
            for row in reader:
                if row and before >= self.first - 1:
                    yield before + 1
                before = reader.line_num


def lines_of(path: Path, header: Header, survey: Survey, rows: Rows) -> Lines:
    """Return the lines of a CSV just read."""
    positions = sorted([*(one.byte for one in rows.refused), *rows.late])
    found = dict(zip(positions, line_numbers_at(path, positions), strict=True))
    refused, late = (tuple(found[byte] for byte in group) for group in ([one.byte for one in rows.refused], rows.late))
    return Lines(path, header, survey, rows.accepted, refused, late)
