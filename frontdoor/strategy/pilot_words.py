"""What a plan names in plain words: days, hours, services, comparisons, changes and amounts of money."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.formatting import format_date
from frontdoor.measures.measure import Measure
from frontdoor.measures.times_of_day import span_words
from frontdoor.schema.units import CHANNEL_LABELS, Channel, Unit
from frontdoor.strategy.pilot_hours import window_of
from frontdoor.strategy.pilot_plan import WEEKDAYS, ComparedBy, Comparison, Where

EVERYTHING = "everything"
NONE = "none"
UNITS = {
    Unit.SECONDS: "seconds",
    Unit.DAYS: "days",
    Unit.WORKING_DAYS: "working days",
    Unit.PENCE: "pence",
    Unit.POINTS: "points",
    Unit.NET_POINTS: "points",
    Unit.PER_THOUSAND: "per 1,000",
}
OF_A_COUNT = "a week"

Measures = Mapping[str, Measure]


def day_words(day: date | None) -> str:
    """Return '4 June 2025', 'none' for no day."""
    return NONE if day is None else format_date(day)


def amount_words(value: float | None, measure: str, measures: Measures = CATALOGUE) -> str:
    """Return a change as exactly as it was declared, with its sign and unit: '-3.5 points', '+20 a week'."""
    if value is None:
        return NONE
    unit = measures[measure].unit if measure in measures else None
    if unit is Unit.SHARE:
        return f"{_exact(Decimal(str(value)) * 100)} points"
    words = OF_A_COUNT if unit is Unit.COUNT else UNITS.get(unit, "") if unit else ""
    return f"{_exact(Decimal(str(value)))} {words}".strip()


def where_words(where: Where, services: Mapping[str, str] | None = None) -> str:
    """Return 'Mondays, 8am to 9am, by phone, Housing'; 'everything' where nothing is picked."""
    labels = services or {}
    parts = [
        listed([f"{WEEKDAYS[day - 1].title()}s" for day in where.weekdays]),
        span_words(where.window.from_half_hour, where.window.before_half_hour) if where.window else "",
        listed([CHANNEL_LABELS[Channel(channel)] for channel in where.channels]),
        listed([labels.get(service, plain(service)) for service in where.services]),
        listed(where.wards),
    ]
    return ", ".join(part for part in parts if part) or EVERYTHING


def comparison_words(comparison: Comparison | None, services: Mapping[str, str] | None = None) -> str:
    """Return 'Tuesdays and Wednesdays', '1pm to 3pm'; 'nothing' where there is none."""
    if comparison is None:
        return "nothing"
    return listed([unit_words(comparison.by, unit, services) for unit in comparison.units])


def unit_words(by: ComparedBy, unit: str, services: Mapping[str, str] | None = None) -> str:
    """Return a comparison unit in words: 'Tuesdays', 'Phone', '1pm to 3pm', a service by its label."""
    if by is ComparedBy.WEEKDAY:
        return f"{unit.title()}s"
    if by is ComparedBy.CHANNEL:
        return CHANNEL_LABELS[Channel(unit)]
    window = window_of(unit) if by is ComparedBy.HOURS else None
    if window is not None:
        return span_words(window.from_half_hour, window.before_half_hour)
    return (services or {}).get(unit, plain(unit)) if by is ComparedBy.SERVICE else unit


def pounds(pence: float) -> str:
    """Return an amount of money, exactly: '£250', '£210.50'."""
    amount = Decimal(str(pence)) / 100
    if amount == amount.to_integral_value():
        return f"£{amount:,.0f}"
    return f"£{amount:,.2f}" if pence == int(pence) else f"£{amount:,f}"


def _exact(value: Decimal) -> str:
    return f"{value.normalize():+,f}".replace("-", "−")


def plain(key: str) -> str:
    """Return a key with spaces, as people would write it."""
    return key.replace("_", " ")


def listed(words: list[str] | tuple[str, ...]) -> str:
    """Return 'a, b and c'."""
    return " and ".join([part for part in (", ".join(words[:-1]), *words[-1:]) if part])
