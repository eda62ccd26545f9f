"""The number format under which Excel says a number in the very words that every other file has."""

import re
from decimal import ROUND_HALF_UP, Decimal

from frontdoor.measures.formatting import MINUS
from frontdoor.packs.slides.numbers import sheet_number
from frontdoor.schema.units import Unit

LONGEST = 255  # characters of a number format; Excel specifications and limits
SAID = re.compile(
    r"^(?P<before>.*?)(?P<sign>[+−]?)(?P<money>£?)(?P<whole>\d[\d,]*)(?:\.(?P<places>\d+))?(?P<percent>%?)(?P<after>.*)$"
)
PART_OF_TIME = re.compile(r"(?P<count>\d[\d,]*)(?P<word> ?(?:hours?|minutes?|seconds?|h|m|s)\b)")
SECONDS_IN = {"h": 3600, "m": 60, "s": 1}
SIGNED = {Unit.SCORE, Unit.NET_POINTS}
"""Units whose positive numbers have a plus."""


def number_format(words: str, value: float, unit: Unit | None) -> str | None:
    """Return the format under which `value`, as the sheet counts it, reads as `words`; None where no format can say them."""
    if "\n" in words:
        return None
    said = _time_format(words, value) if unit is Unit.SECONDS else _number_format(words, value, unit)
    return said if said and len(said) <= LONGEST else None


def _number_format(words: str, value: float, unit: Unit | None) -> str | None:
    found = SAID.match(words)
    if not found:
        return None
    number = Decimal(f"{found['whole'].replace(',', '')}.{found['places'] or '0'}")
    told = -number if found["sign"] == MINUS else number
    counted = sheet_number(value, unit or Unit.COUNT) or 0.0
    places = len(found["places"] or "")
    is_percent = bool(found["percent"]) and unit is Unit.SHARE
    if _rounded(counted * 100 if is_percent else counted, places) != told:
        return None
    digits = "#,##0" if "," in found["whole"] or number < 1000 else "0"
    percent = "%" if is_percent else quoted(found["percent"])
    fraction = f".{'0' * places}" if places else ""
    shown = f"{quoted(found['money'])}{digits}{fraction}{percent}{quoted(found['after'])}"
    before = quoted(found["before"])
    if not number:
        return ";".join((f"{before}{shown}",) * 3)
    plus, minus = f'{before}"+"{shown}', f'{before}"{MINUS}"{shown}'
    is_signed = found["sign"] == "+" or unit in SIGNED
    return f"{plus};{minus};{before}{shown}" if is_signed else f"{before}{shown};{minus}"


def _rounded(value: float, places: int) -> Decimal:
    """Return `value` as a spreadsheet rounds it: halves away from nought, from its first fifteen digits."""
    return Decimal(f"{value:.15g}").quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _time_format(words: str, seconds: float) -> str | None:
    """Return '[m]" minutes "s" seconds"' for '4 minutes 40 seconds'; None for less than no time, which Excel cannot show."""
    parts = _parts_of_time(words)
    if not parts or seconds < 0:
        return None
    told = sum(int(part["count"].replace(",", "")) * SECONDS_IN[part["word"].strip()[0]] for part in parts)
    least = SECONDS_IN[parts[-1]["word"].strip()[0]]
    if int(_rounded(seconds, 0)) // least * least != told:
        return None
    shown = quoted(words[: parts[0].start()])
    for at, part in enumerate(parts):
        letter = part["word"].strip()[0]
        end = parts[at + 1].start() if at + 1 < len(parts) else len(words)
        shown += (letter if at else f"[{letter}]") + quoted(words[part.start("word") : end])
    return shown


def _parts_of_time(words: str) -> list[re.Match[str]]:
    """Return hours, minutes and seconds that stand together, the first such run only."""
    found: list[re.Match[str]] = []
    for part in PART_OF_TIME.finditer(words):
        letters = [each["word"].strip()[0] for each in (*found, part)]
        is_beside = not found or not words[found[-1].end() : part.start()].strip()
        if not is_beside or letters != sorted(set(letters), key="hms".find):
            break
        found.append(part)
    return found


def quoted(words: str) -> str:
    """Return words as a number format says them as they are, nothing for none."""
    return '"' + words.replace('"', '"\\""') + '"' if words else ""
