"""How numbers are said to people: 62%, 9.1%, +0.41, 4m 40s, £2.83, '13,164 of 21,232 calls', '62 in every 100 callers'."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from frontdoor.schema.units import Better, Unit

NOTHING = "–"
MINUS = "−"
FINE_SHARE = Decimal(20)  # per cent; below it a tenth of a point matters to a reader
MOST_PLACES = 3  # of a per cent; finer than any target
WHOLE_POUNDS_FROM = 100  # pounds; above it pence only distract
SECONDS_IN_WORDS_UNTIL = 120  # seconds; longer targets are said in minutes


def format_value(value: float | None, unit: Unit, against: float | None = None, places: int | None = None) -> str:
    """Return `value` as people read it, a dash for None.

    Shares are 0 to 1 and become per cent. `against` is the target in the same unit: a share that only looks equal to
    it is given more places. `places` fixes the decimal places, for numbers that stand side by side.
    """
    if value is None:
        return NOTHING
    match unit:
        case Unit.COUNT:
            return _grouped(value, places or 0)
        case Unit.SHARE:
            return f"{_share(value, against, places)}%"
        case Unit.SECONDS:
            return _clock(value)
        case Unit.DAYS | Unit.WORKING_DAYS:
            return _days(value, unit)
        case Unit.PENCE:
            return _pounds(value)
        case Unit.RATIO:
            return _grouped(value, 2 if places is None else places)
        case Unit.SCORE:
            return _signed(_grouped(value, 2 if places is None else places))
        case Unit.POINTS:
            return _grouped(value, 1 if places is None else places)
        case Unit.NET_POINTS:
            return _signed(_grouped(value, places or 0))
        case Unit.PER_THOUSAND:
            return f"{_grouped(value, 1 if places is None else places)} per 1,000"


def format_target(value: float, unit: Unit, better: Better) -> str:
    """Return the target as a promise: 'at least 70%', 'at most 60 seconds', 'about 12%'."""
    edge = {Better.HIGHER: "at least", Better.LOWER: "at most", Better.NEITHER: "about"}[better]
    said = _target_share(value) if unit is Unit.SHARE else format_in_full(value, unit)
    return f"{edge} {said}"


def format_in_full(value: float | None, unit: Unit) -> str:
    """Return `value` with its unit in words where there is room: '60 seconds', '4 minutes 40 seconds'."""
    if value is None or unit is not Unit.SECONDS:
        return format_value(value, unit)
    seconds = int(_rounded(value, 0))
    if seconds < SECONDS_IN_WORDS_UNTIL:
        return _counted(seconds, "second")
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    parts = [(hours, "hour"), (minutes, "minute"), (rest, "second")]
    return " ".join(_counted(count, word) for count, word in parts if count)


def format_change(difference: float | None, unit: Unit) -> str:
    """Return a difference in words, 'up 8 points', 'down 12 seconds', 'no change'; shares change in points."""
    if difference is None:
        return NOTHING
    size = format_gap(difference, unit)
    if not any(digit in size for digit in "123456789"):
        return "no change"
    return f"up {size}" if difference > 0 else f"down {size}"


def format_gap(difference: float, unit: Unit) -> str:
    """Return the size of a difference without its sign: '8 points', '12 seconds', '0.05'."""
    size = abs(difference)
    if unit is Unit.SHARE:
        points = _rounded(size * 100, 0 if size * 100 >= 1 else 1)
        return _counted(_plain(points), "point")
    if unit is Unit.SCORE:
        return f"{_rounded(size, 2)}"
    if unit in (Unit.POINTS, Unit.NET_POINTS):
        return _counted(_plain(_rounded(size, 1)), "point")
    return format_in_full(size, unit)


def format_signed(difference: float, unit: Unit, places: int | None = None) -> str:
    """Return a difference with its sign: '+19', '−8.6 points', '−12 seconds', '0'; `places` fixes those of a count."""
    size = format_gap(difference * 100, Unit.POINTS) if unit is Unit.SHARE else format_gap(difference, unit)
    if unit is Unit.COUNT:
        size = format_value(abs(difference), unit, places=places)
    if not any(digit in size for digit in "123456789"):
        return size.removesuffix(".0")
    return f"{'+' if difference > 0 else MINUS}{size}"


def sums_line(numerator: float | None, denominator: float | None, noun: str) -> str:
    """Return the two sums behind a number, '13,164 of 21,232 calls'; one sum alone is '1,204 answers'."""
    if denominator is None:
        return "" if numerator is None else f"{_grouped(numerator, 0)} {noun}"
    if numerator is None:
        return f"{_grouped(denominator, 0)} {noun}"
    return f"{_grouped(numerator, 0)} of {_grouped(denominator, 0)} {noun}"


def in_every_hundred(share: float, noun: str = "") -> str:
    """Return a share as people count: '62 in every 100 callers', 'about 4 in every 1,000 callers', 'none of the callers'."""
    percent = _rounded(share * 100, 0)
    people = f" {noun}" if noun else ""
    if share <= 0 or share >= 1:
        return f"{'none' if share <= 0 else 'all'} of {f'the {noun}' if noun else 'them'}"
    if percent < 1:
        return f"about {max(_rounded(share * 1000, 0), Decimal(1))} in every 1,000{people}"
    if percent >= 100:
        return f"more than 99 in every 100{people}"
    return f"{percent} in every 100{people}"


def format_date(day: date) -> str:
    """Return '31 October 2026'."""
    return f"{day.day} {day:%B %Y}"


def format_moment(moment: datetime) -> str:
    """Return '1 November 2026, 6:02am'."""
    return f"{format_date(moment.date())}, {moment.hour % 12 or 12}:{moment:%M}{'am' if moment.hour < 12 else 'pm'}"


def _share(value: float, against: float | None, places: int | None) -> str:
    percent = Decimal(str(value)) * 100
    if places is not None:
        return f"{_rounded(percent, places)}".replace("-", MINUS)
    places = 1 if abs(percent) < FINE_SHARE else 0
    if against is not None:
        places = _telling_places(percent, Decimal(str(against)) * 100, places)
    return f"{_plain(_rounded(percent, places))}".replace("-", MINUS)


def _telling_places(percent: Decimal, target: Decimal, places: int) -> int:
    """Return the fewest places, at most MOST_PLACES, at which a value that differs from its target looks different."""
    apart = (count for count in range(places, MOST_PLACES) if _rounded(percent, count) != _rounded(target, count))
    return places if percent == target else next(apart, MOST_PLACES)


def _target_share(value: float) -> str:
    return f"{_plain(Decimal(str(value)) * 100)}%"


def _clock(value: float) -> str:
    seconds = int(_rounded(abs(value), 0))
    sign = MINUS if value < 0 and seconds else ""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{sign}{hours}h {minutes}m" if minutes else f"{sign}{hours}h"
    if minutes:
        return f"{sign}{minutes}m {rest}s" if rest else f"{sign}{minutes}m"
    return f"{sign}{rest}s"


def _days(value: float, unit: Unit) -> str:
    return _counted(_plain(_rounded(value, 1)), "day" if unit is Unit.DAYS else "working day")


def _pounds(pence: float) -> str:
    pounds = Decimal(str(pence)) / 100
    rounded = _rounded(pounds, 0 if pounds == 0 or abs(pounds) >= WHOLE_POUNDS_FROM else 2)
    return f"{MINUS if rounded < 0 else ''}£{abs(rounded):,}"


def _signed(said: str) -> str:
    return said if said.startswith(MINUS) or not any(digit in said for digit in "123456789") else f"+{said}"


def _grouped(value: float, places: int) -> str:
    return f"{_rounded(value, places):,}".replace("-", MINUS)


def _counted(count: Decimal | int, word: str) -> str:
    said = f"{count:,}".replace("-", MINUS)
    return f"{said} {word}" if count == 1 else f"{said} {word}s"


def _rounded(value: float | Decimal, places: int) -> Decimal:
    """Return `value` rounded half away from zero, as people round, never as '-0'."""
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return abs(rounded) if rounded == 0 else rounded


def _plain(value: Decimal) -> Decimal:
    """Return `value` without trailing zeros and without an exponent: 62.0 becomes 62."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
