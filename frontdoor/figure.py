"""What a chart says before anyone draws it: its kind, its numbers, its sentence and where they come from."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

import polars as pl

from frontdoor.schema.units import Better, Unit


class Kind(StrEnum):
    """The kinds of chart there are; each is one file in charts/.

    CONTROL_CHART  frame: period_start, value, mean, lower_limit, upper_limit, point_type (control_chart's words), label,
                   and where known is_complete, is_adjusted and value_as_counted (which `value` then is not)
    BARS           frame: label, value, note, is_highlighted, perhaps tone (of Tone); sorted as drawn, top first
    DISTRIBUTION   frame: from_seconds, to_seconds, share, contacts
    LINES          frame: period_start, series, value
    CALENDAR       frame: activity_date, series, records
    INTERVALS      frame: label, value, low, high, note, is_highlighted; sorted as drawn, top first
    COLUMNS        frame: label, is_beyond (the promise), good, poor, open (counts of Tone); sorted as drawn, left first
    """

    CONTROL_CHART = "control_chart"
    BARS = "bars"
    DISTRIBUTION = "distribution"
    LINES = "lines"
    CALENDAR = "calendar"
    INTERVALS = "intervals"
    COLUMNS = "columns"


class Tone(StrEnum):
    """What a part of a chart says of us, beside its words: good, neither, poor, or not finished."""

    GOOD = "good"
    MIDDLE = "middle"
    POOR = "poor"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class TargetStep:
    """A target as drawn: in force from a day, until the next step."""

    from_date: date
    value: float | None
    label: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened, drawn as a labelled dotted line."""

    on_date: date
    label: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart's whole content; the sentence is also its alternative text and the table is one click away.

    `stamp` goes on every file made from it: 'Invented figures', or nothing.
    """

    key: str
    kind: Kind
    frame: pl.DataFrame
    unit: Unit
    better: Better
    headline: str
    subtitle: str
    sentence: str
    definition: str
    table: pl.DataFrame
    provenance: str
    targets: tuple[TargetStep, ...] = ()
    marks: tuple[Mark, ...] = ()
    notes: tuple[str, ...] = field(default=())
    stamp: str = ""
