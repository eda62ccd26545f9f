"""Finds the true line of a row in its file, also where quoted fields hold line breaks and where rows were refused."""

import csv
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from frontdoor.errors import UnreadableFileError
from frontdoor.intake.header import LARGEST_FIELD, Header
from frontdoor.intake.staging import Malformed
from frontdoor.intake.surveying import Survey, line_numbers_at


@dataclass(frozen=True, slots=True)
class Lines:
    """A CSV read into `accepted` rows: which line each row and each malformed row starts on."""

    path: Path
    header: Header
    survey: Survey
    accepted: int
    malformed_lines: tuple[int, ...]

    @property
    def first(self) -> int:
        """Return the first line after the header."""
        return self.header.lines_before + self.header.lines + 1

    @property
    def is_one_line_a_row(self) -> bool:
        return self.survey.lines == self.first - 1 + self.accepted + len(self.malformed_lines)

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

    def of(self, rows: list[int]) -> dict[int, int]:
        """Return the line each accepted row (numbered from 0 in the file's order) starts on."""
        if not rows:
            return {}
        if self.is_one_line_a_row:
            return {row: self._shifted(row) for row in rows}
        wanted, refused = set(rows), set(self.malformed_lines)
        starts = (line for line in self._starts() if line not in refused)
        return {row: line for row, line in enumerate(starts) if row in wanted}

    def _shifted(self, row: int) -> int:
        """Return the line of a row where each row is one line: later by every refused line before it."""
        line = self.first + row
        while (shifted := self.first + row + bisect_right(self.malformed_lines, line)) != line:
            line = shifted
        return line

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


def lines_of(path: Path, header: Header, survey: Survey, accepted: int, refused: list[Malformed]) -> Lines:
    """Return the lines of a CSV just read."""
    return Lines(path, header, survey, accepted, tuple(line_numbers_at(path, [one.byte for one in refused])))
