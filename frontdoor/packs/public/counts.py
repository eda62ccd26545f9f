"""The counts that a published pack tells, read from its tables as a stranger would: what each is of, and between what it lies."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from math import inf

from frontdoor.access.disclosure import ROUNDED_TO
from frontdoor.access.hiding import SMALLEST_SHOWN
from frontdoor.packs.open_data import tables_of
from frontdoor.packs.pack import Cell, Pack, PackPage, PackTable
from frontdoor.packs.public.published import EXACTLY, Published, published_as
from frontdoor.periods import Period

PART, WHOLE = "part", "whole"
COUNTED, OUT_OF = "Counted", "Out of"
"""Columns that hold the two counts of a measure, in numbers; `Counted` alone has both in words: '130 of 155 answers'."""

TWO_SUMS = 2
"""A measure may add up or subtract two counts, each rounded by itself, before it divides."""

_OF = re.compile(r"([\d,]+) of ([\d,]+)")
_ALONE = re.compile(r"([\d,]+) ")
HIDDEN = "hidden so that nobody"
_STATED = "as the provider states"
_ELSEWHERE = "Not counted here"


@dataclass(frozen=True, slots=True)
class Cut:
    """What a count is of: which measure, which side of its division, which row of which cut ('' the whole council)."""

    measure: str
    side: str
    rows: str = ""
    row: str = ""

    @property
    def words(self) -> str:
        """Return 'Complaints, Housing (part)'."""
        return f"{self.measure}{f', {self.row}' if self.row else ''} ({self.side})"


@dataclass(frozen=True, slots=True)
class Told:
    """One count as it is told: of what, over which whole months, between what it lies and whether it is hidden.

    `shown` is the number told, None where it is hidden. `parent` is the cut that the rows of this table add up to, all of
    it where they are `is_all` there is.
    """

    of: Cut
    months: tuple[date, ...]
    low: float
    high: float
    table: str
    shown: float | None = None
    parent: Cut | None = None
    is_all: bool = False


@dataclass(frozen=True, slots=True)
class _Row:
    """One row with the names of its columns, and what its table is."""

    table: PackTable
    entry: Published
    cells: Mapping[str, Cell]
    first: str

    @property
    def is_elsewhere(self) -> bool:
        return any(
            cell.words.startswith((_ELSEWHERE, _STATED)) or _STATED in cell.words for cell in self.cells.values()
        )


def told(pack: Pack) -> tuple[Told, ...]:
    """Return every count of every published table of the pack."""
    return tuple(each for page in pack.pages for each in _of_page(page, pack))


def _of_page(page: PackPage, pack: Pack) -> Iterator[Told]:
    tables = list(tables_of(page))
    heads = {table.key: table.columns[1] for table in tables if len(table.columns) > 1}
    for table in tables:
        entry = published_as(table.key)
        if entry is not None and pack.chosen is not None:
            found = list(_of_table(table, entry, heads, _months(pack.chosen.period)))
            yield from found if _is_rounded(found) else map(_exact, found)
    if pack.chosen is not None:
        facts = list(_of_facts(page, _months(pack.chosen.period)))
        yield from facts if _is_rounded(facts) else map(_exact, facts)


def _of_facts(page: PackPage, months: tuple[date, ...]) -> Iterator[Told]:
    """Yield the counts that the facts of a page tell in words: '75 of 250 complaints'."""
    for fact in page.facts:
        for side, shown in _in_words(fact.note) if _OF.match(_spaced(fact.note)) else ():
            yield Told(Cut(fact.label, side), months, *_edges(shown, TWO_SUMS), f"the facts of {page.key}", shown)


def _of_table(table: PackTable, entry: Published, heads: Mapping[str, str], months: tuple[date, ...]) -> Iterator[Told]:
    known = _columns(table, entry)
    for cells in table.rows:
        first = cells[0].words
        measure = first if entry.rows == "measure" else heads.get(entry.measure, table.columns[1])
        row = _Row(table, entry, dict(zip(table.columns, cells, strict=True)), first)
        if row.is_elsewhere:
            continue
        for side, shown in _counts(row, known):
            yield _told(row, Cut(measure, side), shown, months)
        for name in entry.also:
            if name in row.cells:
                yield _told(row, Cut(name, PART), _number(row.cells[name]), months)


def _columns(table: PackTable, entry: Published) -> Sequence[str]:
    """Return the columns with counts: those the list names, and those of sums in which anything at all is told."""
    asked = (COUNTED, OUT_OF, *entry.counts)
    indices = {name: table.columns.index(name) for name in asked if name in table.columns}
    told_at_all = {name for name, index in indices.items() if any(says(row[index]) for row in table.rows)}
    return [name for name in indices if name in entry.counts or name in told_at_all]


def says(cell: Cell) -> bool:
    """Return whether a cell tells a number at all."""
    return cell.value is not None or any(letter.isdigit() for letter in cell.words)


def _counts(row: _Row, known: Sequence[str]) -> Iterator[tuple[str, float | None]]:
    """Yield each side with its count, None where it is hidden; a row that tells nothing yields nothing."""
    named = [(row.entry.side or PART, name) for name in row.entry.counts if name in known]
    if OUT_OF in known:
        named += [(PART, COUNTED), (WHOLE, OUT_OF)]
    elif COUNTED in known and row.cells[COUNTED].value is not None:
        named += [(PART, COUNTED)]
    elif COUNTED in known:
        yield from _in_words(row.cells[COUNTED].words)
    wanted = [(side, name) for side, name in named if not row.entry.side or side == row.entry.side]
    yield from ((side, _number(row.cells[name])) for side, name in wanted)


def _in_words(words: str) -> Iterator[tuple[str, float | None]]:
    both, alone = _OF.match(_spaced(words)), _ALONE.match(_spaced(words))
    if HIDDEN in words:
        yield from ((PART, None), (WHOLE, None))
    elif both:
        yield from zip((PART, WHOLE), map(_plain, both.groups()), strict=True)
    elif alone:
        yield WHOLE, _plain(alone[1])


def _spaced(words: str) -> str:
    """Return the words with plain spaces, for those that hold numbers together."""
    return words.replace("\xa0", " ")


def _number(cell: Cell) -> float | None:
    return float(cell.value) if isinstance(cell.value, int | float) else None


def _plain(words: str) -> float:
    return float(words.replace(",", ""))


def _told(row: _Row, whole: Cut, shown: float | None, months: tuple[date, ...]) -> Told:
    """Return one count of a row; `whole` is the same of the whole council."""
    low, high = _edges(shown, TWO_SUMS if row.entry.rows == "measure" else 1)
    if row.entry.rows == "month":
        return Told(whole, _months(_month(row.first)), low, high, row.table.key, shown)
    if row.entry.rows == "measure":
        return Told(whole, months, low, high, row.table.key, shown)
    of = replace(whole, rows=row.entry.rows, row=row.first)
    parent = whole if row.entry.adds_up else None
    return Told(of, months, low, high, row.table.key, shown, parent, row.entry.adds_up == EXACTLY)


def _edges(shown: float | None, sums: int) -> tuple[float, float]:
    """Return between what a count lies: hidden is 1 or more, 0 is 0, all else is rounded and never below what is shown."""
    if shown is None:
        return 1.0, inf
    if shown == 0:
        return 0.0, 0.0
    return max(SMALLEST_SHOWN, shown - sums * (ROUNDED_TO // 2)), shown + sums * (ROUNDED_TO // 2)


def _is_rounded(found: Sequence[Told]) -> bool:
    return all(each.shown % ROUNDED_TO == 0 for each in found if each.shown is not None)


def _exact(each: Told) -> Told:
    return each if each.shown is None else replace(each, low=each.shown, high=each.shown)


def _month(words: str) -> Period:
    return Period.month(datetime.strptime(words, "%B %Y").date())  # noqa: DTZ007  # a month has no zone


def _months(period: Period) -> tuple[date, ...]:
    """Return the first day of each month of the period."""
    last = period.last.year * 12 + period.last.month - 1
    first = period.first.year * 12 + period.first.month - 1
    return tuple(date(number // 12, number % 12 + 1, 1) for number in range(first, last + 1))
