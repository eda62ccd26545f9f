"""Reads columns of local dates: a row's own, without which it is refused, and later ones, left empty where impossible."""

from dataclasses import dataclass

from frontdoor.intake.clock import FIRST_YEAR, LAST_YEAR
from frontdoor.intake.plan import Effect, Plan, Problem
from frontdoor.intake.quoting import literals
from frontdoor.intake.source_types import Source
from frontdoor.intake.times import Moment, Zones, has_time, put_moment

_DAY = 7  # the first level after those of `put_moment`
_WITHIN = f"between date '{FIRST_YEAR}-01-01' and date '{LAST_YEAR}-12-31'"
_PARTS = {"%d": "day", "%m": "month", "%Y": "year", "%y": "year"}


@dataclass(frozen=True, slots=True)
class LaterDay:
    """A date that cannot come before `earliest`, SQL of a date; `level` is after the levels that SQL speaks of."""

    name: str
    what: str
    earliest: str
    before: str
    level: int = _DAY + 1


def put_own_day(plan: Plan, source: Source, zones: Zones, name: str = "activity_date") -> str:
    """Read the local date a row is dated by and return its SQL; a row without one is refused."""
    position = plan.raw.position(source.columns[name].names)
    assert position is not None, "the header was checked for the columns a source needs"
    moment, day = _put_day(plan, source, zones, name, position)
    plan.columns[name] = day
    is_given = f"c{position} is not null"
    for what, predicate, reason in (
        ("no_date", f"c{position} is null", "the row has no date"),
        ("bad_date", moment.is_unreadable, "this cannot be read as a date that exists"),
        ("outside_years", f"{is_given} and {day} is null and not {moment.is_unreadable}", "no row can be dated so"),
    ):
        suspicion = f"{day} is null"
        plan.problems.append(
            Problem(f"{what}_{name}", Effect.REJECT, predicate, reason, name, position, suspicion=suspicion)
        )
    _put_either_way(plan, source, name, position)
    return day


def put_later_day(plan: Plan, source: Source, zones: Zones, later: LaterDay) -> str:
    """Read a date that is not the row's own and return its SQL; an impossible one is left empty and counted."""
    rule = source.columns.get(later.name)
    position = plan.raw.position(rule.names) if rule else None
    if position is None:
        return plan.columns[later.name]
    _, day = _put_day(plan, source, zones, later.name, position)
    sound = plan.put(later.level, f"{later.name}_sound", f"case when {day} >= {later.earliest} then {day} end")
    plan.columns[later.name] = sound
    bad = f"(c{position} is not null and {sound} is null)"
    reason = f"{later.what} cannot be on this date: it comes before {later.before} or does not exist; left empty"
    plan.problems.append(Problem(f"impossible_{later.name}", Effect.NULL, bad, reason, later.name, position))
    return sound


def _put_day(plan: Plan, source: Source, zones: Zones, name: str, position: int) -> tuple[Moment, str]:
    moment = put_moment(plan, name, position, source.date_formats, zones)
    local = f"cast({moment.local} as date)"
    return moment, plan.put(_DAY, f"{name}_day", f"case when {local} {_WITHIN} then {local} end")


def _put_either_way(plan: Plan, source: Source, name: str, position: int) -> None:
    """Count dates that two of the source's ways of writing would read differently, and those only a later way can read."""
    first, *others = [form for form in source.date_formats if not has_time(form)] or [""]
    if not others:
        return
    text = plan.raw.text(position)
    by_first, by_other = f"try_strptime({text}, '{first}')", f"try_strptime({text}, [{literals(others)}])"
    either = f"(c{position} is not null and coalesce({by_first} <> {by_other}, false))"
    only = f"(c{position} is not null and {by_first} is null and {by_other} is not null)"
    words = f"the date can be read in more than one way; read as {_spoken(first)}"
    plan.problems.append(Problem("ambiguous_date", Effect.COUNT, either, words, name))
    words = f"the date can only be read as {' or '.join(map(_spoken, others))}, not as {_spoken(first)}"
    plan.problems.append(Problem("other_way_of_dating", Effect.COUNT, only, words, name))


def _spoken(form: str) -> str:
    """Return a way of writing dates in words: day/month/year."""
    for part, word in _PARTS.items():
        form = form.replace(part, word)
    return form
