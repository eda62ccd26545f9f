"""Reads the times of a rota: a time of the day beside a date, on the next day where it comes earlier, both clock changes included."""

from dataclasses import dataclass

from frontdoor.intake.clock import (
    FIRST_YEAR,
    IMPOSSIBLE,
    STATES,
    TWICE,
    local_code_sql,
    shifted_sql,
    utc_offset_sql,
)
from frontdoor.intake.plan import Effect, Plan, Problem
from frontdoor.intake.quoting import literals
from frontdoor.intake.source_types import Source
from frontdoor.intake.times import ISO_FORMATS, Zones, has_time

TIME_FORMATS = (
    "%H:%M", "%H:%M:%S", "%H:%M:%S.%f", "%H%M", "%I:%M %p", "%I:%M%p", "%I %p", "%I%p",
)  # fmt: skip
"""Ways of writing a time of the day alone; a cell may hold date and time instead, and then that date counts."""
FIRST_LEVEL = 8  # the first level after those of a row's own day
_CODED, _IN_UTC, SETTLED = 11, 12, 14
_END_OF_DAY = r"^24:00(:00)?$"


Place = tuple[str, int | None]
"""Our column a problem is about, and the position of theirs (None: the file has none)."""


@dataclass(frozen=True, slots=True)
class RotaTime:
    """SQL names of one time: on the file's clock, in UTC and on the council's clock, and where it stands (None: nowhere)."""

    name: str
    given: str
    utc: str
    local: str
    state: str
    position: int | None

    @property
    def at(self) -> Place:
        return self.name, self.position

    @property
    def is_written(self) -> str:
        """Return SQL for whether the cell holds anything."""
        return "false" if self.position is None else f"c{self.position} is not null"


def put_rota_time(
    plan: Plan, source: Source, zones: Zones, name: str, beside: str, *, level: int = FIRST_LEVEL
) -> RotaTime:
    """Read a time and return what it is called in the plan.

    `beside` is SQL of what it stands beside: the row's date, or (a timestamp) the time it cannot come before, so that an
    earlier time of the day is on the next day. `level` comes after the level of `beside`.
    """
    position = plan.raw.position(source.columns[name].names) if name in source.columns else None
    read = plan.put(0, f"{name}_read", _read(plan, source, position, is_start=level == FIRST_LEVEL))
    given = plan.put(level, f"{name}_given", _beside(read, beside, is_start=level == FIRST_LEVEL))
    code = plan.put(_CODED, f"{name}_code", local_code_sql(given, zones.file))
    state = f"({code} & {STATES - 1})"
    utc = plan.put(_IN_UTC, f"{name}_utc", shifted_sql(given, f"-(({code} - {state}) // {STATES})"))
    moved = shifted_sql(utc, utc_offset_sql(utc, zones.council))
    local = given if zones.file == zones.council else plan.put(_IN_UTC + 1, f"{name}_local", moved)
    return RotaTime(name, given, utc, local, state, position)


def refuse_bad_time(plan: Plan, time: RotaTime, *, is_needed: bool, is_told_twice: bool = True) -> None:
    """Refuse rows whose time is missing, is no time of the day or was skipped by the clocks; count those passed twice."""
    name, words = time.name, time.name.replace("_", " ")
    if is_needed:
        refuse(plan, f"no_{name}", f"not ({time.is_written})", f"the row has no {words}", time.at)
    unreadable = f"({time.is_written} and {name}_read is null)"
    refuse(plan, f"bad_{name}", unreadable, "this is no time of the day; write it as 09:30", time.at)
    skipped = f"coalesce({time.state} = {IMPOSSIBLE}, false)"
    reason = "this time did not exist: the clocks went forward over it that night"
    refuse(plan, f"skipped_{name}", skipped, reason, time.at)
    if is_told_twice:
        twice = f"coalesce({time.state} = {TWICE}, false)"
        reason = "the clocks passed this time twice; the first was taken"
        plan.problems.append(Problem(f"ambiguous_{name}", Effect.COUNT, twice, reason, name))


def refuse(plan: Plan, name: str, predicate: str, reason: str, at: Place) -> None:
    """Add to the plan what refuses a row."""
    plan.problems.append(Problem(name, Effect.REJECT, predicate, reason, *at))


def _read(plan: Plan, source: Source, position: int | None, *, is_start: bool) -> str:
    """Return SQL for the time as written; a time alone is one of a day long before FIRST_YEAR."""
    if position is None:
        return "cast(null as timestamp)"
    text = f"upper(trim({plan.raw.text(position)}))"
    if not is_start:
        text = f"regexp_replace({text}, '{_END_OF_DAY}', '00:00')"
    dated = [way for way in (*source.date_formats, *ISO_FORMATS) if has_time(way)]
    return f"try_strptime({text}, [{literals((*TIME_FORMATS, *dated))}])"


def _beside(read: str, beside: str, *, is_start: bool) -> str:
    """Return SQL for the time on its day: that of `beside`, or the one after where it comes before `beside` on the clock."""
    on_the_day = f"cast({beside} as date) + cast({read} as time)"
    if not is_start:
        on_the_day = (
            f"{on_the_day} + to_days(case when cast({read} as time) < cast({beside} as time) then 1 else 0 end)"
        )
    return f"case when year({read}) < {FIRST_YEAR} then {on_the_day} else {read} end"
