"""What happened and when, entered by people and never deleted: an event that was wrong is withdrawn."""

import json
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Row, func, select

from frontdoor.errors import RegisterError
from frontdoor.register.auditing import Act, canonical, record
from frontdoor.register.entries import Event
from frontdoor.register.event_tables import EVENT_DETAILS
from frontdoor.register.tables import EVENT_WITHDRAWALS, EVENTS
from frontdoor.strategy.event_kind import EventKind

LONGEST_DAYS = 2 * 366  # what lasts longer than two years is how things are, and no event


@dataclass(frozen=True, slots=True)
class Happened:
    """An event to be entered; no services means all of them, and no last day that it was of one day."""

    on_date: date
    label: str
    services: tuple[str, ...] = ()
    kind: EventKind = EventKind.OTHER
    last_date: date | None = None


def events_between(
    connection: Connection, council: str, first: date, last: date, *, include_withdrawn: bool = False
) -> tuple[Event, ...]:
    """Return the events of which a day lies within these (both inclusive), by their first day."""
    event, withdrawal, detail = EVENTS.c, EVENT_WITHDRAWALS.c, EVENT_DETAILS.c
    ends = func.coalesce(detail.last_date, event.on_date)
    query = (
        select(EVENTS, withdrawal.author.label("withdrawn_by"), detail.kind, detail.last_date)
        .outerjoin(EVENT_WITHDRAWALS, withdrawal.event_id == event.id)
        .outerjoin(EVENT_DETAILS, detail.event_id == event.id)
        .where(event.council == council, event.on_date <= last, ends >= first)
        .order_by(event.on_date, event.id)
    )
    if not include_withdrawn:
        query = query.where(withdrawal.event_id.is_(None))
    return tuple(_event(row) for row in connection.execute(query))


def _event(row: Row[tuple[object, ...]]) -> Event:
    values = row._asdict()
    kept = {name: values[name] for name in Event.__slots__}
    services = tuple(json.loads(values["services"]))
    kind = EventKind(values["kind"]) if values["kind"] in set(EventKind) else EventKind.OTHER
    return Event(**{**kept, "services": services, "kind": kind})


def add(connection: Connection, act: Act, happened: Happened) -> int:
    """Enter an event and return its number.

    Raises:
        RegisterError: the same event stands already, as after a double click, or its last day cannot be.
    """
    _refuse_span(happened)
    same_day = events_between(connection, act.council, happened.on_date, happened.on_date)
    said = (happened.on_date, happened.label.casefold(), happened.services)
    if any((event.on_date, event.label.casefold(), event.services) == said for event in same_day):
        raise RegisterError(f"“{happened.label}” is on the charts for that day already.")
    row = {"on_date": happened.on_date, "label": happened.label, "services": canonical(happened.services)}
    number = record(connection, act, EVENTS, "added an event", [row])[0]
    if happened.kind is not EventKind.OTHER or happened.last_date is not None:
        detail = {"event_id": number, "kind": happened.kind.value, "last_date": happened.last_date}
        record(connection, act, EVENT_DETAILS, "said what kind of event it is", [detail])
    return number


def _refuse_span(happened: Happened) -> None:
    if happened.last_date is None:
        return
    days = (happened.last_date - happened.on_date).days
    if days < 0:
        raise RegisterError("It ended before it began: change the last day, or leave it out.")
    if days > LONGEST_DAYS:
        raise RegisterError("It lasted more than two years: enter the day it began and leave the last day out.")


def withdraw(connection: Connection, act: Act, event_id: int) -> None:
    """Take an event off the charts; it stays in the register.

    Raises:
        RegisterError: there is no such event, or it was withdrawn before.
    """
    standing = [event for event in events_between(connection, act.council, date.min, date.max) if event.id == event_id]
    if not standing:
        raise RegisterError(f"Event {event_id} is not on the charts: there is none, or it was withdrawn.")
    before = {"label": standing[0].label, "on_date": standing[0].on_date}
    record(connection, act, EVENT_WITHDRAWALS, "withdrew an event", [{"event_id": event_id}], before=before)
