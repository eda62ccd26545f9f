"""What happened and when, entered by people and never deleted: an event that was wrong is withdrawn."""

import json
from datetime import date

from sqlalchemy import Connection, select

from frontdoor.errors import RegisterError
from frontdoor.register.auditing import Act, canonical, record
from frontdoor.register.entries import Event
from frontdoor.register.tables import EVENT_WITHDRAWALS, EVENTS


def events_between(
    connection: Connection, council: str, first: date, last: date, *, include_withdrawn: bool = False
) -> tuple[Event, ...]:
    """Return the events of these days (both inclusive) by date."""
    event, withdrawal = EVENTS.c, EVENT_WITHDRAWALS.c
    query = (
        select(EVENTS, withdrawal.author.label("withdrawn_by"))
        .outerjoin(EVENT_WITHDRAWALS, withdrawal.event_id == event.id)
        .where(event.council == council, event.on_date.between(first, last))
        .order_by(event.on_date, event.id)
    )
    if not include_withdrawn:
        query = query.where(withdrawal.event_id.is_(None))
    kept = [{name: row._asdict()[name] for name in Event.__slots__} for row in connection.execute(query)]
    return tuple(Event(**{**values, "services": tuple(json.loads(values["services"]))}) for values in kept)


def add(connection: Connection, act: Act, on_date: date, label: str, services: tuple[str, ...]) -> int:
    """Enter an event and return its number.

    Raises:
        RegisterError: the very same event stands already, as after a double click.
    """
    same_day = events_between(connection, act.council, on_date, on_date)
    if any((event.label, event.services) == (label, services) for event in same_day):
        raise RegisterError(f"“{label}” is on the charts for that day already.")
    row = {"on_date": on_date, "label": label, "services": canonical(services)}
    return record(connection, act, EVENTS, "added an event", [row])[0]


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
