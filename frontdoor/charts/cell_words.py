"""What the cells of a map say: the short number inside, the words for whoever points at it, the times of its half-hours."""

from collections.abc import Sequence
from dataclasses import dataclass

from frontdoor.charts.labels import written
from frontdoor.measures.formatting import MINUS, NOTHING, format_gap, format_value
from frontdoor.schema.units import Unit

NO_FIGURE = "no figure"
NO_FIGURE_KEY = f"{NOTHING} {NO_FIGURE}"
TEN_MINUTES = 600  # seconds; longer waits are counted in minutes
IN_WORDS = {
    (Unit.SHARE, 0.01): "Numbers are %",
    (Unit.SECONDS, 1): "Numbers are seconds",
    (Unit.SECONDS, 60): "Numbers are minutes",
    (Unit.PENCE, 100): "Numbers are £",
}
"""What the key says of numbers that have no room for their unit, by unit and divisor."""


@dataclass(frozen=True, slots=True)
class CellNumbers:
    """How the numbers of one map are written: all divided by `divisor`, all with `places`."""

    divisor: float
    places: int
    key_words: str

    def __call__(self, value: float, is_signed: bool = False) -> str:
        """Return '108', '4.2', '−6' or '+3'."""
        said = format_value(value / self.divisor, Unit.COUNT, places=self.places)
        return f"+{said}" if is_signed and _is_more(said) else said


def cell_numbers(values: Sequence[float], unit: Unit, digits: int = 3) -> CellNumbers:
    """Return how to write these values with about `digits` digits each."""
    longest = max((abs(value) for value in values), default=0.0)
    first = {Unit.SHARE: 0.01, Unit.PENCE: 100, Unit.SECONDS: 60 if longest >= TEN_MINUTES else 1}.get(unit, 1)
    words = IN_WORDS.get((unit, first), "")
    most = 10.0**digits - 0.5
    thousands = next((size for size in (1, 1e3, 1e6) if longest / first / size < most), 1e9)
    if thousands > 1:
        words = {1e3: "Numbers are thousands", 1e6: "Numbers are millions", 1e9: "Numbers are billions"}[thousands]
    divisor = first * thousands
    return CellNumbers(divisor, _places([value / divisor for value in values], unit), words)


def _places(values: Sequence[float], unit: Unit) -> int:
    """Return the decimal places: none from 10 up or where all are whole, two for scores below 1."""
    if max(map(abs, values), default=0.0) >= 10 or all(value == round(value) for value in values):
        return 0
    return 2 if unit in {Unit.SCORE, Unit.RATIO} and max(map(abs, values)) <= 1 else 1


def value_words(value: float, unit: Unit, numbers: CellNumbers) -> str:
    """Return the value in full, counts with the places they have in their cell."""
    return format_value(value, unit, places=numbers.places if unit is Unit.COUNT and numbers.divisor == 1 else None)


def signed_words(value: float, unit: Unit, numbers: CellNumbers) -> str:
    """Return '+3', '−8 points' or '0'."""
    if unit is Unit.COUNT:
        return (
            numbers(value, is_signed=True)
            if numbers.divisor == 1
            else _with_sign(value, format_value(abs(value), unit))
        )
    return _with_sign(value, format_gap(value, unit))


def cell_words(where: str, kind: str, value: str | None, note: str | None) -> str:
    """Return 'Monday, 9am to 9:30am: 108 (1,204 calls on 12 days)', or the note alone where there is no value."""
    said = ", ".join(part for part in (kind, value) if part)
    noted = written(note or "")
    if not said:
        return f"{where}: {noted or NO_FIGURE}"
    return f"{where}: {said} ({noted})" if noted else f"{where}: {said}"


def _with_sign(value: float, size: str) -> str:
    if not any(digit in size for digit in "123456789"):
        return size
    return f"{MINUS if value < 0 else '+'}{size}"


def _is_more(said: str) -> bool:
    return not said.startswith(MINUS) and any(digit in said for digit in "123456789")
