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
    WEEK_MAP       frame: day (its label), half_hour (0-47, only those to be shown), value (null: nothing known), is_open,
                   note (words for whoever reads the cell, perhaps null); days in order, top first
    SIGNED_MAP     frame: as WEEK_MAP, and is_marked (others keep their number and have no colour); plum says worse and
                   turquoise better as `better` has it, where that is neither orange says less and blue more
    YEAR_MAP       frame: activity_date, value (null: not known), kind (of DayKind), note, and where known
                   is_open; a year or less
    LOAD           frame: part ("figure" or "curve"), load, value, label (the day or half-hour); and Figure.levels
    FORECAST       frame: period_start, seen, expected, low_80, high_80, low_95, high_95 (null where there is none);
                   and Figure.marks for bank holidays and events
    WARD_MAP       frame: ward, value (null: not known or hidden), note, is_highlighted, is_doubtful (its figure says little of
                   who lives there), outline (rings of [x, y] in whole steps of 0 to 1,000, y upwards)
    WATERFALL      frame: label, value (null: not known), is_total; top first, signed steps between totals that stand from nought
    COUNTERFACTUAL frame: period_start, seen, expected, low, high (null where there is none), expected being what would have
                   been without what began; Figure.marks of BEGINS and ENDS are solid lines, others events
    MATRIX         frame: row, column (their words), word (of the cell, null: nothing to say), note; rows and columns in order
    STEPS          frame: label, value, low, high (null: not known), is_added; signed, left first, from nought
    """

    CONTROL_CHART = "control_chart"
    BARS = "bars"
    DISTRIBUTION = "distribution"
    LINES = "lines"
    CALENDAR = "calendar"
    INTERVALS = "intervals"
    COLUMNS = "columns"
    WEEK_MAP = "week_map"
    SIGNED_MAP = "signed_map"
    YEAR_MAP = "year_map"
    LOAD = "load"
    FORECAST = "forecast"
    WATERFALL = "waterfall"
    WARD_MAP = "ward_map"
    COUNTERFACTUAL = "counterfactual"
    STEPS = "steps"
    MATRIX = "matrix"


class DayKind(StrEnum):
    """What kind of day a cell of a year is; a day is one of these, the rarest that is true of it."""

    OPEN = "open"
    CLOSED = "closed"
    BANK_HOLIDAY = "bank_holiday"
    CLOCK_CHANGE = "clock_change"
    EVENT = "event"


class Tone(StrEnum):
    """What a part of a chart says of us, beside its words: good, neither, poor, or not finished."""

    GOOD = "good"
    MIDDLE = "middle"
    POOR = "poor"
    OPEN = "open"


BEGINS, ENDS = "Pilot starts", "Pilot ends"
"""The labels of the marks between which a COUNTERFACTUAL expects."""


@dataclass(frozen=True, slots=True)
class TargetStep:
    """A target as drawn: in force from a day, until the next step."""

    from_date: date
    value: float | None
    label: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened, drawn as a labelled dotted line; two that are joined where it lasted until `last_date`."""

    on_date: date
    label: str
    last_date: date | None = None


@dataclass(frozen=True, slots=True)
class Unexplained:
    """A break of a control chart beside which nothing is known to have happened: its first point's days, and the question.

    `measure_key` and `service` ('' the whole council) say of what it is.
    """

    first_day: date
    last_day: date
    words: str
    measure_key: str
    service: str


@dataclass(frozen=True, slots=True)
class Level:
    """A load at which something changes: a vertical line, the shaded interval it may lie in, and words at its top.

    A limit we cope up to is of the tone MIDDLE; one where most people are let down is POOR and drawn dotted.
    """

    at: float
    low: float | None
    high: float | None
    words: str
    tone: Tone = Tone.MIDDLE


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart's whole content; the sentence is also its alternative text and the table is one click away.

    `stamp` goes on every file made from it: 'Invented figures', or nothing. `key_words` replace the usual words of the
    key, in its order: a WEEK_MAP or YEAR_MAP least, most; a SIGNED_MAP minus, plus, none; a LOAD figures, curve;
    INTERVALS point, whisker; a COUNTERFACTUAL seen, expected, range; STEPS the added, the others, whisker.
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
    levels: tuple[Level, ...] = ()
    key_words: tuple[str, ...] = ()
    notes: tuple[str, ...] = field(default=())
    stamp: str = ""
    unexplained: tuple[Unexplained, ...] = ()
