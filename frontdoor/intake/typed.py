"""Chooses the columns of a CSV that its reader may turn into times, numbers and flags itself, which costs half as much.

The reader must mean by a cell what our own SQL means by it; a cell it cannot turn is read again as text (`late`).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import polars as pl

from frontdoor.intake.raw import TEXT, Raw, TimeForms
from frontdoor.intake.source_types import PLACING, ColumnRule, Source
from frontdoor.intake.times import ISO_FORMATS, has_time
from frontdoor.schema.records import KINDS

_TIMED = ("started_at", "replied_at", "completed_at", "promised_date")
_TYPED = ("contacts", "complaints", "complaint_stages", "complaint_events", "survey_responses")  # others are small
_WHOLE = ("seconds_waited", "seconds_handled")  # a count would lose the part that refuses it: 1.5 becomes 2


@dataclass(frozen=True, slots=True)
class Types:
    """The type of each column (DuckDB's names) and how its times and dates are written."""

    columns: tuple[str, ...]
    forms: TimeForms


def choose_types(raw: Raw, source: Source) -> Types | None:
    """Return the types the reader can give the columns of text in `raw`, or None where it can give none."""
    if source.kind not in _TYPED:
        return None
    forms = _forms(raw, source)
    found = {**_times(raw, source, forms), **_numbers(raw, source), **_flags(raw, source)}
    uses = Counter(raw.position((name,)) for name in source.used_names)
    found = {position: kind for position, kind in found.items() if uses[position] == 1}
    if not found:
        return None
    return Types(tuple(found.get(position, TEXT) for position in range(len(raw.types))), forms)


def _times(raw: Raw, source: Source, forms: TimeForms) -> dict[int, str]:
    found: dict[int, str] = {}
    for position in _positions(raw, [source.columns.get(name) for name in _timed(source)], version=source.version):
        sample = raw.samples[position]
        if all_read(sample, forms.timestamp):
            found[position] = "TIMESTAMP"
        elif all_read(sample, forms.date):
            found[position] = "DATE"
    return found


def _timed(source: Source) -> tuple[str, ...]:
    """Return our columns of times and dates that a file gives."""
    if source.kind == "contacts":
        return _TIMED
    return tuple(column.name for column in KINDS[source.kind].columns if column.type == pl.Date)


def _numbers(raw: Raw, source: Source) -> dict[int, str]:
    rules = (source.columns.get(name) for name in _WHOLE)
    return dict.fromkeys(_positions(raw, [rule for rule in rules if rule and rule.is_simple]), "BIGINT")


def _flags(raw: Raw, source: Source) -> dict[int, str]:
    names = [column.name for column in KINDS[source.kind].columns if column.name.startswith("is_")]
    rules = [source.columns.get(name) for name in names if name not in source.values]
    return dict.fromkeys(_positions(raw, [rule for rule in rules if rule and rule.is_simple]), "BOOLEAN")


def _positions(raw: Raw, rules: Sequence[ColumnRule | None], version: str = "") -> list[int]:
    names = [*(rule.names for rule in rules if rule), (version,)]
    return [position for position in map(raw.position, names) if position is not None]


def _forms(raw: Raw, source: Source) -> TimeForms:
    """Return the one way each of times and dates are written; a way that another listed before it might read is none."""
    positions = [raw.position(source.columns[PLACING[source.kind][0]].names), raw.position((source.version,))]
    ways = source.date_formats or ISO_FORMATS
    timed = [way for way in ways if has_time(way) and "%f" not in way and "z" not in way.lower()]
    dated = [way for way in ways if not has_time(way)]
    if source.date_formats:
        timed, dated = timed[:1], dated[:1]
    samples = [raw.samples[position] for position in positions if position is not None]
    read = next((way for sample in samples for way in timed if all_read(sample, way)), "")
    return TimeForms(read, dated[0] if dated else "")


def all_read(sample: Sequence[str], way: str) -> bool:
    """Return whether there is a sample and all of it is written this way."""
    return bool(way and sample) and all(_is_read(text, way) for text in sample)


def _is_read(text: str, way: str) -> bool:
    try:
        datetime.strptime(text, way)  # noqa: DTZ007  only whether it can be read matters
    except ValueError:
        return False
    return True
