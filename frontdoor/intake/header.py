"""Finds the header of a CSV: the delimiter, the line it stands on, and which of its columns the source needs."""

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from frontdoor.errors import IntakeError, UnreadableFileError
from frontdoor.intake.source_types import PLACING, Source

DELIMITERS = (",", ";", "\t", "|", "^")
SAMPLE_CHARACTERS = 1 << 16
_ROWS_SEARCHED = 30
LARGEST_FIELD = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Header:
    """The header found: `names` as written, `lines_before` physical lines above it, `lines` it takes itself."""

    names: tuple[str, ...]
    delimiter: str
    lines_before: int = 0
    lines: int = 1

    def index_of(self, names: Sequence[str]) -> int | None:
        """Return the position of the first of these columns that is there, whatever its case and spacing, or None."""
        known = {plain(name): index for index, name in reversed(list(enumerate(self.names)))}
        return next((known[plain(name)] for name in names if plain(name) in known), None)

    def answers(self, source: Source) -> dict[str, int]:
        """Return the questions whose answers stand in columns of their own, and the position of each."""
        named = {question: self.index_of((theirs,)) for question, theirs in source.questions.items()}
        found = {question: position for question, position in named.items() if position is not None}
        if prefix := plain(source.answer_prefix):
            for position, name in enumerate(self.names):
                question = plain(name).removeprefix(prefix).strip().replace(" ", "_")
                if plain(name).startswith(prefix) and question:
                    found.setdefault(question, position)
        return found

    def used_by(self, source: Source) -> frozenset[int]:
        """Return the positions of the columns a source reads."""
        named = {self.index_of((name,)) for name in source.their_names}
        return frozenset({position for position in named if position is not None} | set(self.answers(source).values()))


def plain(name: str) -> str:
    """Return a column name without case, outer spaces, and the difference between space, hyphen and underscore."""
    return re.sub(r"[\s_-]+", " ", name.strip().lower())


def find_header(path: Path, source: Source, *, is_checked: bool = True) -> Header:
    """Return the header of a UTF-8 CSV for this source; raises UnreadableFileError or IntakeError naming the columns."""
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as stream:
        sample = stream.read(SAMPLE_CHARACTERS)
    if not sample.strip():
        raise UnreadableFileError("the file holds nothing but blank lines.")
    header = _best(sample, source)
    if is_checked:
        check_columns(header, source)
    return header


def check_columns(header: Header, source: Source) -> None:
    """Raise IntakeError when a column the source needs is missing, or one it uses stands twice."""
    needed: list[tuple[str, ...]] = [(one,) for one in dict.fromkeys((*source.key, *source.required))]
    needed += [source.columns[name].names for name in PLACING[source.kind] if name in source.columns]
    missing = list(dict.fromkeys(names[0] for names in needed if names and header.index_of(names) is None))
    if missing:
        raise IntakeError(f"{_missing(missing, header.names)} Is it really a file of {source.name} ({source.label})?")
    used = {plain(one) for one in source.their_names}
    repeated = [
        one for one, count in Counter(plain(each) for each in header.names).items() if count > 1 and one in used
    ]
    if repeated:
        shown = next(each for each in header.names if plain(each) == repeated[0])
        raise IntakeError(f"the column {shown} stands twice in the header. Rename or remove one of the two.")


def _missing(missing: list[str], present: Sequence[str]) -> str:
    parts = []
    for one in missing:
        near = get_close_matches(plain(one), [plain(each) for each in present], 1, 0.5)
        shown = next((each for each in present if near and plain(each) == near[0]), "")
        parts.append(f"{one}{f' (there is one called {shown})' if shown else ''}")
    columns = "column is" if len(parts) == 1 else "columns are"
    return f"the {columns} missing: {', '.join(parts)}."


def _best(sample: str, source: Source) -> Header:
    """Return the row and delimiter that hold most of the columns the source reads; ties go to the earlier row."""
    wanted = {plain(one) for one in source.their_names}
    best, best_score = Header((), ","), (-1, 0)
    for delimiter in (source.delimiter,) if source.delimiter else DELIMITERS:
        for header in _rows(sample, delimiter):
            score = (len(wanted & {plain(name) for name in header.names}), len(header.names) > 1)
            if score > best_score:
                best, best_score = header, score
    return best


def _rows(sample: str, delimiter: str) -> list[Header]:
    csv.field_size_limit(LARGEST_FIELD)
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
    headers: list[Header] = []
    before = 0
    for row in reader:
        if any(cell.strip() for cell in row):
            headers.append(Header(tuple(row), delimiter, before, reader.line_num - before))
        before = reader.line_num
        if len(headers) == _ROWS_SEARCHED:
            break
    return headers
