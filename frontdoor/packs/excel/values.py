"""What a cell of a workbook holds: a number, a day or words, and the format that says it as the page does."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from math import isfinite

from frontdoor.measures.formatting import MINUS, format_date
from frontdoor.packs.excel.formats import SECONDS_IN, number_format, quoted
from frontdoor.packs.pack import Cell
from frontdoor.packs.slides.numbers import sheet_number
from frontdoor.schema.units import Unit

MOST_LETTERS = 32767  # of a cell, in UTF-16; Excel specifications and limits
CUT = " … (cut here: a cell of Excel holds no more letters)"
NUMBER = re.compile(
    r"(?P<sign>[+−-]?)£?(?P<digits>(?:\d{1,3}(?:,\d{3})+|0|[1-9]\d*)(?:\.\d+)?)(?P<unit>%| points?| (?:working )?days?)?"
)
TIME = re.compile(r"(?:(?P<h>\d+)h)? ?(?:(?P<m>\d+)m)? ?(?:(?P<s>\d+)s)?")
DAY = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}")
FIRST_DAY = date(1900, 3, 1)  # Excel counts a 29 February 1900 that never was


@dataclass(frozen=True, slots=True)
class Held:
    """The value of a cell and its number format, '' for words."""

    value: float | date | str
    format: str = ""


def held(cell: Cell, *, is_name: bool = False) -> Held:
    """Return what stands in Excel for a cell: its number where a format can say its words, else the words themselves.

    A number that is only there as words is read from them, as rounded as they are; not where they name a row.
    """
    value = cell.value
    if isinstance(value, date):
        day = _day_format(cell.words, value)
        return Held(value, day) if day else Held(cut(cell.words))
    if isinstance(value, int | float) and isfinite(value):
        said = number_format(cell.words, value, cell.unit)
        return Held(sheet_number(value, cell.unit or Unit.COUNT) or 0.0, said) if said else Held(cut(cell.words))
    read = None if is_name or value is not None else _read(cell.words)
    return read or Held(cut(cell.words))


def cut(words: str) -> str:
    """Return words that a cell can hold: what is too long ends by saying so."""
    if letters(words) <= MOST_LETTERS:
        return words
    kept = words.encode("utf-16-le")[: 2 * (MOST_LETTERS - letters(CUT))].decode("utf-16-le", "ignore")
    return kept + CUT


def letters(words: str) -> int:
    """Return how many letters Excel counts: those of UTF-16."""
    return len(words.encode("utf-16-le")) // 2


def _day_format(words: str, day: date) -> str:
    """Return the format that says a day as the page does, in English wherever the file is opened; '' where none does."""
    before, said, after = words.partition(format_date(day))
    if not said or day < FIRST_DAY or "\n" in words:
        return ""
    return f"{quoted(before)}[$-809]d mmmm yyyy{quoted(after)}"


def _read(words: str) -> Held | None:
    """Return the number, the time or the day that the whole of `words` is."""
    if found := NUMBER.fullmatch(words):
        number = float(found["digits"].replace(",", "")) * (-1 if found["sign"] in (MINUS, "-") else 1)
        unit = Unit.SHARE if found["unit"] == "%" else None
        return _as_number(words.replace("-", MINUS), float(f"{number / 100:.15g}") if unit else number, unit)
    if words and (time := TIME.fullmatch(words)):
        seconds = sum(int(count) * SECONDS_IN[letter] for letter, count in time.groupdict("0").items())
        return _as_number(words, seconds, Unit.SECONDS)
    if DAY.fullmatch(words):
        return _as_day(words)
    return None


def _as_number(words: str, number: float, unit: Unit | None) -> Held | None:
    said = number_format(words, number, unit)
    return Held(sheet_number(number, unit or Unit.COUNT) or 0.0, said) if said else None


def _as_day(words: str) -> Held | None:
    try:
        day = datetime.strptime(words, "%d %B %Y").date()  # noqa: DTZ007  # a day has no zone
    except ValueError:
        return None
    said = _day_format(words, day)
    return Held(day, said) if said else None
