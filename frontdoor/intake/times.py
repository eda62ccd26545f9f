"""Reads a column of times however it is written: local times, dates alone, or ISO times with an offset; row by row."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from frontdoor.intake.clock import IMPOSSIBLE, STATES, TWICE, local_code_sql, shifted_sql, utc_offset_sql
from frontdoor.intake.plan import Plan
from frontdoor.intake.quoting import literals

ISO_FORMATS = (
    "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M",
    "%Y-%m-%d %H:%M:%S.%f", "%Y-%m-%dT%H:%M:%S.%f", "%Y-%m-%d",
)  # fmt: skip
_OFFSET = r":\d\d(?:\.\d+)? ?(?:Z|z|[+-]\d\d(?::?\d\d)?)$"
_LATER = 3  # levels 0 to 2 read the three ways a time is written


@dataclass(frozen=True, slots=True)
class Zones:
    """Whose clock the file's times without an offset are on, and whose clock everything is shown on."""

    file: str
    council: str


@dataclass(frozen=True, slots=True)
class Moment:
    """SQL names of one column of times (at `position`): on the council's clock, in UTC, whether a time of day was given, what is wrong.

    `is_suspect` is cheap SQL that is true wherever something may be wrong with the time.
    """

    local: str
    utc: str
    is_time: str
    is_given: str
    is_unreadable: str
    is_outside: str
    is_impossible: str
    is_twice: str
    is_suspect: str
    position: int


@dataclass(frozen=True, slots=True)
class _Given:
    """SQL of what was read: a time without offset, one with (as UTC; "" where there can be none), whether with a time of day."""

    local: str
    utc: str
    is_time: str


def put_moment(
    plan: Plan, name: str, position: int, formats: Sequence[str], zones: Zones, *, text: str | None = None
) -> Moment:
    """Put the reading of the column at `position` into the plan under `name` and return what it is called there.

    `text` is SQL to read instead of the whole cell.
    """
    given = _read(plan, name, position, formats or ISO_FORMATS, text)
    code = plan.put(_LATER + 1, f"{name}_code", local_code_sql(given.local, zones.file))
    state = f"({code} & {STATES - 1})"
    from_local = shifted_sql(given.local, f"-(({code} - {state}) // {STATES})")
    utc = plan.put(_LATER + 2, f"{name}_utc", f"coalesce({given.utc}, {from_local})" if given.utc else from_local)
    moved = shifted_sql(utc, utc_offset_sql(utc, zones.council))
    is_ours = zones.file == zones.council
    if is_ours and not given.utc:
        local = given.local
    else:
        shown = f"case when {given.utc} is null then {given.local} else {moved} end" if is_ours else moved
        local = plan.put(_LATER + 3, f"{name}_local", shown)
    return _moment(given, local, utc, state, position)


def _moment(given: _Given, local: str, utc: str, state: str, position: int) -> Moment:
    """Return what the column is called in the plan, and the SQL of what may be wrong with it."""
    is_given = f"c{position} is not null"
    is_read = f"({given.local} is not null{f' or {given.utc} is not null' if given.utc else ''})"
    return Moment(
        local=local,
        utc=utc,
        is_time=given.is_time,
        is_given=is_given,
        is_unreadable=f"({is_given} and not {is_read})",
        is_outside=f"({is_read} and ({local} is null or {utc} is null))",
        is_impossible=f"coalesce({state} = {IMPOSSIBLE} and {given.is_time}, false)",
        is_twice=f"coalesce({state} = {TWICE} and {given.is_time}, false)",
        is_suspect=f"({is_given} and ({utc} is null or {local} is null or {state} <> 0))",
        position=position,
    )


def _read(plan: Plan, name: str, position: int, formats: Sequence[str], text: str | None) -> _Given:
    kind, column = plan.raw.types[position], f"c{position}"
    if text is not None or not kind.startswith(("TIMESTAMP", "DATE")):
        return _read_text(plan, name, position, formats, text or plan.raw.text(position))
    if kind == "TIMESTAMP" and plan.raw.forms.timestamp:
        return _Given(column, "", "true")
    local, utc = f"{name}_given_local", f"{name}_given_utc"
    finite = f"case when isfinite({column}) then {column} end"
    if "TIME ZONE" in kind:
        sql = f"case when isfinite({column}) then make_timestamp(epoch_us({column})) end"
        return _Given(plan.put(_LATER, local, "cast(null as timestamp)"), plan.put(_LATER, utc, sql), "true")
    is_time = "false" if kind == "DATE" else "true"
    return _Given(plan.put(_LATER, local, f"cast({finite} as timestamp)"), "", is_time)


def _read_text(plan: Plan, name: str, position: int, formats: Sequence[str], text: str) -> _Given:
    """Read first the way most of the sample is written; the other ways only where that fails."""
    ways = {
        "timed": _parse(text, [one for one in formats if has_time(one)]),
        "offset": f"case when regexp_matches({text}, '{_OFFSET}') then make_timestamp(epoch_us(try_cast({text} as timestamptz))) end",
        "dated": _parse(text, [one for one in formats if not has_time(one)]),
    }
    names: dict[str, str] = {}
    for level, way in enumerate(_by_likelihood(plan.raw.samples[position], list(ways))):
        tried = " and ".join(f"{one} is null" for one in names.values())
        sql = f"case when {tried} and {text} is not null then {ways[way]} end" if tried else ways[way]
        names[way] = plan.put(level, f"{name}_{way}", f"cast({sql} as timestamp)")
    return _Given(
        plan.put(_LATER, f"{name}_given_local", f"coalesce({names['timed']}, {names['dated']})"),
        names["offset"],
        plan.put(_LATER, f"{name}_is_time", f"{names['dated']} is null"),
    )


def _parse(text: str, formats: Sequence[str]) -> str:
    return f"try_strptime({text}, [{literals(formats)}])" if formats else "null"


def has_time(written: str) -> bool:
    """Return whether a way of writing times (strptime) holds a time of day."""
    return "%H" in written or "%I" in written


def _by_likelihood(sample: Sequence[str], ways: list[str]) -> list[str]:
    """Return the ways to read a time, the one most of the sample seems written in first."""
    counts = dict.fromkeys(ways, 0)
    for value in sample:
        counts["offset" if re.search(_OFFSET, value) else "timed" if ":" in value else "dated"] += 1
    return sorted(ways, key=lambda way: -counts[way])
