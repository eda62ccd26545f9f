"""Reads the tables of a council file about staff: the rules of how many are needed, and the shifts people may work."""

from datetime import date, time

from frontdoor.statistics.demand_profile import HALF_HOURS
from frontdoor.statistics.shift_patterns import StaffGroup, allowed_shifts
from frontdoor.strategy.entry import Entry
from frontdoor.strategy.overlaps import refuse_overlaps
from frontdoor.strategy.staffing import RosteredGroup, Staffing

RULES = ("shrinkage", "occupancy_limit", "minimum_cover", "chats_at_once")
STAFFING_KEYS = ("from", *RULES, "source")
BREAKS = ("break_length", "break_from_length", "break_earliest", "break_latest")
GROUP_KEYS = ("name", "from", "before", "people", "starts", "lengths", "days_a_week", *BREAKS)

MOST_PEOPLE = 5_000  # more than any council has at its front door: a guard against a slip of the pen
MOST_CHATS = 10
DAYS_IN_A_WEEK = 7
HALF_HOURS_IN_AN_HOUR = 2


def read_staffing(top: Entry) -> tuple[Staffing, ...]:
    """Return the rules of staffing, oldest first; raise StrategyError for two from one day or a number out of range."""
    entries = top.entries("staffing", STAFFING_KEYS)
    seen: set[date] = set()
    for entry in entries:
        if entry.day("from") in seen:
            raise entry.problem("from", "there are two sets of rules from this day; keep one.")
        seen.add(entry.day("from"))
    return tuple(sorted((_staffing(entry) for entry in entries), key=lambda rules: rules.from_date))


def _staffing(entry: Entry) -> Staffing:
    shrinkage, limit = entry.number("shrinkage", 0.0), entry.number("occupancy_limit", 1.0)
    if not 0 <= shrinkage < 1:
        raise entry.problem("shrinkage", "write a share from 0 to below 1; 28% of the time is 0.28.")
    if not 0 < limit <= 1:
        raise entry.problem("occupancy_limit", "write a share above 0, up to 1; at most 85% of the time is 0.85.")
    return Staffing(
        from_date=entry.day("from"),
        shrinkage=shrinkage,
        occupancy_limit=limit,
        minimum_cover=_between(entry, "minimum_cover", 0, MOST_PEOPLE) if entry.has("minimum_cover") else 1,
        chats_at_once=_between(entry, "chats_at_once", 1, MOST_CHATS) if entry.has("chats_at_once") else 1,
        source=entry.text("source"),
        said=frozenset(key for key in RULES if entry.has(key)),
    )


def read_staff_groups(top: Entry) -> tuple[RosteredGroup, ...]:
    """Return who may work which shifts; raise StrategyError for shifts that cannot be and for one name twice on a day."""
    entries = top.entries("staff_group", GROUP_KEYS)
    rows = tuple(RosteredGroup(_group(entry), entry.day_or_none("from"), _before(entry)) for entry in entries)
    refuse_overlaps(entries, [(row.group.name, row.from_date or date.min, row.before_date) for row in rows])
    return rows


def _group(entry: Entry) -> StaffGroup:
    group = StaffGroup(
        name=entry.text("name"),
        people=_between(entry, "people", 0, MOST_PEOPLE),
        starts=_starts(entry),
        lengths=tuple(_half_hours(entry, "lengths", hours) for hours in _listed(entry, "lengths", "[8, 4.5]")),
        days_a_week=_between(entry, "days_a_week", 1, DAYS_IN_A_WEEK) if entry.has("days_a_week") else 5,
        break_length=_hours_at(entry, "break_length"),
        break_from_length=_hours_at(entry, "break_from_length"),
        break_earliest=_hours_at(entry, "break_earliest"),
        break_latest=_hours_at(entry, "break_latest"),
    )
    try:
        allowed_shifts(group, HALF_HOURS)
    except ValueError as problem:
        raise entry.problem("lengths", f"these shifts cannot be, in half-hours: {problem}") from None
    return group


def _starts(entry: Entry) -> tuple[int, ...]:
    found = []
    for clock in _listed(entry, "starts", "[08:00:00, 09:30:00]"):
        if not isinstance(clock, time) or clock not in (time(clock.hour), time(clock.hour, 30)):
            raise entry.problem("starts", "write times without quotes on the hour or half-hour, such as [08:00:00].")
        found.append(clock.hour * HALF_HOURS_IN_AN_HOUR + clock.minute // 30)
    return tuple(found)


def _listed(entry: Entry, key: str, example: str) -> list[object]:
    value = entry.table.get(key)
    if not isinstance(value, list) or not value:
        raise entry.problem(key, f"give a list, such as {example}.")
    return value


def _hours_at(entry: Entry, key: str) -> int:
    return _half_hours(entry, key, entry.number(key, 0.0))


def _half_hours(entry: Entry, key: str, hours: object) -> int:
    """Return hours as half-hours; a day at most."""
    is_number = isinstance(hours, int | float) and not isinstance(hours, bool)
    if not is_number or not 0 <= float(str(hours)) <= HALF_HOURS / HALF_HOURS_IN_AN_HOUR:
        raise entry.problem(key, "write hours as a number without quotes, such as 7.5; a day has 24.")
    half_hours = float(str(hours)) * HALF_HOURS_IN_AN_HOUR
    if half_hours != int(half_hours):
        raise entry.problem(key, "shifts and breaks are counted in half-hours: write 0.5, 1, 7.5 and the like.")
    return int(half_hours)


def _between(entry: Entry, key: str, lowest: int, highest: int) -> int:
    value = entry.whole(key)
    if not lowest <= value <= highest:
        raise entry.problem(key, f"this goes from {lowest} to {highest:,}.")
    return value


def _before(entry: Entry) -> date | None:
    before = entry.day_or_none("before")
    if before is not None and entry.has("from") and before <= entry.day("from"):
        raise entry.problem("before", "this is not after `from`; the group would never be there.")
    return before
