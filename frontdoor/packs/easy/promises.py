"""Our promises in easy words: how many we kept, and for each whether, with its numbers and where it was hardest."""

import re
from collections import Counter
from collections.abc import Iterator

from frontdoor.charts.status import MEASURE_STATUS, PROMISE_STATUS
from frontdoor.packs.easy.measures import measure_lines
from frontdoor.packs.easy.numbers import cell_of_words, share_words
from frontdoor.packs.easy.part import Line, Part, Said
from frontdoor.packs.pack import Cell, Pack, PackPage, PackTable
from frontdoor.schema.units import Unit
from frontdoor.strategy.judgement import PromiseState, State

TOTAL = re.compile(r"(?:of our|all) (\d+)")
KEPT, PARTLY, NOT_KEPT, CANNOT_SAY = (
    PROMISE_STATUS[state].word
    for state in (PromiseState.KEPT, PromiseState.PARTLY_KEPT, PromiseState.NOT_KEPT, PromiseState.CANNOT_SAY)
)
MET, CLOSE, MISSED = (MEASURE_STATUS[state].word for state in (State.MET, State.CLOSE, State.MISSED))
MOST_MEASURES = 2  # of a promise
COUNTED = (
    (KEPT, "We kept {0}.", "a thumb up"),
    (PARTLY, "We kept a part of {0}.", "a thumb to the side"),
    (NOT_KEPT, "We did not keep {0}.", "a thumb down"),
    (CANNOT_SAY, "We cannot say yet about {0}.", "a person who is not sure"),
)
ONE = {
    KEPT: Line("We kept this promise.", "a thumb up"),
    PARTLY: Line("We kept a part of this promise.", "a thumb to the side"),
    NOT_KEPT: Line("We did not keep this promise.", "a thumb down"),
    CANNOT_SAY: Line("We cannot say yet if we kept this promise.", "a person who is not sure"),
}
JUDGED = {
    MET: Line("So we did what we promised.", "a tick"),
    CLOSE: Line("So we nearly did what we promised.", "a runner close to the line"),
    MISSED: Line("So we did not do what we promised.", "a cross"),
}
MEASURE, VALUE, COUNTED_FROM, TARGET, STATUS, CHANGE = range(6)
"""Columns of a table of judged measures (`result_cells`)."""

STATED = "as the provider states"


def promise_parts(page: PackPage, pack: Pack, said: Said) -> Iterator[Part]:
    """Yield all promises counted, and then a part for each."""
    found = [(*_title_and_state(table.title), table) for table in page.tables if table.key.startswith("promise_")]
    if not found:
        return
    yield Part("Our promises", tuple(_counts(page, [state for _, state, _ in found])), (page.key,))
    for title, state, table in found:
        yield Part(title, (ONE[state], *_measures(table, pack, said)), (page.key,))


def measure_parts(page: PackPage, _pack: Pack, said: Said) -> Iterator[Part]:
    """Yield a measure that no promise has told of; one told of has its hardest service there already."""
    label = _label_of(page)
    if not label or label.lower() in said:
        return
    said.add(label.lower())
    facts = {fact.label: fact.value for fact in page.facts}
    values = list(facts.values())
    lines = measure_lines(label, cell_of_words(values[0]), _aim(facts), facts.get("Real change?", "")) if values else ()
    if told := tuple(lines):
        yield Part(label[:1].upper() + label[1:], (*told, *_hardest(page)), (page.key,))


def _aim(facts: dict[str, str]) -> Cell | None:
    """Return the target of a page's facts, with the share behind it; None where it has none."""
    words = facts.get("Target now", "")
    found = cell_of_words(words.rpartition(" ")[2])
    return None if found.value is None else Cell(words, found.value, found.unit)


def _counts(page: PackPage, states: list[str]) -> Iterator[Line]:
    total = TOTAL.search(page.title)
    count = int(total[1]) if total else len(states)
    yield Line("A promise is something we say we will do.", "two people shaking hands")
    yield Line(f"We made {_promises(count)}.", f"a list with {_promises(count)}", Cell(str(count), count, Unit.COUNT))
    known = Counter(states)
    known[CANNOT_SAY] += max(count - len(states), 0)
    for state, words, picture in COUNTED:
        if number := known[state]:
            yield Line(words.format(_promises(number)), picture, Cell(str(number), number, Unit.COUNT))


def _promises(count: int) -> str:
    return f"{count} promise" if count == 1 else f"{count} promises"


def _measures(table: PackTable, pack: Pack, said: Said) -> Iterator[Line]:
    """Yield the judged measures of a promise; with several, whether each is good enough."""
    judged = [row for row in table.rows if row[STATUS].words in JUDGED][:MOST_MEASURES]
    for row in judged:
        label = row[MEASURE].words
        said.add(label.lower())
        yield from measure_lines(label, row[VALUE], row[TARGET], row[CHANGE].words)
        if STATED in row[COUNTED_FROM].words:
            yield Line("The group that runs this told us so.", "a person giving a paper to another")
        if len(judged) > 1:
            yield JUDGED[row[STATUS].words]
        if row[STATUS].words == MISSED:
            yield from (
                line for page in pack.pages if _label_of(page).lower() == label.lower() for line in _hardest(page)
            )


def _hardest(page: PackPage) -> Iterator[Line]:
    """Yield the service that misses its target by most, where the page's table has one."""
    for table in page.tables:
        rows = [row for row in table.rows if row[-1].words == MISSED and row[1].unit is Unit.SHARE]
        if table.key.endswith("_services") and rows:
            worst = _inside(rows[0][0].words)
            yield Line(f"It was hardest for {worst}.", f"something about {worst}")
            yield Line(f"There it was {share_words(rows[0][1], '').strip()}.", "the number in large type", rows[0][1])
            return


def _label_of(page: PackPage) -> str:
    """Return the measure a page is about, '' where it is about none."""
    found = re.search(r"“(.+)”", page.question) if page.key.startswith("measure_") else None
    return found[1] if found else ""


def _inside(label: str) -> str:
    """Return a label as it stands inside a sentence."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def _title_and_state(title: str) -> tuple[str, str]:
    words, _, state = title.rpartition(": ")
    return (words, state) if state in ONE else (title, CANNOT_SAY)
