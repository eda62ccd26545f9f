"""Would a number that is wrong in one file be seen? Every cell that states one is altered, in every format."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

import polars as pl
import pytest

from frontdoor.answers.feedback_answer import Fact
from frontdoor.figure import Kind
from frontdoor.measures.formatting import format_value
from frontdoor.packs.pack import Cell, Pack
from tests.pages.numbers_of_packs import READERS, plain
from tests.pages.printed_numbers import Chosen, chosen_by, is_adjusted, said_easily, stated, wrong


def bumped(words: str) -> str:
    """Return the words with their first digit another one, as they are without any."""
    return re.sub(r"\d", lambda found: str((int(found[0]) + 1) % 10), words, count=1)


def last_bumped(words: str) -> str:
    """Return the words with the last digit of their sums another one: what is said later of them is not what they state."""
    counted = plain(words)
    return bumped(counted[::-1])[::-1] + words[len(counted) :] if words.startswith(counted) else words


def other_value(cell: Cell) -> Cell:
    if not isinstance(cell.value, int | float) or cell.unit is None:
        return cell
    value = cell.value * 0.8 + 0.003
    return replace(cell, words=format_value(value, cell.unit), value=value)


def other_digit_unseen(cell: Cell) -> Cell:
    return replace(cell, value=cell.value * (1 + 1e-9)) if isinstance(cell.value, float) else cell


def other_target(cell: Cell) -> Cell:
    value = cell.value * 1.1 + 0.01 if isinstance(cell.value, int | float) else None
    return replace(cell, words=bumped(cell.words), value=value)


def with_cell(pack: Pack, column: int, change: Callable[[Cell], Cell]) -> Pack:
    """Return the pack with one cell of every measure's row in the tables of promises changed."""
    tables = tuple(
        replace(table, rows=tuple((*row[:column], change(row[column]), *row[column + 1 :]) for row in table.rows))
        for table in pack.pages[0].tables
    )
    return replace(pack, pages=(replace(pack.pages[0], tables=tables), *pack.pages[1:]))


def with_fact(pack: Pack, at: int, change: Callable[[Fact], Fact]) -> Pack:
    """Return the pack with one fact of every measure's page changed."""
    pages = (
        replace(page, facts=(*page.facts[:at], change(page.facts[at]), *page.facts[at + 1 :]))
        for page in pack.pages[1:]
    )
    return replace(pack, pages=(pack.pages[0], *pages))


def with_drawn(pack: Pack, period: str) -> Pack:
    """Return the pack with the newest number of every chart over time changed."""
    is_it = pl.col("label") == period
    changed = pl.when(is_it).then(pl.col("value") * 0.999).otherwise(pl.col("value"))
    pages = (
        replace(page, figures=tuple(
            replace(figure, frame=figure.frame.with_columns(changed.alias("value"))) if figure.kind is Kind.CONTROL_CHART else figure
            for figure in page.figures
        ))
        for page in pack.pages
    )  # fmt: skip
    return replace(pack, pages=tuple(pages))


ROW, NUMBER, FACT, DRAWN = "row", "number", "fact", "drawn"
ALTERED: Mapping[str, tuple[str, Callable[[Pack, str], Pack]]] = {
    "a value": (ROW, lambda pack, _: with_cell(pack, 1, other_value)),
    "what was counted": (ROW, lambda pack, _: with_cell(pack, 2, lambda cell: replace(cell, words=bumped(cell.words)))),
    "of how many": (ROW, lambda pack, _: with_cell(pack, 2, lambda cell: replace(cell, words=last_bumped(cell.words)))),
    "a target": (ROW, lambda pack, _: with_cell(pack, 3, other_target)),
    "the number behind a value": (NUMBER, lambda pack, _: with_cell(pack, 1, other_digit_unseen)),
    "a page's value": (FACT, lambda pack, _: with_fact(pack, 0, lambda fact: replace(fact, value=bumped(fact.value)))),
    "a page's sums": (FACT, lambda pack, _: with_fact(pack, 0, lambda fact: replace(fact, note=bumped(fact.note)))),
    "an interval": (FACT, lambda pack, _: with_fact(pack, 0, lambda fact: replace(fact, note=last_bumped(fact.note)))),
    "a page's target": (FACT, lambda pack, _: with_fact(pack, 1, lambda fact: replace(fact, value=bumped(fact.value)))),
    "a point of a chart": (DRAWN, with_drawn),
}
"""What is altered in every measure at once, where files state it, and how."""
STATES = {
    ROW: tuple(READERS), FACT: tuple(READERS), NUMBER: ("csv", "json", "xlsx"), DRAWN: ("xlsx", "pptx"),
}  # fmt: skip
"""Which formats state what."""
ON_A_PAGE = ("measure_calls_in_60_seconds", "measure_average_wait", "measure_satisfaction")
"""The pages that are kept beside the promises: a share, a time, and a score with its interval."""


@pytest.fixture(scope="module")
def chosen(sample_home):
    """Return what is chosen by no filter at all; only to be read."""
    with pytest.MonkeyPatch.context() as here:
        here.setenv("FRONTDOOR_HOME", str(sample_home))
        return chosen_by()


def kept(pack: Pack, *, is_drawn: bool) -> Pack:
    """Return the promises and a few pages of the pack, with their charts only where these are what is altered."""
    pages = (page for page in pack.pages if page.key in ("promises", *ON_A_PAGE))
    return replace(
        pack,
        pages=tuple(
            page if is_drawn else replace(page, figures=(), tables=page.tables if page.key == "promises" else ())
            for page in pages
        ),
    )


def altered_labels(before: Pack, after: Pack, chosen: Chosen) -> set[str]:
    """Return the labels of the measures whose row or page is no longer as it was."""
    rows = (
        zip(old.rows, new.rows, strict=True)
        for old, new in zip(before.pages[0].tables, after.pages[0].tables, strict=True)
    )
    found = {old[0].words for each in rows for old, new in each if old != new}
    pages = zip(before.pages[1:], after.pages[1:], strict=True)
    return found | {chosen.labels[old.key.removeprefix("measure_")] for old, new in pages if old.facts != new.facts}


@pytest.mark.parametrize(
    ("kind", "what"), [(kind, what) for what, (where, _) in ALTERED.items() for kind in STATES[where]]
)
def test_a_number_that_is_altered_in_any_file_is_seen(chosen, kind, what):
    where, change = ALTERED[what]
    before = kept(chosen.pack, is_drawn=where == DRAWN or (kind, where) == ("pdf", FACT))
    after = change(before, chosen.period)
    labels = altered_labels(before, after, chosen)
    if where == DRAWN:
        labels = {chosen.labels[key.removeprefix("measure_")] for key in ON_A_PAGE}
        labels -= {label for label in labels if is_adjusted(before, label)}
    assert len(labels) >= (6 if where in (ROW, NUMBER) else 1)
    assert {label for label, _ in wrong(stated(after, chosen, kind), chosen, kind)} >= labels


@pytest.mark.parametrize(("column", "change"), [(1, other_value), (3, other_target)])
def test_an_altered_number_is_seen_in_easy_read(chosen, column, change):
    pack = kept(chosen.pack, is_drawn=False)
    _, unknown = said_easily(with_cell(pack, column, change), chosen)
    assert len(unknown) >= 5
