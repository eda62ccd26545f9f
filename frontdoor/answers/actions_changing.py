"""Adds and changes actions: audited, never over somebody else's change, and never due before today while still to be done."""

import re
from dataclasses import dataclass
from datetime import date
from unicodedata import normalize
from zoneinfo import ZoneInfo

from frontdoor.access.audience import Audience
from frontdoor.answers.action_listed import OPEN
from frontdoor.answers.action_shown import labels_of
from frontdoor.answers.context import Context, open_context
from frontdoor.answers.targets_changing import Asking
from frontdoor.answers.targets_held import WHOLE_COUNCIL
from frontdoor.answers.ward_places import places_of
from frontdoor.errors import AccessError, RegisterError
from frontdoor.measures.formatting import format_date
from frontdoor.register.actions import ActionEntry, HeldAction, action_history, actions, add_action, change_action

OFFICERS_ONLY = "Only performance officers enter actions."
NO_MEASURE, NO_WARD = "None", "No ward"
LONGEST_KEY = 60


@dataclass(frozen=True, slots=True)
class ActionOffered:
    """What the forms offer: today, labels of measures, services and wards by key ('' none), and the action to change."""

    today: date
    measures: dict[str, str]
    services: dict[str, str]
    wards: dict[str, str]
    held: HeldAction | None


def action_offered(asking: Asking, key: str) -> ActionOffered:
    """Return what the forms start from; AccessError for anybody but officers."""
    context, today = _opened(asking)
    versions = action_history(context.register, key) if key else ()
    held = versions[-1] if versions else None
    labels = labels_of(context)
    measures = {name.removeprefix("measure:"): label for name, label in labels.items() if name.startswith("measure:")}
    services = {service.key: service.label for service in context.council.services}
    wards = {each.name: each.name for each in places_of(asking.filters, context).wards}
    entry = held.entry if held else ActionEntry("")
    return ActionOffered(
        today,
        _with({"": NO_MEASURE} | measures, entry.measure_key),
        _with({"": WHOLE_COUNCIL} | services, entry.service),
        _with({"": NO_WARD} | wards, entry.ward),
        held,
    )


def enter_new(asking: Asking, entry: ActionEntry, author: str) -> str:
    """Add an action and return what was done.

    Raises:
        FrontdoorError: words are missing, or its days cannot be.
    """
    context, today = _opened(asking)
    _refuse_days(entry, None, today)
    key = new_key(entry.title, {each.key for each in actions(context.register)})
    now = asking.now.astimezone(ZoneInfo(context.council.time_zone))
    add_action(context.register, key, entry, author=author, now=now)
    return f"Added: {entry.title.strip()}."


def enter_changed(asking: Asking, held: HeldAction, entry: ActionEntry, author: str, seen: int | None) -> str:
    """Keep a new version of an action and return what was done.

    Raises:
        FrontdoorError: nothing differs, its days cannot be, or somebody changed it since version `seen`.
    """
    context, today = _opened(asking)
    if seen == held.id:
        _refuse_days(entry, held.entry, today)
    now = asking.now.astimezone(ZoneInfo(context.council.time_zone))
    change_action(context.register, held.key, entry, author=author, now=now, seen=seen or 0)
    return f"Changed: {entry.title.strip()}."


def new_key(title: str, taken: set[str]) -> str:
    """Return a key made of the title's letters and digits that no action has; 'action' where it has none."""
    plain = normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:LONGEST_KEY] or "action"
    number = 2
    key = stem
    while key in taken:
        key, number = f"{stem}_{number}", number + 1
    return key


def _refuse_days(entry: ActionEntry, before: ActionEntry | None, today: date) -> None:
    """Raise RegisterError for days that cannot be: due before it begins, or newly due in the past while still to be done."""
    due, start = entry.due_date, entry.start_date
    if due is None:
        return
    is_new = before is None or before.due_date != due or before.status not in OPEN
    if due < today and is_new and entry.status in OPEN:
        raise RegisterError(
            f"{format_date(due)} is past. Choose the day by which it is to be done, today or later; what is done already "
            "is entered as done."
        )
    if start is not None and start > due:
        raise RegisterError(
            f"It cannot begin on {format_date(start)} and be due on {format_date(due)}, which is earlier."
        )


def _with(labels: dict[str, str], key: str) -> dict[str, str]:
    """Return the labels with what is held already, also where the council's files no longer name it."""
    return labels if key in labels else labels | {key: key}


def _opened(asking: Asking) -> tuple[Context, date]:
    if asking.audience is not Audience.OFFICER:
        raise AccessError(OFFICERS_ONLY)
    context = open_context(asking.filters, asking.audience)
    return context, asking.now.astimezone(ZoneInfo(context.council.time_zone)).date()
