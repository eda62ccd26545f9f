"""Are we keeping our promises, and how are we doing on one measure? The pages of a pack that say so."""

from collections.abc import Iterator

from frontdoor.answers.answer import BreakdownRow, MeasureAnswer, OverviewAnswer, Result
from frontdoor.answers.commentary import CommentaryAnswer
from frontdoor.answers.feedback_answer import Fact
from frontdoor.answers.result_words import (
    interval_words,
    lowered_words,
    provisional_words,
    sums_words,
    target_words,
    value_words,
)
from frontdoor.charts.status import MEASURE_STATUS, PROMISE_STATUS
from frontdoor.measures.formatting import format_value, sums_line
from frontdoor.packs.asked import Asked
from frontdoor.packs.commentary_asides import commentary_asides, unsaid_marks
from frontdoor.packs.pack import Aside, Cell, PackPage, PackTable
from frontdoor.packs.plain_words import plain
from frontdoor.packs.result_cells import results_table

PLACES_HEADS = ("Value", "Counted", "Status")
WAYS_HEADS = ("How it is counted", "Value", "Counted", "What to beware of")


def overview_page(answer: OverviewAnswer, asked: Asked, address: str) -> PackPage:
    """Return every promise with its judged measures, and what needs attention."""
    results = [result for promise in answer.promises for result in promise.results]
    provenance = results[0].provenance if results else None
    tables = tuple(
        results_table(
            f"promise_{each.promise.key}", f"{each.promise.title}: {PROMISE_STATUS[each.state].word}", each.results
        )
        for each in answer.promises
        if each.results
    )
    attention = tuple(plain(f"{item.headline} {item.detail}") for item in answer.attention)
    return PackPage(
        key="promises",
        title=plain(answer.answer),
        question=answer.question,
        lead=plain(" ".join(f"{label} {words}" for label, words in answer.lead)),
        basis=asked.basis(plain(" ".join(answer.notes)), provenance, answer.freshness),
        tables=tables,
        asides=(Aside("Needs attention", attention),) if attention else (),
        address=address,
    )


def measure_page(
    answer: MeasureAnswer,
    asked: Asked,
    address: str,
    said: CommentaryAnswer | None = None,
    parts: tuple[Aside, ...] = (),
) -> PackPage:
    """Return one measure with its facts, figures, places, ways of counting, what its owner says and what to beware of.

    `parts` is what the owner says of periods within this one.
    """
    result = answer.result
    return PackPage(
        key=f"measure_{result.key}",
        title=plain(answer.answer),
        question=answer.question,
        lead=plain(answer.lead),
        basis=asked.basis(
            f"{result.measure.definition} Source: {result.measure.source}.", result.provenance, answer.freshness
        ),
        facts=result_facts(result),
        figures=tuple(figure for figure in (answer.trend, *answer.figures) if figure is not None),
        tables=tuple(_measure_tables(answer)),
        asides=(*(commentary_asides(said, asked.audience) if said else ()), *parts, *_cautions(answer)),
        marks=unsaid_marks(said, result) if said and not parts else (),
        address=address,
    )


def _measure_tables(answer: MeasureAnswer) -> Iterator[PackTable]:
    """Yield the places and the ways of counting, those that have rows."""
    result, unit = answer.result, answer.result.measure.unit
    ways = tuple(
        (Cell(way.label), Cell(format_value(way.value, unit), way.value, unit),
         Cell(sums_line(way.numerator, way.denominator, result.measure.noun)), Cell(plain(way.comment)))
        for way in answer.ways
    )  # fmt: skip
    tables = (
        _places(f"{result.key}_services", "By service", answer.by_service, result),
        _places(f"{result.key}_channels", "By channel", answer.by_channel, result),
        PackTable(f"{result.key}_ways", "Other ways of counting", WAYS_HEADS, ways),
    )
    yield from (table for table in tables if table.rows)


def result_facts(result: Result) -> tuple[Fact, ...]:
    """Return the value, the target, the status and whether it really changed, as the page's strip has them."""
    sure = interval_words(result)
    counted = f"{sums_words(result)}. 95% sure: {sure}" if sure else sums_words(result)
    provisional = f"{result.provenance.sign_off_words}." if provisional_words(result) else ""
    lowered = lowered_words(result, with_date=True)
    owner = f"Owner: {result.owner}" if result.owner else ""
    status = MEASURE_STATUS[result.judgement.state].word
    return (
        Fact(result.period.label, value_words(result), ". ".join(filter(None, (counted, provisional)))),
        Fact("Target now", target_words(result), ". ".join(filter(None, (lowered, owner)))),
        Fact("Status", status, result.judgement.reason),
        Fact("Real change?", result.change.words, result.change.detail),
    )


def _places(key: str, title: str, rows: tuple[BreakdownRow, ...], result: Result) -> PackTable:
    unit, noun = result.measure.unit, result.measure.noun
    cells = tuple(
        (
            Cell(row.label), Cell(format_value(row.value, unit), row.value, unit),
            Cell(sums_line(row.numerator, row.denominator, noun)), Cell(MEASURE_STATUS[row.judgement.state].word),
        )
        for row in rows
    )  # fmt: skip
    return PackTable(key, title, (title.removeprefix("By ").capitalize(), *PLACES_HEADS), cells)


def _cautions(answer: MeasureAnswer) -> tuple[Aside, ...]:
    said = tuple(plain(words) for words in (answer.result.measure.caution, *answer.notes) if words)
    return (Aside("What to beware of", said),) if said else ()
