"""Enters what happened, takes it back, and puts aside a break that nobody can explain; for officers, each audited."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from frontdoor.access.audience import Audience
from frontdoor.answers.choices import choices
from frontdoor.answers.context import Context, open_context
from frontdoor.answers.targets_changing import Asking
from frontdoor.errors import AccessError, FrontdoorError
from frontdoor.figure import Unexplained
from frontdoor.measures.formatting import format_date
from frontdoor.register.break_answers import BreakPlace, break_answers, dismiss
from frontdoor.strategy.event_kind import EventKind

OFFICERS_ONLY = "Only performance officers say what happened."
DAYS_AHEAD = 366  # bills and elections are known a year before; further ahead is mostly a slip of the keyboard
ALL_SERVICES = "every service"
MOST_OFFERED = 200  # events to take off; older ones than these stay


@dataclass(frozen=True, slots=True)
class TypedEvent:
    """What somebody typed: no services means every one, no last day that it was of one day."""

    on_date: date | None
    label: str
    kind: EventKind
    services: tuple[str, ...]
    last_date: date | None
    author: str


@dataclass(frozen=True, slots=True)
class Entered:
    """An event just entered: its number, so that it can be taken back, and what was done."""

    number: int
    words: str


def enter_event(asking: Asking, typed: TypedEvent) -> Entered:
    """Put an event on the charts of its services and return what was done.

    Raises:
        FrontdoorError: no day, a day outside the figures, a service nobody knows, nothing said, or said already.
    """
    context, today = _opened(asking)
    first = _checked_day(typed, context, today)
    labels = _labels(typed.services, asking, context)
    _refuse_known(typed, first, context)
    number = context.register.add_event(
        first, typed.label, typed.services, typed.author, _now(asking, context), kind=typed.kind,
        last_date=typed.last_date,
    )  # fmt: skip
    return Entered(number, f"On the charts: {typed.label.strip()}, {format_date(first)}, {_listed(typed, labels)}.")


def withdraw_event(asking: Asking, number: int, author: str) -> str:
    """Take an event off the charts and return what was done; RegisterError where somebody did so before."""
    context, _ = _opened(asking)
    context.register.withdraw_event(number, author, _now(asking, context))
    return "Taken off the charts. The register keeps it, and who took it off."


def put_aside(asking: Asking, about: Unexplained, author: str, *, is_dismissed: bool = True) -> str:
    """Keep that nobody knows what happened at a break, or that it is to be asked about again, and return what was done."""
    context, _ = _opened(asking)
    place = BreakPlace(about.measure_key, about.service, about.first_day)
    dismiss(context.register, place, author=author, now=_now(asking, context), is_dismissed=is_dismissed)
    return "Kept as “nothing we know of”." if is_dismissed else "It is asked about again."


def events_offered(asking: Asking) -> dict[str, int]:
    """Return the number of each event that people entered, newest first, by what is said of it."""
    context, _ = _opened(asking)
    newest = context.register.events(date.min, date.max)[::-1][:MOST_OFFERED]
    return {f"{format_date(event.on_date)}: {event.label} ({event.id})": event.id for event in newest}


def aside_offered(asking: Asking) -> dict[str, Unexplained]:
    """Return each break that was put aside, the newest first, by what is said of it."""
    context, _ = _opened(asking)
    labels = {promised.key: promised.label for promised in context.measures()}
    held = [place for place, answer in break_answers(context.register).items() if answer.is_dismissed]
    held.sort(key=lambda place: (place.first_day, place.measure_key), reverse=True)
    return {
        f"{labels.get(place.measure_key, place.measure_key)}, {place.service or 'all services'}: {place.first_day:%B %Y}": Unexplained(
            place.first_day, place.first_day, "", place.measure_key, place.service
        )
        for place in held
    }


def first_day_held(context: Context) -> date | None:
    """Return the first day of any figures held, None before the first load."""
    days = context.ledger()["from_date"].drop_nulls().to_list()
    return min(days, default=None)


def _checked_day(typed: TypedEvent, context: Context, today: date) -> date:
    if typed.on_date is None:
        raise FrontdoorError("Say on which day it happened.")
    furthest = today + timedelta(days=DAYS_AHEAD)
    if max(typed.on_date, typed.last_date or typed.on_date) > furthest:
        raise FrontdoorError(
            f"That is more than a year ahead: nothing later than {format_date(furthest)} can be entered."
        )
    held = first_day_held(context)
    if held is not None and (typed.last_date or typed.on_date) < held:
        raise FrontdoorError(f"Our figures begin on {format_date(held)}; what happened before then is on no chart.")
    return typed.on_date


def _refuse_known(typed: TypedEvent, first: date, context: Context) -> None:
    """Raise where the council file says the same already; the register refuses its own."""
    said = (first, typed.label.strip().casefold())
    for event in context.council.events:
        if (event.on_date, event.label.casefold()) == said and set(event.services) >= set(typed.services):
            raise FrontdoorError(f"“{event.label}” is on the charts for that day already: the council file says so.")


def _labels(services: tuple[str, ...], asking: Asking, context: Context) -> dict[str, str]:
    """Return the labels of the services by key; FrontdoorError for one that is neither in the council file nor recorded."""
    labels = {service.key: service.label for service in context.council.services}
    if not labels.keys() >= set(services):
        labels |= dict(choices(asking.filters.council, asking.filters.generation, asking.audience).services)
    unknown = sorted(set(services) - labels.keys())
    if unknown:
        raise FrontdoorError(f"There is no service called {unknown[0]}.")
    return labels


def _listed(typed: TypedEvent, labels: dict[str, str]) -> str:
    return ", ".join(labels[key] for key in typed.services) or ALL_SERVICES


def _now(asking: Asking, context: Context) -> datetime:
    return asking.now.astimezone(ZoneInfo(context.council.time_zone))


def _opened(asking: Asking) -> tuple[Context, date]:
    if asking.audience is not Audience.OFFICER:
        raise AccessError(OFFICERS_ONLY)
    context = open_context(asking.filters, asking.audience)
    return context, _now(asking, context).date()
