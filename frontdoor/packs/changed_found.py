"""What differs between two packs of the same choice: each number and each wording, with why where that can be told."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from frontdoor.figure import Figure
from frontdoor.measures.formatting import format_value
from frontdoor.packs.pack import Cell, PackPage, PackTable
from frontdoor.packs.table_of import table_of
from frontdoor.schema.units import Unit

MOST_OF_A_CHART = 40  # numbers of one chart that are told one by one; of more the rest are counted
MOST_PLACES = 6  # after the point; numbers nearer to each other than that are said alike
FINE_IN_WORDS = (Unit.SECONDS, Unit.DAYS, Unit.WORKING_DAYS, Unit.PENCE)
"""Units whose usual words have no places to add: '1m 24s' becomes '83.8 seconds'."""

TARGET_HEAD, STATUS_HEAD = "Target", "Status"
DEFINITION = "Definition"
NUMBER = re.compile(r"\d[\d,.]*\d|\d")
GONE, ADDED = Cell("not there"), Cell("not there yet")


class Why(StrEnum):
    """Why something differs, as far as the two packs tell."""

    TARGET = "the target was changed"
    DEFINITION = "the definition was changed"
    DATA = "new data version"
    WORDING = "said in other words"
    UNKNOWN = "cannot be told: same data, same definition"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs: where and what it is, as it was and as it is now."""

    where: str
    what: str
    before: Cell
    now: Cell
    why: Why


Cells = dict[tuple[str, str], Cell]
"""Cells of a table by the name of their row and the head of their column."""


def differences(before: PackPage, now: PackPage) -> Iterator[Difference]:
    """Yield what differs on one page: facts, tables, charts, then its words."""
    why = why_of(before, now)
    yield from _facts(before, now, why)
    yield from _tables(before, now, why)
    yield from _charts(before, now, why)
    yield from _words(before, now, why)


def why_of(before: PackPage, now: PackPage) -> Why:
    """Return why numbers of a page differ where nothing nearer does."""
    if before.basis.definition != now.basis.definition:
        return Why.DEFINITION
    return Why.DATA if before.basis.version != now.basis.version else Why.UNKNOWN


def _facts(before: PackPage, now: PackPage, why: Why) -> Iterator[Difference]:
    was = {(fact.label, part): Cell(words) for fact in before.facts for part, words in _parts(fact.value, fact.note)}
    is_now = {(fact.label, part): Cell(words) for fact in now.facts for part, words in _parts(fact.value, fact.note)}
    yield from _compared(now.question, was, is_now, why)


def _parts(value: str, note: str) -> tuple[tuple[str, str], ...]:
    return (("", value), ("note", note))


def _tables(before: PackPage, now: PackPage, why: Why) -> Iterator[Difference]:
    tables = {table.key: table for table in now.tables}
    kept = {table.key for table in before.tables}
    for table in before.tables:
        other = tables.get(table.key)
        if other is None:
            yield Difference(now.title, f"Table: {table.title}", Cell("there"), GONE, why)
        else:
            if table.title != other.title:
                yield Difference(now.title, "Title of a table", Cell(table.title), Cell(other.title), why)
            yield from _compared(other.title, _cells(table), _cells(other), why)
    for table in now.tables:
        if table.key not in kept:
            yield Difference(now.title, f"Table: {table.title}", ADDED, Cell("there"), why)


def _charts(before: PackPage, now: PackPage, why: Why) -> Iterator[Difference]:
    """Yield what differs in the tables behind the charts; a table that the page has too is told once."""
    told = {table.figure for table in (*before.tables, *now.tables)}
    charts, kept = {figure.key: figure for figure in now.figures}, {figure.key for figure in before.figures}
    for figure in before.figures:
        other = charts.get(figure.key)
        if other is None:
            yield Difference(now.title, f"Chart: {figure.headline}", Cell("there"), GONE, why)
        elif figure.key not in told:
            yield from _chart(figure, other, why)
    for figure in now.figures:
        if figure.key not in kept:
            yield Difference(now.title, f"Chart: {figure.headline}", ADDED, Cell("there"), why)


def _chart(before: Figure, now: Figure, why: Why) -> Iterator[Difference]:
    """Yield the steps of the target and the numbers of a chart, its first ones where there are many."""
    if before.targets != now.targets:
        yield Difference(now.headline, "Target as drawn", _steps(before), _steps(now), Why.TARGET)
    nearer = Why.DEFINITION if before.definition != now.definition else why
    found = list(_compared(now.headline, _cells(table_of(before)), _cells(table_of(now)), nearer))
    yield from found[:MOST_OF_A_CHART]
    if (rest := len(found) - MOST_OF_A_CHART) > 0:
        more = f"{rest:,} more numbers of this chart"
        yield Difference(now.headline, more, Cell("in the frozen pack"), Cell("on the page"), nearer)


def _steps(figure: Figure) -> Cell:
    return Cell("; ".join(f"{step.label} from {step.from_date.isoformat()}" for step in figure.targets) or "none")


def _words(before: PackPage, now: PackPage, why: Why) -> Iterator[Difference]:
    was, is_now = _said(before), _said(now)
    for what in dict.fromkeys((*was, *is_now)):
        one, other = was.get(what, ADDED), is_now.get(what, GONE)
        if one != other:
            nearer = Why.DEFINITION if what == DEFINITION else why
            is_same = NUMBER.findall(one.words) == NUMBER.findall(other.words)
            yield Difference(now.title, what, one, other, Why.WORDING if is_same else nearer)


def _said(page: PackPage) -> dict[str, Cell]:
    """Return the words of a page by what they are."""
    asides = {f"Words: {aside.title}": Cell(" ".join(aside.sentences)) for aside in page.asides}
    return {"Title": Cell(page.title), "Lead": Cell(page.lead), DEFINITION: Cell(page.basis.definition), **asides}


def _cells(table: PackTable) -> Cells:
    """Return the cells; rows of the same name are told apart by their number, columns by their place."""
    seen: Counter[str] = Counter()
    cells: Cells = {}
    for row in table.rows:
        name = row[0].words
        seen[name] += 1
        known = name if seen[name] == 1 else f"{name} ({seen[name]})"
        cells |= {(known, head): cell for head, cell in zip(table.columns[1:], row[1:], strict=True)}
    return cells


def _compared(
    where: str, was: Mapping[tuple[str, str], Cell], is_now: Mapping[tuple[str, str], Cell], why: Why
) -> Iterator[Difference]:
    """Yield the cells that differ; where a row's target differs, that is why its other words do."""
    moved = {row for row, head in was if head == TARGET_HEAD and is_now.get((row, head), GONE) != was[row, head]}
    for place in dict.fromkeys((*was, *is_now)):
        before, now = was.get(place, ADDED), is_now.get(place, GONE)
        if before == now:
            continue
        row, head = place
        nearer = Why.TARGET if row in moved and head in (TARGET_HEAD, STATUS_HEAD) else why
        what, why_here = ": ".join(filter(None, (row, head))), _unless_wording(before, now, nearer)
        yield Difference(where, what, *told_apart(before, now), why_here)


def _unless_wording(before: Cell, now: Cell, why: Why) -> Why:
    """Return that only the wording differs where the number behind it does not."""
    is_same = before.value is not None and (before.value, before.unit) == (now.value, now.unit)
    return Why.WORDING if is_same else why


def told_apart(before: Cell, now: Cell) -> tuple[Cell, Cell]:
    """Return the cells with as many places as it takes to see that they differ, where their words are the same."""
    one, other = before.value, now.value
    if before.words != now.words or before.unit is None or one == other:
        return before, now
    if not (isinstance(one, int | float) and isinstance(other, int | float)):
        return before, now
    for places in range(1, MOST_PLACES + 1):
        then, today = (_finely(value, before.unit, places) for value in (one, other))
        if then != today:
            return replace(before, words=then), replace(now, words=today)
    return before, now


def _finely(value: float, unit: Unit, places: int) -> str:
    if unit in FINE_IN_WORDS:
        return f"{value:,.{places}f} {unit.value.replace('_', ' ')}"
    return format_value(value, unit, places=places)


def counted(found: Iterable[Difference]) -> dict[Why, int]:
    """Return how many differences each reason has, the most first."""
    return dict(Counter(each.why for each in found).most_common())
