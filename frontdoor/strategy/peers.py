"""What other councils published of themselves, dated and linked, and whether it is of the same definition as ours."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.measure import Parameter
from frontdoor.schema.units import Unit
from frontdoor.strategy.entry import Entry
from frontdoor.strategy.toml_file import open_toml

PUBLISHED = Path(__file__).resolve().parents[2] / "peers" / "published.toml"
"""The figures shipped with Frontdoor."""

KEYS = (*("council", "measure", "within_seconds", "kind", "value", "when", "of", "definition", "difference", "link"),)


class PeerKind(StrEnum):
    """Whether a figure is what was aimed at or what came of it."""

    TARGET = "target"
    RESULT = "result"


class Definition(StrEnum):
    """How a figure's definition stands to ours."""

    SAME = "same"
    NOT_STATED = "not_stated"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class PeerFigure:
    """One published figure in the unit of the catalogue's `measure`; `difference` says why it is not drawn beside ours."""

    council: str
    measure: str
    within_seconds: int | None
    kind: PeerKind
    value: float
    when: str
    of: str
    definition: Definition
    difference: str
    link: str

    @property
    def is_drawn(self) -> bool:
        """Return whether it may stand in a chart beside ours."""
        return self.definition is Definition.SAME


def published_figures() -> tuple[PeerFigure, ...]:
    """Return the figures shipped with Frontdoor, in the file's order."""
    return read_peers(PUBLISHED)


@lru_cache(maxsize=8)
def read_peers(path: Path) -> tuple[PeerFigure, ...]:
    """Return the figures of a file; raise StrategyError for a mistake in it."""
    top = open_toml(path, "file of published figures").top.only(("figure",))
    return tuple(_figure(entry) for entry in top.entries("figure", KEYS))


def read_own_peers(top: Entry) -> tuple[PeerFigure, ...]:
    """Return the [[peer]] tables of a council file, with the same keys; raise StrategyError for a mistake in one."""
    return tuple(_figure(entry) for entry in top.entries("peer", KEYS))


def peers_of(figures: tuple[PeerFigure, ...], measure: str, within_seconds: int | None) -> tuple[PeerFigure, ...]:
    """Return the figures of a catalogue measure with the same threshold: 20 seconds is not 300."""
    return tuple(figure for figure in figures if figure.measure == measure and figure.within_seconds == within_seconds)


def _figure(entry: Entry) -> PeerFigure:
    measure = entry.name_in("measure", tuple(CATALOGUE), "measure")
    if Parameter.WITHIN_SECONDS in CATALOGUE[measure].needs and not entry.has("within_seconds"):
        raise entry.problem("within_seconds", "this measure needs the seconds it was promised within.")
    definition = entry.choice("definition", Definition, "state of a definition")
    if definition is not Definition.SAME and not entry.has("difference"):
        raise entry.problem("difference", "say what differs, or what the source does not say.")
    if urlsplit(entry.text("link")).scheme not in ("http", "https"):
        raise entry.problem("link", "write the address it was read at, beginning with https://.")
    return PeerFigure(
        council=entry.text("council"),
        measure=measure,
        within_seconds=entry.whole("within_seconds") if entry.has("within_seconds") else None,
        kind=entry.choice("kind", PeerKind, "kind of figure"),
        value=_value(entry, measure),
        when=entry.text("when"),
        of=entry.text("of", ""),
        definition=definition,
        difference=entry.text("difference", ""),
        link=entry.text("link"),
    )


def _value(entry: Entry, measure: str) -> float:
    value = entry.number("value")
    if CATALOGUE[measure].unit is Unit.SHARE and not 0 <= value <= 1:
        raise entry.problem("value", "a share goes from 0 to 1; 88% is 0.88.")
    return value
