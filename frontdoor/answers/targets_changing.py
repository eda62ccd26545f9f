"""Changes a target, names who sets one, approves a waiting change: each audited, never for the past, then published anew."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from frontdoor.access.audience import Audience
from frontdoor.answers.approving import approve_named
from frontdoor.answers.context import Context, open_context
from frontdoor.answers.provenance import moment_words
from frontdoor.answers.strategy_page import write_strategy_page
from frontdoor.answers.target_typed import EXAMPLES, read_target, read_tolerance, written_target, written_tolerance
from frontdoor.answers.target_words import phrase, tolerance_words
from frontdoor.answers.targets_held import HeldTarget, entered_by, held_at
from frontdoor.answers.waiting import Waiting, waiting
from frontdoor.errors import AccessError, FrontdoorError
from frontdoor.filters import Filters
from frontdoor.measures.formatting import format_date
from frontdoor.register.duties import set_duty
from frontdoor.register.entries import Approval
from frontdoor.register.target_changes import TargetChange, TargetPlace, change_target
from frontdoor.schema.units import Better
from frontdoor.strategy.history import is_easier
from frontdoor.strategy.judgement import target_in_force
from frontdoor.strategy.strategy import Target

OFFICERS_ONLY = "Only performance officers change targets."


@dataclass(frozen=True, slots=True)
class Asking:
    """Whose figures, for whom, and the moment (with its zone) at which something is entered."""

    filters: Filters
    audience: Audience
    now: datetime


@dataclass(frozen=True, slots=True)
class Offered:
    """What the forms start from: today, the target in force as its owner would write it, and the rows already seen."""

    today: date
    held: HeldTarget
    value: str
    tolerance: str
    example: str
    seen: int | None
    duty_seen: int | None
    last_entered: str
    waiting: tuple[Waiting, ...]


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed into the form: `service` '' is the whole council, `seen` the entry they looked at."""

    key: str
    service: str
    value: str
    tolerance: str
    from_date: date
    why: str
    approved_by: str
    approved_where: str
    author: str
    seen: int | None


@dataclass(frozen=True, slots=True)
class Named:
    """Who is to set a target, by when; `seen` is the entry that was looked at."""

    owner: str
    due_date: date | None
    author: str
    seen: int | None


def offered(asking: Asking, key: str, service: str) -> Offered:
    """Return what the forms start from; AccessError for anybody but officers."""
    context, today = _opened(asking)
    held = held_at(context, context.promised(key), service, today)
    last = held.entries[-1] if held.entries else None
    return Offered(
        today=today,
        held=held,
        value=written_target(held.now.value, held.unit) if held.now else "",
        tolerance=written_tolerance(held.now),
        example=EXAMPLES[held.unit],
        seen=last.id if last else None,
        duty_seen=held.duty.id if held.duty else None,
        last_entered=f"{entered_by(last)}, {moment_words(last.recorded_at, context.council.time_zone)}" if last else "",
        waiting=waiting(context.register, context.measures()),
    )


def easier_warning(asking: Asking, typed: Typed) -> str:
    """Return what makes the target typed easier than the one it replaces, '' where it is not; raises as `enter_target`."""
    context, today = _opened(asking)
    held = held_at(context, context.promised(typed.key), typed.service, today)
    change, before = _change(held, typed), target_in_force(held.history, typed.from_date)
    is_unseen = bool(held.entries) and held.entries[-1].id != typed.seen  # entering it will say whose change it is
    if is_unseen or before is None or before.value is None:
        return ""
    after = Target(change.from_date, change.value, change.unit, change.tolerance, source="")
    if after.value is not None and not is_easier(after, before, held.better):
        return ""
    return (
        f"This makes the target easier: {_terms(before, held.better)} becomes {_terms(after, held.better)}. "
        "It will be flagged on every page for a year."
    )


def enter_target(asking: Asking, typed: Typed) -> str:
    """Put the target typed in force from its day on and return what was done.

    Raises:
        FrontdoorError: it cannot be read, cannot be, is for days that are past, or somebody changed it meanwhile.
    """
    context, today = _opened(asking)
    held = held_at(context, context.promised(typed.key), typed.service, today)
    place = TargetPlace(typed.key, held.unit, typed.service)
    now = asking.now.astimezone(ZoneInfo(context.council.time_zone))
    target = change_target(context.register, place, _change(held, typed), author=typed.author, now=now, seen=typed.seen)
    done = f"{held.name}: {phrase(target, held.better)} from {format_date(target.from_date)}."
    return _published(asking, f"{done} Earlier periods keep the target they were judged by.")


def name_owner(asking: Asking, place: tuple[str, str], named: Named) -> str:
    """Keep who sets a target, by when, and return what was done; RegisterError where somebody did so meanwhile."""
    context, today = _opened(asking)
    due = named.due_date
    if due is not None and due < today:
        raise FrontdoorError(f"{format_date(due)} is past. Choose the day by which it is to be set.")
    now = asking.now.astimezone(ZoneInfo(context.council.time_zone))
    set_duty(context.register, *place, named.owner, due, author=named.author, now=now, seen=named.seen)
    held = held_at(context, context.promised(place[0]), place[1], today)
    return f"{held.name}: {named.owner.strip()} is to set the target{f' by {format_date(due)}' if due else ''}."


def approve_waiting(asking: Asking, name: str, approval: Approval, author: str) -> str:
    """Put the change called `name`, like target-3, in force from its day on and return what was done."""
    context, _ = _opened(asking)
    now = asking.now.astimezone(ZoneInfo(context.council.time_zone))
    return _published(asking, approve_named(context.register, name, approval, author, now))


def _opened(asking: Asking) -> tuple[Context, date]:
    if asking.audience is not Audience.OFFICER:
        raise AccessError(OFFICERS_ONLY)
    context = open_context(asking.filters, asking.audience)
    return context, asking.now.astimezone(ZoneInfo(context.council.time_zone)).date()


def _change(held: HeldTarget, typed: Typed) -> TargetChange:
    if held.better is Better.NEITHER and read_target(typed.value, held.unit) is not None:
        raise FrontdoorError("Neither more nor less of this is better, so it takes no number.")
    return TargetChange(
        value=read_target(typed.value, held.unit),
        unit=held.unit,
        tolerance=read_tolerance(typed.tolerance, held.unit),
        from_date=typed.from_date,
        why=typed.why,
        approved_by=typed.approved_by,
        approved_where=typed.approved_where,
    )


def _terms(target: Target, better: Better) -> str:
    return (
        f"{phrase(target, better)} ({tolerance_words(target)})" if target.value is not None else phrase(target, better)
    )


def _published(asking: Asking, done: str) -> str:
    """Write the public page of the strategy anew and say so, or that it could not be written."""
    try:
        path = write_strategy_page(asking.filters.council, asking.now)
    except OSError as error:
        return f"{done} The public page could not be written ({error.strerror}): run python -m frontdoor strategy-page."
    return f"{done} The public page of the strategy is written anew: {path.name} in the council’s home."
