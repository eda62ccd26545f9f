"""Complaints put together and counted by brute force, straight from what was delivered; shares nothing with the SQL."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from brute_clocks import after_working_days
from brute_force import Asked, Declared, Key, Sums, decided, grouped
from small_warehouse import Row

KINDS = {"complaints": "complaint_id", "complaint_stages": "stage_id", "complaint_events": "event_id"}
SETTLED = ("resolved_early", "refused", "withdrawn")
Fact = tuple[str, int, Any]
"""What is told, of which stage (0: none), and the date or amount."""
COLUMNS = (
    "received", "resolved_early", "refused", "withdrawn", "stage_1_opened", "stage_1_answered", "stage_2_opened",
    "stage_2_answered", "escalated", "decided", "upheld", "partly_upheld", "not_upheld", "remedy_pence",
)  # fmt: skip


def facts(row: Row) -> list[Fact]:
    """Return what one record tells, leaving out what it does not know."""
    told = {"complaints": _of_case, "complaint_stages": _of_stage, "complaint_events": _of_event}[row["kind"]](row)
    return [fact for fact in told if fact[2] is not None]


def _of_case(row: Row) -> list[Fact]:
    told: list[Fact] = [("received", 0, row["activity_date"]), ("remedy", 0, row["remedy_pence"])]
    told += [(name, 0, row[f"{name}_date"]) for name in SETTLED]
    for stage in (1, 2):
        told.append(("opened", stage, row[f"stage_{stage}_opened_date"]))
        told += _in_stage(row, stage, f"stage_{stage}_")
    return told


def _in_stage(row: Row, stage: int, prefix: str) -> list[Fact]:
    names = {
        "acknowledged": "acknowledged_date",
        "responded": "responded_date",
        "due": "stated_due_date",
        "extended": "extension_working_days",
        "outcome": "outcome",
    }
    return [(name, stage, row[prefix + column]) for name, column in names.items()]


def _of_stage(row: Row) -> list[Fact]:
    stage = row["stage"]
    told: list[Fact] = [(name, 0, row[f"{name}_date"]) for name in ("refused", "withdrawn")]
    told.append(("remedy", stage, row["remedy_pence"]))
    if stage:
        return [*told, ("opened", stage, row["activity_date"]), *_in_stage(row, stage, "")]
    early = row["responded_date"] if row["refused_date"] is None else None
    return [*told, ("received", 0, row["activity_date"]), ("resolved_early", 0, early)]


def _of_event(row: Row) -> list[Fact]:
    event = row["event"]
    stage = 0 if event in {"received", *SETTLED} else row["stage"] or 1
    told: list[Fact] = [("remedy", stage, row["remedy_pence"])]
    if stage:
        told.append(("due", stage, row["stated_due_date"]))
    if event == "extended":
        return [*told, ("extended", stage, row["extension_working_days"])]
    if event == "responded":
        told.append(("outcome", stage, row["outcome"]))
    return [*told, (event, stage, row["activity_date"])]


class Case:
    """One complaint as all its records tell it, in the order of their dates."""

    def __init__(self, rows: list[Row]) -> None:
        self.rows = sorted(rows, key=lambda row: (row["activity_date"], row[KINDS[row["kind"]]]))
        self.source: str = rows[0]["source"]
        self.told = [fact for row in self.rows for fact in facts(row)]
        self.received = self.first("received") or self.rows[0]["activity_date"]
        self.channel = self.rows[0]["channel"]

    def every(self, name: str, stage: int = 0) -> list[Any]:
        return [value for told, place, value in self.told if (told, place) == (name, stage)]

    def first(self, name: str, stage: int = 0) -> date | None:
        return min(self.every(name, stage), default=None)

    def last(self, name: str, stage: int) -> Any:
        return next(iter(reversed(self.every(name, stage))), None)

    def total(self, name: str, stage: int = 0) -> int | None:
        amounts = self.every(name, stage)
        return sum(amounts) if amounts else None

    def described(self, column: str) -> str:
        known = [row[column] for row in self.rows if row[column] not in {None, "unknown"}]
        return known[-1] if known else "unknown"

    def opened(self, stage: int) -> date | None:
        told = self.first("opened", stage)
        if stage == 2 or told:
            return told
        reached = self.every("acknowledged", 1) or self.every("responded", 1)
        elsewhere = [self.every(name, 2) for name in ("opened", "acknowledged", "responded")]
        settled = self.every("resolved_early") or self.every("refused") or any(elsewhere)
        return self.received if reached or not settled else None

    def counts(self, declared: Sequence[Declared]) -> bool:
        row = {"activity_date": self.received, "channel": self.channel}
        fitting = [one for one in declared if one.fits(row, "complaints")]
        return not fitting or fitting[-1].source == self.source


def cases(rows: Sequence[Row], declared: Sequence[Declared]) -> list[Case]:
    """Return the complaints that count."""
    together = defaultdict(list)
    for row in rows:
        if row["kind"] in KINDS:
            together[row["source"], row["complaint_id"]].append(row)
    return [one for one in map(Case, together.values()) if one.counts(declared)]


def events(case: Case) -> Iterator[tuple[date, dict[str, int]]]:
    """Yield what happened to a complaint, and when, as columns of complaint_totals."""
    yield case.received, {"received": 1}
    for name in SETTLED:
        if day := case.first(name):
            yield day, {name: 1}
    for stage in (1, 2):
        opened, responded, outcome = case.opened(stage), case.first("responded", stage), case.last("outcome", stage)
        if opened:
            yield opened, {f"stage_{stage}_opened": 1}
        if responded:
            yield responded, {f"stage_{stage}_answered": 1} | ({"decided": 1, outcome: 1} if outcome else {})
        if (paid := case.total("remedy", stage)) is not None:
            yield responded or opened or case.received, {"remedy_pence": paid}
    if (two := case.opened(2)) and case.opened(1):
        yield two, {"escalated": 1}
    if (paid := case.total("remedy")) is not None:
        days = (case.first("responded", 2), case.first("responded", 1), case.opened(2), case.opened(1), case.received)
        yield next(day for day in days if day), {"remedy_pence": paid}


TELLS = {
    "resolved_early": ("resolved_early",), "refused": ("refused",), "withdrawn": ("withdrawn",), "escalated": ("opened", 2),
    "decided": ("outcome",), "upheld": ("outcome",), "partly_upheld": ("outcome",), "not_upheld": ("outcome",),
    "remedy_pence": ("remedy",), "stage_1_answered": ("responded",), "stage_2_answered": ("responded",),
}  # fmt: skip


def complaint_totals(
    found: Sequence[Case], everything: Sequence[Row], asked: Asked, procedures: Sequence[str]
) -> dict[Key, Sums]:
    told, giving = _told_by_source(everything), _giving(everything)
    sums = grouped()
    for case in found:
        value = _value(asked, case, giving)
        if value is None or not asked.takes(case.described("service"), case.channel):
            continue
        if procedures and case.described("procedure") not in procedures:
            continue
        for day, counted in events(case):
            if asked.holds(day):
                held = sums[asked.period(day), case.described("service"), case.channel, value]
                _add(held, counted, told[case.source])
    return sums


def _value(asked: Asked, case: Case, giving: set[tuple[str, str]]) -> str | None:
    if asked.attribute is None:
        return "all"
    value = case.described(asked.attribute)
    return value if (case.source, asked.attribute) in giving and asked.value in {None, value} else None


def _add(sums: Sums, counted: dict[str, int], told: set[tuple[str, int]]) -> None:
    """Add an event; every column its source tells of is then at least 0."""
    for name in COLUMNS:
        if name not in TELLS or any(TELLS[name] in {(what,), (what, stage)} for what, stage in told):
            sums[name] = (sums.get(name) or 0) + counted.get(name, 0)


def _told_by_source(rows: Sequence[Row]) -> dict[str, set[tuple[str, int]]]:
    told: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for row in rows:
        if row["kind"] in KINDS:
            told[row["source"]].update((name, stage) for name, stage, _ in facts(row))
    return told


def _giving(rows: Sequence[Row]) -> set[tuple[str, str]]:
    return {
        (row["source"], name)
        for row in rows
        for name in ("ward", "reason", "customer_type")
        if row["kind"] in KINDS and row[name] not in {None, "unknown"}
    }


def clock_rows(found: Sequence[Case], clock: str) -> Iterator[Row]:
    """Yield start, stop, how it ended, extension and stated due date of each case's clock."""
    name, stage = clock[:-2], int(clock[-1])
    for case in found:
        opened = case.opened(stage)
        if opened is None:
            continue
        responded, acknowledged = case.first("responded", stage), case.first("acknowledged", stage)
        left = min((day for what in SETTLED if (day := case.first(what)) and day >= opened), default=None)
        end = min((day for day in (responded, left) if day), default=None)
        if acknowledged and end and acknowledged > end:
            acknowledged = None
        is_response = name == "response"
        done = responded if is_response else acknowledged or responded
        withdrawn = left is not None and (done is None or left < done)
        yield {
            "case": case, "start": acknowledged or opened if is_response else opened, "stop": left if withdrawn else done,
            "withdrawn": withdrawn, "silent": is_response and acknowledged is None,
            "extension": case.total("extended", stage) if is_response else None,
            "due": case.last("due", stage) if is_response else None,
        }  # fmt: skip


def _asked_rows(
    found: Sequence[Case], asked: Asked, clock: str, procedures: Sequence[str]
) -> Iterator[tuple[Row, Case, str]]:
    for row in clock_rows(found, clock):
        case: Case = row["case"]
        value = "all" if asked.attribute is None else case.described("ward")
        is_asked = asked.value in {None, value} and asked.takes(case.described("service"), case.channel)
        if is_asked and (not procedures or case.described("procedure") in procedures):
            yield row, case, value


def clock_results(
    found: Sequence[Case], asked: Asked, parameters: dict[str, Any], covered: dict[str, date], works: dict[date, bool]
) -> dict[Key, Sums]:
    names = ("due_cases", "in_time_cases", "open_overdue_cases", "not_yet_due_cases")
    sums = grouped(lambda: dict.fromkeys(names, 0))
    for row, case, value in _asked_rows(found, asked, parameters["clock"], parameters["procedures"]):
        known_to = min(parameters["as_at"], covered[case.source])
        due = _due(row, parameters, works)
        if row["start"] > known_to or due is None or (row["withdrawn"] and row["stop"] <= due):
            continue
        counted = due if due <= known_to else row["start"]
        if not asked.holds(counted):
            continue
        held = sums[asked.period(counted), case.described("service"), case.channel, value]
        if due > known_to:
            held["not_yet_due_cases"] += 1
            continue
        held["due_cases"] += 1
        held["in_time_cases"] += row["stop"] is not None and row["stop"] <= due
        held["open_overdue_cases"] += row["stop"] is None
    return sums


def _due(row: Row, parameters: dict[str, Any], works: dict[date, bool]) -> date | None:
    if not parameters["promised"]:
        return row["due"]  # type: ignore[no-any-return]
    promise = decided(parameters["promised"], row["start"])
    if promise is None:
        return None
    days: int = promise["working_days"]
    silence = decided(parameters["acknowledged_within"], row["start"]) if row["silent"] else None
    days += silence["working_days"] if silence else 0
    longest = parameters["longest_extension"]
    if row["extension"] is not None:
        days += min(row["extension"], 260 if longest is None else longest)  # a year at most
    return after_working_days(row["start"], days, works)


def clock_durations(  # noqa: PLR0917
    found: Sequence[Case], asked: Asked, clock: str, procedures: Sequence[str], as_at: date, covered: dict[str, date]
) -> dict[Any, Sums]:
    sums: dict[Any, Sums] = defaultdict(lambda: {"stopped_cases": 0, "open_cases": 0})
    for row, case, value in _asked_rows(found, asked, clock, procedures):
        known_to = min(as_at, covered[case.source])
        if row["start"] > known_to or not asked.holds(row["start"]):
            continue
        days = ((row["stop"] or known_to) - row["start"]).days
        is_stopped = row["stop"] is not None and not row["withdrawn"]
        key = asked.period(row["start"]), case.described("service"), case.channel, value, days
        sums[key]["stopped_cases" if is_stopped else "open_cases"] += 1
    return sums
