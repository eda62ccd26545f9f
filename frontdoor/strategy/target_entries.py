"""Reads [[measure.target]]: a dated number with its unit, or TBA, checked against what the measure counts."""

from datetime import date

from frontdoor.measures.measure import Measure
from frontdoor.schema.units import Better, Unit
from frontdoor.strategy.entry import Entry
from frontdoor.strategy.strategy import Target

TARGET_KEYS = ("value", "tba", "unit", "from", "tolerance", "source", "why", "approved_by")

WHOLE_SHARE = 1.0
"""Shares are 0 to 1 in files and data, per cent only where people read them."""


def read_targets(entry: Entry, measure: Measure) -> tuple[Target, ...]:
    """Return the measure's targets, oldest first; raise StrategyError for a wrong unit, range, direction or day."""
    items = entry.entries("target", TARGET_KEYS)
    targets = tuple(_read_target(item, measure) for item in items)
    seen: set[date] = set()
    for item, target in zip(items, targets, strict=True):
        if target.from_date in seen:
            raise item.problem("from", "there are two targets from this day; keep one.")
        seen.add(target.from_date)
    return tuple(sorted(targets, key=lambda target: target.from_date))


def _read_target(item: Entry, measure: Measure) -> Target:
    is_tba = item.flag("tba")
    if is_tba and item.has("value"):
        raise item.problem("value", "a target is a number or tba = true, not both.")
    return Target(
        from_date=item.day("from"),
        value=None if is_tba else _value(item, measure),
        unit=_unit(item, measure, is_tba=is_tba),
        tolerance=_tolerance(item, measure, is_tba=is_tba),
        source=item.text("source"),
        why=item.text("why", ""),
        approved_by=item.text("approved_by", ""),
    )


def _unit(item: Entry, measure: Measure, *, is_tba: bool) -> Unit:
    if is_tba and not item.has("unit"):
        return measure.unit
    unit = item.choice("unit", Unit, "unit")
    if unit is not measure.unit:
        raise item.problem(
            "unit", f"{measure.key} is counted in {measure.unit.value}. Did you mean {measure.unit.value}?"
        )
    return unit


def _value(item: Entry, measure: Measure) -> float:
    if measure.better is Better.NEITHER:
        raise item.problem(
            "value", f"neither more nor less of {measure.key} is better, so it takes no number; use tba = true."
        )
    value = item.number("value")
    if measure.unit is Unit.SHARE and not 0 <= value <= WHOLE_SHARE:
        raise item.problem("value", f"a share goes from 0 to 1.{_as_share(value)}")
    if value < 0 and measure.unit not in (Unit.SCORE, Unit.NET_POINTS):
        raise item.problem("value", f"a target in {measure.unit.value} cannot be below 0.")
    return value


def _tolerance(item: Entry, measure: Measure, *, is_tba: bool) -> float | None:
    if not item.has("tolerance"):
        return None
    tolerance = item.number("tolerance")
    if is_tba:
        raise item.problem("tolerance", "a target still to be set has no tolerance.")
    if tolerance < 0:
        raise item.problem("tolerance", "a tolerance is how near still counts as close, so it cannot be below 0.")
    if measure.unit is Unit.SHARE and tolerance >= WHOLE_SHARE:
        raise item.problem("tolerance", f"the tolerance of a share is less than 1.{_as_share(tolerance)}")
    return tolerance


def _as_share(value: float) -> str:
    """Return the share that a percentage was probably meant as."""
    return f" Did you mean {value / 100:g}, which is {value:g}%?" if WHOLE_SHARE <= value <= 100 else ""
