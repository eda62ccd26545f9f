"""How deprived the council's wards are, as the council says in its own file: a decile for each ward, and since when."""

from dataclasses import dataclass
from datetime import date

from frontdoor.strategy.entry import Entry

DEPRIVATION_KEYS = ("ward", "decile", "from", "source")
DECILES = 10


@dataclass(frozen=True, slots=True)
class Deprivation:
    """The decile of one ward from a day on, until the next for the same ward: 1 the most deprived tenth, 10 the least."""

    ward: str
    decile: int
    from_date: date
    source: str


def read_deprivation(top: Entry) -> tuple[Deprivation, ...]:
    """Return the decile of each ward; StrategyError for no decile from 1 to 10 or two of one ward from one day."""
    entries = top.entries("deprivation", DEPRIVATION_KEYS)
    seen: set[tuple[str, date]] = set()
    for entry in entries:
        if not 1 <= entry.whole("decile") <= DECILES:
            raise entry.problem("decile", "write a whole number from 1, the most deprived tenth, to 10, the least.")
        ward = (entry.text("ward"), entry.day("from"))
        if ward in seen:
            raise entry.problem("ward", "this ward has another decile from the same day; keep one.")
        seen.add(ward)
    return tuple(
        Deprivation(entry.text("ward"), entry.whole("decile"), entry.day("from"), entry.text("source"))
        for entry in entries
    )


def deciles_on(rows: tuple[Deprivation, ...], day: date) -> dict[str, int]:
    """Return the decile of each ward that has one on a day, by its name."""
    known = sorted((row for row in rows if row.from_date <= day), key=lambda row: row.from_date)
    return {row.ward: row.decile for row in known}
