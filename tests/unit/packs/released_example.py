"""Invented releases for everybody, small enough to work out by hand; leaks are planted in them by whoever tests for them."""

from dataclasses import replace
from datetime import date

from frontdoor.access.audience import Audience
from frontdoor.filters import Filters
from frontdoor.packs.frozen import sealed
from frontdoor.packs.pack import Cell, Pack, PackTable
from frontdoor.periods import Period
from frontdoor.schema.units import Unit
from tests.unit.packs.example_pack import PAGE, example_pack

OCTOBER = Period.month(date(2026, 10, 1))

Count = int | None
"""A count as a table tells it; None where it is hidden."""


def number(count: Count) -> Cell:
    return Cell("–") if count is None else Cell(f"{count:,}", count, Unit.COUNT)


def trend(**months: Count) -> PackTable:
    """Return complaints month by month: trend(october_2026=40)."""
    rows = [(Cell(name.replace("_", " ").capitalize()), number(count), number(count)) for name, count in months.items()]
    return PackTable("complaints-trend_table", "Complaints", ("Month", "Complaints", "Counted"), tuple(rows))


def services(**rows: Count) -> PackTable:
    """Return complaints by service: services(housing=None, waste=40)."""
    cells = tuple((Cell(name.capitalize()), number(count)) for name, count in rows.items())
    return PackTable("complaints_services", "By service", ("Service", "Complaints"), cells)


def clocks(words: str, value: float | None = None, shown: str = "–", unit: Unit = Unit.SHARE) -> PackTable:
    """Return one measure with its counts in words: clocks('130 of 155 answers', 130 / 155, '84%')."""
    rows = ((Cell("Answered in time"), Cell(shown, value, unit), Cell(words)),)
    return PackTable("complaints_clocks", "Are we in time?", ("Measure", "October 2026", "Counted"), rows)


def released(*tables: PackTable, period: Period = OCTOBER, generation: int = 1, **page) -> Pack:
    """Return a pack for everybody with these tables on one page."""
    held = replace(PAGE, key="complaints", **{"lead": "", "facts": (), "asides": (), **page, "tables": tables})
    chosen = Filters("trentside", period, generation=generation)
    return sealed(replace(example_pack(held), audience=Audience.PUBLIC, chosen=chosen, period=period.label))


SAFE = (trend(september_2026=35, october_2026=60), services(housing=None, waste=40, planning=None, benefits=10))
"""What a release should look like: a small count hidden with another, and everything rounded."""
