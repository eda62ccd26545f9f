"""Packs of what is long, many, missing, foreign or broken, each with words that every file of it must hold."""

from dataclasses import replace
from datetime import date

import polars as pl

from frontdoor.answers.feedback_answer import Fact
from frontdoor.figure import Figure, Kind, TargetStep
from frontdoor.packs.pack import Aside, Cell, Pack, PackPage, PackTable
from tests.unit.charts.figures import FIGURES, bars, control, intervals, matrix
from tests.unit.packs.example_pack import PAGE, TABLE, example_pack, share_row, with_figures

ONE_WORD = "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnungsangelegenheitenstelle"
LONG = (ONE_WORD, "Waste and recycling, including bulky items, assisted collections, garden waste and replacement bins")
NAMES = ("Gwasanaethau Tŷ’r Cyngor ac Ŵyl y Môr", "Urząd Stanu Cywilnego, Żółta Łąka, pięć źródeł")
MANY = tuple(f"Service number {number}" for number in range(1, 41))
BROKEN = "A\x00name\x0bwith\x1bsigns\ufffe that no file may hold"
MENDED = "that no file may hold"


def services(names: tuple[str, ...]) -> PackPage:
    """Return a page that names services wherever a page can."""
    rows = tuple(
        (Cell(name), *(Cell(f"{place}.{column}%", place / 100) for column in range(6)))
        for place, name in enumerate(names)
    )
    table = PackTable(
        "services", f"By service: {names[0]}", ("Service", *(f"Month {number}" for number in range(6))), rows
    )
    drawn: list[Figure] = [
        bars([(name, (place + 1) / 100, not place) for place, name in enumerate(names)]),
        intervals([(name, 0.3, 0.2, 0.4, not place) for place, name in enumerate(names)]),
        matrix([(f"We answer {name}", name, "Partly on track", name) for name in names[:9]]),
    ]
    return with_figures(
        *(replace(figure, key=f"{figure.kind}", headline=f"{names[0]} by {figure.kind}") for figure in drawn),
        title=f"{names[0]} waits longest.", lead=f"{names[-1]} waits least.", tables=(table,),
        facts=(Fact(names[0], "41%", names[-1]), Fact("Answered", names[-1], "")),
        asides=(Aside(f"Head of {names[-1]}", (f"{names[0]} is trained.",), is_commentary=True),),
    )  # fmt: skip


def nothing() -> Pack:
    """Return a pack of a page without figures to show, one that is only its title, and one of empty tables."""
    empty = (
        replace(figure, key=f"empty_{kind}", frame=figure.frame.clear(), table=figure.table.clear())
        for kind, figure in FIGURES.items()
    )
    bare = replace(PAGE, key="bare", title="Nothing is known yet.", lead="", facts=(), tables=(), asides=())
    return example_pack(
        with_figures(*empty, lead="", facts=(), asides=(), title="No contact was recorded."),
        bare,
        replace(bare, key="tables", title="No promise has a measure.", tables=(replace(TABLE, rows=()),)),
    )


def one_point() -> Pack:
    single = (replace(figure, key=f"one_{kind}", frame=figure.frame.head(1)) for kind, figure in FIGURES.items())
    return example_pack(with_figures(*single, title="One point is known."))


def all_unset() -> Pack:
    """Return a pack in which no target is a number yet."""
    rows = (share_row("Calls answered in 60 seconds", 0.62, "to be set", "Can’t say yet"),) * 3
    unset = (TargetStep(date(2025, 4, 1), None, ""),)
    figures = tuple(
        replace(figure, key=f"unset_{figure.kind}", targets=unset)
        for figure in (control(), FIGURES[Kind.BARS], FIGURES[Kind.INTERVALS], FIGURES[Kind.COLUMNS])
    )
    return example_pack(with_figures(*figures, title="No target is set.", tables=(replace(TABLE, rows=rows),)))


def only_asides() -> Pack:
    """Return a page of which there is nothing but what people wrote."""
    said = Aside("Head of Customer Services", ("Two people are being trained.",), is_commentary=True)
    return example_pack(replace(PAGE, lead="", facts=(), tables=(), asides=(said,), title="Only words."))


def broken() -> Pack:
    """Return a pack with signs in it that XML and PDF may not hold, in every place where councils' words go."""
    page = services((BROKEN, "Waste"))
    frame = pl.DataFrame({"Service": [BROKEN], "Calls": [12]})
    figures = tuple(replace(figure, table=frame, sentence=BROKEN, subtitle=BROKEN) for figure in page.figures)
    return replace(example_pack(replace(page, figures=figures)), council=BROKEN, title=BROKEN)


AWKWARD: dict[str, tuple[Pack, tuple[str, ...]]] = {
    "long names": (example_pack(services(LONG)), (ONE_WORD[:40], "replacement bins")),
    "forty services": (example_pack(services(MANY)), (MANY[0], MANY[-1])),
    "no data": (nothing(), ("Nothing is known yet.", "No promise has a measure.")),
    "no pages": (replace(example_pack(), pages=()), ()),
    "one point": (one_point(), ("One point is known.",)),
    "every target to be set": (all_unset(), ("No target is set.",)),
    "Welsh and Polish": (example_pack(services(NAMES)), NAMES),
    "only commentary": (only_asides(), ("Two people are being trained.",)),
    "signs no file may hold": (broken(), (MENDED,)),
}
"""Each pack with words that its files must hold."""
