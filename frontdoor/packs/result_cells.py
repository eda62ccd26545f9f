"""Judged measures as rows of a table: the words of the page beside the numbers that `measures --json` gives."""

from collections.abc import Sequence

from frontdoor.answers.answer import Result
from frontdoor.answers.result_words import (
    UNJUDGED,
    lowered_words,
    provisional_words,
    sums_words,
    target_words,
    value_words,
)
from frontdoor.charts.status import MEASURE_STATUS
from frontdoor.packs.pack import Cell, PackTable
from frontdoor.strategy.judgement import State

HEADS = ("Measure", "{period}", "Counted", "Target", "Status", "Real change?", "Owner")


def results_table(key: str, title: str, results: Sequence[Result], note: str = "") -> PackTable:
    """Return a row for each measure, in the order given; the number behind a value is unrounded."""
    period = results[0].period.label if results else ""
    heads = tuple(head.format(period=period) for head in HEADS)
    return PackTable(key, title, heads, tuple(_row(result) for result in results), note)


def _row(result: Result) -> tuple[Cell, ...]:
    return (
        Cell(result.label),
        Cell(value_words(result), result.value, result.measure.unit),
        Cell(_counted(result)),
        _target(result),
        Cell(MEASURE_STATUS[result.judgement.state].word),
        Cell(_change(result)),
        Cell(result.owner),
    )


def _counted(result: Result) -> str:
    """Return the sums, and that the owners of their sources do not stand by them yet."""
    provisional = provisional_words(result)
    return f"{sums_words(result)} ({provisional})" if provisional else sums_words(result)


def _target(result: Result) -> Cell:
    """Return the target; one that was lowered in the last year says so."""
    target, lowered = result.judgement.target, lowered_words(result, with_date=True)
    words = f"{target_words(result)}. {lowered}" if lowered else target_words(result)
    return Cell(words, target.value if target else None, target.unit if target else None)


def _change(result: Result) -> str:
    unjudged: tuple[State, ...] = UNJUDGED
    is_said = result.judgement.state not in unjudged and result.change.direction != "unknown"
    return result.change.words if is_said else "Not judged"
