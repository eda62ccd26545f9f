"""A council and a warehouse small enough to work out by hand, and the rows to put in it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import polars as pl

from frontdoor.measures.measure import Parameter
from frontdoor.schema.records import KINDS
from frontdoor.strategy.council import Council
from frontdoor.strategy.strategy import DatedValue, PromisedMeasure, Strategy
from frontdoor.warehouse.draft import Draft
from frontdoor.warehouse.home import Home
from frontdoor.warehouse.merging import Merged, merge

Row = dict[str, Any]
STRATEGY = Strategy(
    key="invented", council="Invented", title="Invented", approved_date=None, customer_word="customer", oversight="",
    source="invented", promises=(), measures=(), services=(), partners=(), standards=(), pilots=(), actions=(),
)  # fmt: skip
COUNCIL = Council(
    key="invented", name="Invented", strategy=STRATEGY, time_zone="Europe/London", nation="England", is_invented=True,
    services=(), measures=(), openings=(), digital_channels=(), unit_costs=(), sources_of_record=(), shared_keys=(), events=(),
)  # fmt: skip
LOADED_AT = datetime(2026, 7, 1, 6, 0)


def council_with_threshold(seconds: int, council: Council = COUNCIL) -> Council:
    """Return the council with a measure that names one more answer threshold."""
    dated = {Parameter.WITHIN_SECONDS: (DatedValue(date(2020, 1, 1), seconds),)}
    measure = PromisedMeasure("answered", "service_level_missed", "Answered", "", dated, (), (), ())
    return replace(council, measures=(*council.measures, measure))


def contact(number: int | str, at: datetime = datetime(2026, 5, 4, 10, 5), **given: Any) -> Row:
    """Return one answered phone call about waste, `given` changed."""
    row: Row = dict.fromkeys(KINDS["contacts"].names)
    row |= {
        "contact_id": str(number), "started_at": at - timedelta(hours=1), "started_local": at, "is_time_known": True,
        "service": "waste", "queue": "main", "channel": "phone", "outcome": "answered", "seconds_waited": 12,
        "is_customer_contact": True,
    }  # fmt: skip
    row |= given
    return row | {"activity_date": row["started_local"].date()}


def written(number: int | str, at: datetime = datetime(2026, 5, 4, 10, 5), **given: Any) -> Row:
    """Return one e-mail about waste, not yet answered, `given` changed."""
    return contact(number, at, **({"channel": "email", "outcome": None, "seconds_waited": None} | given))


def interval(number: int | str, at: datetime = datetime(2026, 5, 4), **given: Any) -> Row:
    """Return one day of a telephone queue in summary, `given` changed."""
    row: Row = dict.fromkeys(KINDS["contact_intervals"].names)
    row |= {
        "interval_id": str(number), "grain": "day", "started_local": at, "activity_date": at.date(), "service": "waste",
        "queue": "main", "channel": "phone", "is_approximate": False,
    }  # fmt: skip
    return row | given


def complaint(number: int | str, received: date = date(2026, 5, 4), **given: Any) -> Row:
    """Return one complaint about waste, received and nothing more, `given` changed."""
    return _of_complaint("complaints", received, given) | {"complaint_id": str(number)} | given


def complaint_stage(number: int | str, stage: int, opened: date = date(2026, 5, 4), **given: Any) -> Row:
    """Return one stage of a complaint about waste, opened and nothing more, `given` changed."""
    keys = {"stage_id": f"{number}/{stage}", "complaint_id": str(number), "stage": stage}
    return _of_complaint("complaint_stages", opened, given) | keys | given


def complaint_event(number: int | str, event: str, on: date, stage: int | None = None, **given: Any) -> Row:
    """Return one event of a complaint about waste, `given` changed."""
    keys = {"event_id": f"{number}/{event}/{stage}", "complaint_id": str(number), "event": event, "stage": stage}
    return _of_complaint("complaint_events", on, given) | keys | given


def _of_complaint(kind: str, on: date, given: Row) -> Row:
    row: Row = dict.fromkeys(KINDS[kind].names)
    described = {"procedure": "corporate", "service": "waste", "channel": "email", "activity_date": on}
    return row | described | given


def response(number: int | str, on: date = date(2026, 5, 4), **given: Any) -> Row:
    """Return one response to the telephone survey about waste, answering nothing, `given` changed."""
    row: Row = dict.fromkeys(KINDS["survey_responses"].names)
    row |= {
        "response_id": str(number), "survey": "after_call", "activity_date": on, "service": "waste", "channel": "phone",
        "questions": [], "answers": [],
    }  # fmt: skip
    return row | given


@dataclass(frozen=True)
class Delivery:
    """One load: rows of one kind from one source; `snapshot` is the range of dates it speaks for wholly."""

    rows: Sequence[Row]
    source: str = "calls"
    kind: str = "contacts"
    snapshot: tuple[date, date] | None = None
    covered_to: date | None = None
    load_id: int = field(default=0, compare=False)


def load(home: Home, delivery: Delivery) -> tuple[int, Merged]:
    """Load a delivery and return its load number and what became of its rows."""
    with home.draft() as draft:
        found = load_into(draft, delivery)
        draft.publish()
    return found


def load_into(draft: Draft, delivery: Delivery) -> tuple[int, Merged]:
    """Load a delivery into a draft, to be published with others, and return the same."""
    load_id = draft.next_load_id()
    table = KINDS[delivery.kind]
    frame = pl.DataFrame(
        [[row[name] for name in table.names] for row in delivery.rows], table.polars_schema, orient="row"
    )
    frame = frame.with_columns(source=pl.lit(delivery.source), load_id=pl.lit(load_id))
    draft.connection.execute("create or replace table incoming as select * from frame")
    kind_of_delivery = "append" if delivery.snapshot is None else "snapshot"
    merged = merge(draft, delivery.kind, delivery.source, load_id, kind_of_delivery, delivery.snapshot)
    row: Mapping[str, object] = {
        "load_id": load_id, "source": delivery.source, "kind": delivery.kind, "loaded_at": LOADED_AT,
        "read": len(delivery.rows), "loaded": merged.loaded, "covered_to": delivery.covered_to,
    }  # fmt: skip
    draft.write_ledger(row)
    return load_id, merged


def home_with(folder: Path, *deliveries: Delivery, council: Council = COUNCIL) -> Home:
    """Return a home in which the deliveries have been loaded, one after another."""
    home = Home(council, folder)
    for delivery in deliveries:
        load(home, delivery)
    return home


def home_at_once(folder: Path, *deliveries: Delivery, council: Council = COUNCIL) -> Home:
    """Return a home in which the deliveries have been loaded, in their order, as one data version."""
    home = Home(council, folder)
    with home.draft() as draft:
        for delivery in deliveries:
            load_into(draft, delivery)
        draft.publish()
    return home


def rows_of(frame: pl.DataFrame, *names: str) -> list[tuple[Any, ...]]:
    """Return the named columns of a frame as rows."""
    return frame.select(names).rows()


def months(first: date, count: int) -> Iterable[date]:
    """Return the first days of so many months from `first` on."""
    return (date(first.year + (first.month - 1 + n) // 12, (first.month - 1 + n) % 12 + 1, 1) for n in range(count))
