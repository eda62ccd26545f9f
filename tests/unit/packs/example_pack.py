"""An invented pack of a few pages, for whatever makes files of packs; every kind of figure is one call of `with_figures`."""

from dataclasses import replace
from datetime import date

from frontdoor.answers.feedback_answer import Fact
from frontdoor.figure import Figure
from frontdoor.packs.pack import Aside, Basis, Cell, Pack, PackPage, PackTable
from frontdoor.schema.units import Unit

BASIS = Basis(
    "Answered within 60 seconds, of all calls offered.",
    "Contacts, sample telephony",
    "Data version 1, figures to 31 October 2026, loaded 1 November 2026, 6:02am",
    "October 2026, all services, all channels",
)


def share_row(label: str, value: float | None, target: str, status: str) -> tuple[Cell, ...]:
    words = "–" if value is None else f"{value:.0%}"
    return Cell(label), Cell(words, value, Unit.SHARE), Cell(target), Cell(status)


TABLE = PackTable(
    "promises",
    "Promises and their measures",
    ("Measure", "October 2026", "Target", "Status"),
    (
        share_row("Calls answered within 60 seconds", 0.62, "at least 70%", "Missed"),
        share_row("Complaints answered in time", 0.914, "at least 90%", "Met"),
        share_row("Satisfaction of visitors", None, "to be set", "Can’t say yet"),
    ),
    note="Judged against the target in force on the last day.",
)

PAGE = PackPage(
    "overview",
    "We are keeping 2 of our 5 promises.",
    "Are we keeping our promises?",
    "Not kept: answering promptly. 62% of calls were answered within 60 seconds, against 70%.",
    BASIS,
    facts=(
        Fact("Answered within 60 seconds", "62%", "13,164 of 21,232 calls"),
        Fact("Target", "70%", "since April 2024"),
    ),
    tables=(TABLE,),
    asides=(
        Aside("Head of Customer Services, 3 November 2026", ("Two people are being trained.",), is_commentary=True),
    ),
    address="./",
)


def example_pack(*pages: PackPage, **rest) -> Pack:
    """Return a pack of these pages, by default of one with a table, facts and commentary."""
    return Pack(
        "example", "Scrutiny pack", "Trentside District Council (fictional)", "October 2026", date(2026, 10, 31),
        "Figures to 31 October 2026, data version 1", pages or (PAGE,), **{"stamp": "Invented figures", **rest},
    )  # fmt: skip


def with_figures(*figures: Figure, **rest) -> PackPage:
    """Return a page of these figures."""
    return replace(PAGE, **{"key": "figures", "title": figures[0].headline, "tables": (), "figures": figures, **rest})
