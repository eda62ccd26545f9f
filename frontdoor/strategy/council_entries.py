"""Reads the tables of a council file that say what the council decides for itself, each dated."""

from datetime import date, time

from frontdoor.schema.records import KINDS
from frontdoor.schema.units import Channel, Family
from frontdoor.strategy.council import CouncilEvent, DigitalChannel, Homes, Opening, SharedKey, SourceOfRecord, UnitCost
from frontdoor.strategy.entry import Entry
from frontdoor.strategy.event_kind import EventKind
from frontdoor.strategy.overlaps import refuse_overlaps

OPENING_KEYS = ("from", "weekdays", "opens", "closes", "queue")
DIGITAL_KEYS = ("channel", "from", "before")
COST_KEYS = ("channel", "from", "before", "low_pence", "pence", "high_pence", "source")
RECORD_KEYS = ("source", "family", "service", "channel", "from", "before")
SHARED_KEY_KEYS = ("source", "to_source", "column", "to_column", "attributes")
EVENT_KEYS = ("on", "until", "label", "kind", "services")
HOMES_KEYS = ("from", "homes", "source")

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "bank_holiday")
"""Kinds of day by name; Monday is 1, Sunday 7 and a bank holiday, whatever its weekday, 8 everywhere else."""

HALF_HOURS_IN_A_DAY = 48
COLUMNS = tuple(dict.fromkeys(name for table in KINDS.values() for name in table.names))
"""Our own names of every column a source can fill."""


def read_openings(top: Entry) -> tuple[Opening, ...]:
    """Return opening hours; the entries of one queue and day are one timetable, and a weekday or bank holiday left out is closed."""
    return tuple(opening for entry in top.entries("opening", OPENING_KEYS) for opening in _week(entry))


def _week(entry: Entry) -> tuple[Opening, ...]:
    opens, closes = _half_hour(entry, "opens"), _half_hour(entry, "closes") or HALF_HOURS_IN_A_DAY
    if closes <= opens:
        raise entry.problem("closes", "closing time must be after opening time; 00:00:00 is midnight at the day's end.")
    return tuple(
        Opening(
            from_date=entry.day("from"),
            weekday=WEEKDAYS.index(name) + 1,
            from_half_hour=opens,
            before_half_hour=closes,
            queue=entry.text("queue") if entry.has("queue") else None,
        )
        for name in entry.names_in("weekdays", WEEKDAYS, "weekday")
    )


def _half_hour(entry: Entry, key: str) -> int:
    clock = entry.clock_time(key)
    if clock not in (time(clock.hour), time(clock.hour, 30)):
        raise entry.problem(key, "opening hours are counted in half-hours; use :00 or :30.")
    return clock.hour * 2 + clock.minute // 30


def read_digital_channels(top: Entry) -> tuple[DigitalChannel, ...]:
    """Return which channels count as digital, and since when."""
    entries = top.entries("digital_channel", DIGITAL_KEYS)
    rows = tuple(DigitalChannel(_channel(entry), entry.day("from"), _before(entry)) for entry in entries)
    refuse_overlaps(entries, [(row.channel, row.from_date, row.before_date) for row in rows])
    return rows


def read_unit_costs(top: Entry) -> tuple[UnitCost, ...]:
    """Return the council's own cost of a contact by channel, with its range and where it comes from."""
    entries = top.entries("unit_cost", COST_KEYS)
    rows = tuple(_unit_cost(entry) for entry in entries)
    refuse_overlaps(entries, [(row.channel, row.from_date, row.before_date) for row in rows])
    return rows


def _unit_cost(entry: Entry) -> UnitCost:
    low, central, high = (entry.number(key) for key in ("low_pence", "pence", "high_pence"))
    if not 0 <= low <= central <= high:
        raise entry.problem("pence", f"the central cost must lie between low_pence {low:g} and high_pence {high:g}.")
    return UnitCost(_channel(entry), entry.day("from"), low, central, high, entry.text("source"), _before(entry))


def read_sources_of_record(top: Entry, sources: tuple[str, ...]) -> tuple[SourceOfRecord, ...]:
    """Return which of `sources` counts for which columns, service, channel and dates; two may not claim the same cell."""
    entries = top.entries("source_of_record", RECORD_KEYS)
    rows = tuple(
        SourceOfRecord(
            source=entry.name_in("source", sources, "source"),
            family=entry.choice("family", Family, "family") if entry.has("family") else None,
            service=entry.text("service") if entry.has("service") else None,
            channel=_channel(entry) if entry.has("channel") else None,
            from_date=entry.day_or_none("from"),
            before_date=_before(entry),
        )
        for entry in entries
    )
    cells = [((row.family, row.service, row.channel), row.from_date or date.min, row.before_date) for row in rows]
    refuse_overlaps(entries, cells)
    return rows


def read_shared_keys(top: Entry, sources: tuple[str, ...]) -> tuple[SharedKey, ...]:
    """Return how the rows of one of `sources` add attributes to another's."""
    return tuple(
        SharedKey(
            source=entry.name_in("source", sources, "source"),
            to_source=entry.name_in("to_source", sources, "source"),
            column=entry.name_in("column", COLUMNS, "column"),
            to_column=entry.name_in("to_column", COLUMNS, "column"),
            attributes=entry.names_in("attributes", COLUMNS, "column"),
        )
        for entry in top.entries("shared_key", SHARED_KEY_KEYS)
    )


def read_homes(top: Entry) -> tuple[Homes, ...]:
    """Return how many homes the council lets, oldest first; raise StrategyError for none at all or two from one day."""
    entries = top.entries("homes", HOMES_KEYS)
    seen: set[date] = set()
    for entry in entries:
        if entry.whole("homes") < 1:
            raise entry.problem("homes", "a council that lets no homes leaves this table out.")
        if entry.day("from") in seen:
            raise entry.problem("from", "there are two numbers of homes from this day; keep one.")
        seen.add(entry.day("from"))
    read = (Homes(entry.day("from"), entry.whole("homes"), entry.text("source")) for entry in entries)
    return tuple(sorted(read, key=lambda homes: homes.from_date))


def read_events(top: Entry, services: tuple[str, ...]) -> tuple[CouncilEvent, ...]:
    """Return what happened, by day."""
    return tuple(
        CouncilEvent(
            on_date=entry.day("on"),
            label=entry.text("label"),
            services=entry.names_in("services", services, "service") if services else entry.texts("services"),
            kind=entry.choice("kind", EventKind, "kind of event") if entry.has("kind") else EventKind.OTHER,
            last_date=_until(entry),
        )
        for entry in top.entries("event", EVENT_KEYS)
    )


def _until(entry: Entry) -> date | None:
    until = entry.day_or_none("until")
    if until is not None and until < entry.day("on"):
        raise entry.problem("until", "this is before `on`; an event of one day leaves it out.")
    return until


def _channel(entry: Entry) -> Channel:
    return entry.choice("channel", Channel, "channel")


def _before(entry: Entry) -> date | None:
    before = entry.day_or_none("before")
    if before is not None and entry.has("from") and before <= entry.day("from"):
        raise entry.problem("before", "this is not after `from`; the row would never be in force.")
    return before
