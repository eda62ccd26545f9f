"""A target as people write it: '80%', '3 minutes', '5 working days', '£2.50', 'TBA'; read in the unit of its measure."""

import re
from math import isfinite

from frontdoor.answers.target_words import TO_BE_SET
from frontdoor.errors import FrontdoorError
from frontdoor.schema.units import Unit
from frontdoor.strategy.strategy import Target

SECONDS_EACH = {"second": 1, "sec": 1, "s": 1, "minute": 60, "min": 60, "m": 60, "hour": 3600, "hr": 3600, "h": 3600}
"""How many seconds the words people use for times are."""

UNSET = ("tba", "tbc", "to be set", "to be agreed", "to be confirmed")
NUMBER = r"[-+−]?\d[\d,]*(?:\.\d+)?"
PART = re.compile(rf"({NUMBER})\s*([a-z%£]*)")

WORDS = {
    Unit.SHARE: ("%", "per cent", "percent"),
    Unit.DAYS: ("day", "days"),
    Unit.WORKING_DAYS: ("working day", "working days"),
    Unit.POINTS: ("", "points", "point"),
    Unit.NET_POINTS: ("", "points", "point"),
    Unit.SCORE: ("",),
    Unit.RATIO: ("",),
    Unit.COUNT: ("",),
    Unit.PER_THOUSAND: ("", "per 1000", "per thousand"),
}
"""What may stand behind the number, by unit; '' where nothing need."""

EXAMPLES = {
    Unit.SHARE: "80%",
    Unit.SECONDS: "3 minutes",
    Unit.DAYS: "5 days",
    Unit.WORKING_DAYS: "5 working days",
    Unit.PENCE: "£2.50",
    Unit.COUNT: "1,200",
    Unit.RATIO: "1.5",
    Unit.SCORE: "0.45",
    Unit.POINTS: "75 points",
    Unit.NET_POINTS: "+20 points",
    Unit.PER_THOUSAND: "3.5 per 1,000",
}
"""A target in each unit, as people write it."""

BELOW_NOUGHT = (Unit.SCORE, Unit.NET_POINTS)
HUNDRED = 100


def read_target(text: str, unit: Unit) -> float | None:
    """Return the value in the measure's unit (shares 0 to 1, times in seconds, money in pence); None is TBA.

    Raises:
        FrontdoorError: it cannot be read, names another unit or no unit where one is needed, or cannot be.
    """
    said = " ".join(text.lower().split())
    if said.rstrip(".") in UNSET:
        return None
    value = _read(said, unit)
    if value is None or not isfinite(value):
        raise FrontdoorError(_what_is_wrong(text.strip(), unit))
    if value < 0 and unit not in BELOW_NOUGHT:
        raise FrontdoorError(f"“{text.strip()}” is below 0, and this measure cannot be.")
    if unit is Unit.SHARE and value > 1:
        raise FrontdoorError(f"“{text.strip()}” is more than all of them. A share goes from 0% to 100%.")
    return value


def read_tolerance(text: str, unit: Unit) -> float | None:
    """Return how near counts as close, in the measure's unit; None for nothing written. Shares are near by points."""
    said = " ".join(text.lower().split())
    if said in ("", "none"):
        return None
    points = re.fullmatch(rf"({NUMBER})\s*(?:%|points?|per cent|percentage points?)", said)
    if unit is Unit.SHARE and points:
        return _number(points[1]) / HUNDRED
    return read_target(text, unit)


def written_target(value: float | None, unit: Unit) -> str:
    """Return a value as `read_target` reads it, for a field that can be edited."""
    if value is None:
        return TO_BE_SET
    if unit is Unit.SHARE:
        return f"{value * HUNDRED:.10g}%"
    if unit is Unit.SECONDS:
        minutes, rest = divmod(value, SECONDS_EACH["minute"])
        whole = minutes and not rest
        return f"{minutes:g} minute{'' if minutes == 1 else 's'}" if whole else f"{value:g} seconds"
    if unit is Unit.PENCE:
        return f"£{value / HUNDRED:.2f}"
    name = WORDS[unit][-1] if unit in (Unit.DAYS, Unit.WORKING_DAYS) else ""
    return f"{value:g} {name}".strip()


def written_tolerance(target: Target | None) -> str:
    """Return the band of a target as `read_tolerance` reads it, '' for none."""
    if target is None or not target.tolerance:
        return ""
    if target.unit is Unit.SHARE:
        return f"{target.tolerance * HUNDRED:.10g} points"
    return written_target(target.tolerance, target.unit)


def _read(said: str, unit: Unit) -> float | None:
    if unit is Unit.SECONDS:
        return _seconds(said)
    if unit is Unit.PENCE:
        return _pence(said)
    found = re.fullmatch(rf"({NUMBER})\s*(.*)", said)
    if found is None or found[2].replace(",", "").strip() not in WORDS[unit]:
        return None
    return _number(found[1]) / HUNDRED if unit is Unit.SHARE else _number(found[1])


def _seconds(said: str) -> float | None:
    """Return '1 minute 30 seconds', '90s' or '1m 30s' in seconds."""
    parts = [(number, word) for number, word in PART.findall(said.replace(" and ", " "))]
    names = [word.removesuffix("s") or word for _, word in parts]
    rest = PART.sub("", said.replace(" and ", " ")).strip()
    if not parts or rest or any(name not in SECONDS_EACH for name in names):
        return None
    return sum(_number(number) * SECONDS_EACH[name] for (number, _), name in zip(parts, names, strict=True))


def _pence(said: str) -> float | None:
    pounds = re.fullmatch(rf"£\s*({NUMBER})", said)
    pence = re.fullmatch(rf"({NUMBER})\s*(?:p|pence|penny)", said)
    if pounds:
        return _number(pounds[1]) * HUNDRED
    return _number(pence[1]) if pence else None


def _number(text: str) -> float:
    return float(text.replace(",", "").replace("−", "-"))


def _what_is_wrong(text: str, unit: Unit) -> str:
    if not text:
        return f"The new target is empty. Write it like {EXAMPLES[unit]}, or TBA for a target still to be set."
    if re.fullmatch(NUMBER, text):
        return f"“{text}” does not say its unit. Write it like {EXAMPLES[unit]}."
    return f"“{text}” is not a target of this measure. Write it like {EXAMPLES[unit]}, or TBA for one still to be set."
