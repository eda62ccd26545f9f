"""The columns of a file as they stand: positions c0, c1, ... of one SQL relation, with the types the file gives them."""

from collections.abc import Sequence
from dataclasses import dataclass

from frontdoor.intake.header import Header
from frontdoor.intake.quoting import literal

TEXT = "VARCHAR"


@dataclass(frozen=True, slots=True)
class TimeForms:
    """How the reader itself reads times and dates (strptime); empty where it reads none."""

    timestamp: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Raw:
    """A relation whose columns are c0, c1, ... in the order of `header.names`; `types` are DuckDB's names of types.

    `samples` holds some values of each column as text, to see how its times are written.
    """

    relation: str
    header: Header
    types: tuple[str, ...]
    samples: tuple[tuple[str, ...], ...]
    forms: TimeForms = TimeForms()

    def position(self, names: Sequence[str]) -> int | None:
        """Return the position of the first of these columns that the file has, or None."""
        return self.header.index_of([name for name in names if name])

    def text(self, position: int) -> str:
        """Return SQL for a column as text, as it was written, empty as null."""
        form = {"TIMESTAMP": self.forms.timestamp, "DATE": self.forms.date}.get(self.types[position], "")
        if form:
            return f"strftime(c{position}, {literal(form)})"
        return f"c{position}" if self.types[position] == TEXT else f"cast(c{position} as varchar)"

    def text_of(self, *names: str) -> str:
        """Return SQL for the first of their columns that the file has, as text; null where it has none."""
        position = self.position(names)
        return "null" if position is None else self.text(position)
