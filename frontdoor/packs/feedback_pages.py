"""Complaints and satisfaction as pages of a pack."""

from frontdoor.answers.answer import Result
from frontdoor.answers.feedback_answer import ComplaintsAnswer, PlaceLine, ReportedLine, SatisfactionAnswer
from frontdoor.charts.status import MEASURE_STATUS
from frontdoor.measures.formatting import NOTHING, format_value
from frontdoor.packs.asked import Asked
from frontdoor.packs.pack import Aside, Cell, PackPage, PackTable
from frontdoor.packs.plain_words import plain
from frontdoor.packs.result_cells import results_table
from frontdoor.schema.units import Unit

PLACE_HEADS = ("Complaints", "Stage 1 in time", "Status", "Upheld", "Overdue now")
REPORTED_HEADS = ("Figure", "Whom it is of", "When", "Value", "Counted", "What it rests on", "Not sent")


def complaints_page(answer: ComplaintsAnswer, asked: Asked, address: str) -> PackPage:
    """Return the clocks of complaints, where they fail, and the pictures."""
    definition = answer.volume.measure.definition if answer.volume else ""
    basis = asked.basis(definition, answer.provenance, answer.freshness)
    if answer.nothing:
        return PackPage(
            "complaints", plain(answer.nothing.answer), answer.question, plain(answer.nothing.lead), basis,
            address=address,
        )  # fmt: skip
    clocks = [line.result for line in answer.stages if line.promise]
    tables = (
        results_table("complaints_clocks", "Are we in time?", clocks),
        _places("complaints_services", "By service", answer.services),
        _places("complaints_procedures", "By procedure", answer.procedures),
    )
    return PackPage(
        key="complaints",
        title=plain(answer.answer),
        question=answer.question,
        lead=plain(answer.lead),
        basis=basis,
        facts=answer.facts,
        figures=answer.figures,
        tables=tuple(table for table in tables if table.rows),
        asides=(Aside("What to know", tuple(map(plain, answer.notes))),) if answer.notes else (),
        address=address,
    )


def satisfaction_page(answer: SatisfactionAnswer, asked: Asked, address: str) -> PackPage:
    """Return every question asked with its score, one in detail, and what providers state of themselves."""
    scores: tuple[Result, ...] = tuple(line.result for line in answer.scores)
    definition = answer.detail.definition if answer.detail else ""
    basis = asked.basis(definition, answer.provenance, answer.freshness)
    if answer.nothing:
        return PackPage(
            "satisfaction", plain(answer.nothing.answer), answer.question, plain(answer.nothing.lead), basis,
            address=address,
        )  # fmt: skip
    tables = (results_table("satisfaction_scores", "Every question asked", scores), _reported(answer.reported))
    notes = tuple(map(plain, answer.detail.notes)) if answer.detail else ()
    return PackPage(
        key="satisfaction",
        title=plain(answer.answer),
        question=answer.question,
        lead=plain(answer.lead),
        basis=basis,
        facts=answer.detail.facts if answer.detail else (),
        figures=answer.detail.figures if answer.detail else (),
        tables=tuple(table for table in tables if table.rows),
        asides=(Aside("What to know", notes),) if notes else (),
        address=address,
    )


def _places(key: str, title: str, lines: tuple[PlaceLine, ...]) -> PackTable:
    heads = (title.removeprefix("By ").capitalize(), *PLACE_HEADS)
    return PackTable(key, title, heads, tuple(_place(line) for line in lines))


def _place(line: PlaceLine) -> tuple[Cell, ...]:
    row = line.in_time
    status = MEASURE_STATUS[row.judgement.state].word if row else NOTHING
    return (
        Cell(line.label),
        _count(line.received),
        Cell(format_value(row.value, Unit.SHARE), row.value, Unit.SHARE) if row else Cell(NOTHING),
        Cell(status if line.is_counted else "Not counted here"),
        Cell(format_value(line.upheld, Unit.SHARE), line.upheld, Unit.SHARE),
        _count(line.overdue) if line.is_counted else Cell(NOTHING),
    )


def _count(number: int | None) -> Cell:
    return Cell(format_value(number, Unit.COUNT), number, Unit.COUNT)


def _reported(lines: tuple[ReportedLine, ...]) -> PackTable:
    rows = tuple(
        tuple(map(Cell, (each.name, each.place or each.provider, each.when, each.value, each.counts, each.evidence,
                         ", ".join(each.missing))))
        for each in lines
    )  # fmt: skip
    return PackTable("satisfaction_reported", "What providers state", REPORTED_HEADS, rows)
