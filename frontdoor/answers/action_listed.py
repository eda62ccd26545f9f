"""Which actions are listed and in which order: overdue first, then by the day they are due."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from frontdoor.access.audience import Audience
from frontdoor.answers.action_choices import Choice, Which
from frontdoor.register.actions import HeldAction, Status
from frontdoor.register.entries import Origin

PER_PAGE = 25
OPEN = (Status.PLANNED, Status.UNDER_WAY)


@dataclass(frozen=True, slots=True)
class Listed:
    """One page of the actions that were asked for: `matching` of them in all, on so many `pages`."""

    shown: tuple[HeldAction, ...]
    matching: int
    page: int
    pages: int


def readable(held: Iterable[HeldAction], audience: Audience) -> tuple[HeldAction, ...]:
    """Return what this audience reads: all of them, the public those of the strategy's own plan, which is published."""
    return tuple(each for each in held if audience is not Audience.PUBLIC or each.origin is Origin.STRATEGY_FILE)


def listed(held: Sequence[HeldAction], choice: Choice, services: Sequence[str], on: date) -> Listed:
    """Return the page chosen, or the last there is; `services` leaves out actions of others (none: all)."""
    wanted = [each for each in held if _is_wanted(each, choice, services, on)]
    wanted.sort(key=lambda each: _place(each, on))
    pages = max(-(-len(wanted) // PER_PAGE), 1)
    page = min(max(choice.page, 1), pages)
    return Listed(tuple(wanted[(page - 1) * PER_PAGE : page * PER_PAGE]), len(wanted), page, pages)


def is_open(action: HeldAction) -> bool:
    """Return whether it is still to be done."""
    return action.entry.status in OPEN


def is_dated_for(action: HeldAction, measure_key: str, service: str) -> bool:
    """Return whether it is open, dated and to move this measure, of the service (''  any) or of the whole council."""
    entry = action.entry
    is_of = entry.measure_key == measure_key and (not service or entry.service in ("", service))
    return is_of and is_open(action) and entry.due_date is not None


def _is_wanted(action: HeldAction, choice: Choice, services: Sequence[str], on: date) -> bool:
    entry = action.entry
    if services and entry.service not in services:
        return False
    words = f"{entry.title} {entry.owner} {entry.note} {entry.ward}".lower()
    return choice.find.strip().lower() in words and _is_of(action, choice.which, on)


def _is_of(action: HeldAction, which: Which, on: date) -> bool:
    match which:
        case Which.OPEN:
            return is_open(action)
        case Which.OVERDUE:
            return action.is_overdue(on)
        case Which.ENDED:
            return not is_open(action)
        case Which.ALL:
            return True


def _place(action: HeldAction, on: date) -> tuple[int, date, int]:
    """Return where an action stands: overdue, open with a day, open without one, ended (latest first)."""
    due = action.entry.due_date
    if not is_open(action):
        return (3, date.max - (action.recorded_at.date() - date.min), action.id)
    return (0 if action.is_overdue(on) else 1 if due else 2, due or date.max, action.id)
