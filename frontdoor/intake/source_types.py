"""What a source is: how the columns of one kind of export become ours, read from a TOML in sources/."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

PLACING: Mapping[str, tuple[str, ...]] = {
    "contacts": ("started_at", "channel"),
    "contact_intervals": ("started_local", "grain", "channel"),
    "complaints": ("activity_date",),
    "complaint_stages": ("activity_date", "stage"),
    "complaint_events": ("activity_date", "event"),
    "survey_responses": ("activity_date", "survey", "channel"),
    "stated_results": ("from_date", "to_date", "measure", "provider"),
    "rota_half_hours": ("activity_date", "start", "agents"),
    "rota_shifts": ("activity_date", "start", "end"),
    "postcodes": ("postcode", "ward_code"),
    "councillors": ("name", "ward"),
    "ward_boundaries": ("outline", "ward_name"),
}
"""The kinds a source can be of, and our columns without which no row of that kind can be placed; the first from a column."""

NOT_KEPT: Mapping[str, tuple[str, ...]] = {
    "survey_responses": ("question", "answer"),
    "rota_half_hours": ("start",),
    "rota_shifts": ("start", "end", "break_start", "break_end"),
}
"""Columns a source can name beyond those kept: those of a file with a row for each answer, and the times of a rota as written."""


class Delivery(StrEnum):
    """What a later file of the same source means for the rows of an earlier one."""

    APPEND = "append"
    SNAPSHOT = "snapshot"
    LATEST_STATE = "latest_state"


class Form(StrEnum):
    """How a value is written in their column."""

    PLAIN = "plain"
    NUMBER = "number"
    DURATION = "duration"
    SHARE = "share"
    INTERVAL_START = "interval_start"
    INTERVAL_GRAIN = "interval_grain"
    FIRST_OF_LIST = "first_of_list"


class Layout(StrEnum):
    """How a file is laid out: one record a row, or a hand-made table of months and measures."""

    ROWS = "rows"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class ColumnRule:
    """How one of our columns is made from theirs; `names` are spellings of their column, the first present is used.

    The value is read in `form`; their columns in `plus` are added, in `less` taken away, and the greatest of it and
    `greatest_with` is taken; then it is multiplied by `scale` and by our column `times`. It is null where their column
    `where_given` is empty. `first_given` pairs (their column, word): the word of the first not empty, else `otherwise`;
    of a closed vocabulary `otherwise` also stands for words nobody knows. `or_else` are their columns to take a time from
    where theirs is empty.
    """

    ours: str
    names: tuple[str, ...] = ()
    form: Form = Form.PLAIN
    scale: float = 1.0
    times: str = ""
    plus: tuple[str, ...] = ()
    less: tuple[str, ...] = ()
    greatest_with: tuple[str, ...] = ()
    where_given: tuple[str, ...] = ()
    is_approximate: bool = False
    first_given: tuple[tuple[str, str], ...] = ()
    otherwise: str = ""
    or_else: tuple[str, ...] = ()

    @property
    def is_simple(self) -> bool:
        """Return whether the value is taken from their column as it stands."""
        return self == ColumnRule(self.ours, self.names, is_approximate=self.is_approximate)


@dataclass(frozen=True, slots=True)
class StatedLine:
    """A figure the source itself states: which measure it claims to be and which of their columns holds it.

    `numerator` and `denominator` name our columns whose counts should make the same rate. `within_seconds` is the
    threshold it is counted by, None where the source names none.
    """

    measure: str
    names: tuple[str, ...]
    form: Form
    numerator: str = ""
    denominator: str = ""
    service: str = "unknown"
    channel: str = ""
    within_seconds: int | None = None


@dataclass(frozen=True, slots=True)
class Threshold:
    """The answer threshold behind a source's own service level over [from_date, before_date); queue "" is every queue."""

    seconds: int
    from_date: date | None = None
    before_date: date | None = None
    queue: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """One kind of export. `kind` names what its rows are; `stated` names figures it also states, kept apart.

    `layouts` are other sources, one of which may fit a file better. Of surveys: a column whose name begins with
    `answer_prefix` holds the answers to the question named after it, `questions` says which of their columns holds which
    question's answers, the words `not_an_answer` are none, a person (their column `answers_once_per`) who stands in
    several rows of a file answers in the first, and `documented` are the answers whose meaning is known, by question.
    """

    name: str
    label: str
    kind: str
    delivery: Delivery
    key: tuple[str, ...]
    columns: Mapping[str, ColumnRule]
    version: str = ""
    layout: Layout = Layout.ROWS
    time_zone: str = ""
    date_formats: tuple[str, ...] = ()
    delimiter: str = ""
    encoding: str = ""
    provider: str = ""
    null_words: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    personal: tuple[str, ...] = ()
    nobody: tuple[str, ...] = ()
    constants: Mapping[str, str | int | bool] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    rewrites: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    not_contact: tuple[str, tuple[str, ...]] = ("", ())
    stated: tuple[StatedLine, ...] = ()
    thresholds: tuple[Threshold, ...] = ()
    layouts: tuple[str, ...] = ()
    answer_prefix: str = ""
    questions: Mapping[str, str] = field(default_factory=dict)
    not_an_answer: tuple[str, ...] = ()
    answers_once_per: str = ""
    documented: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def their_names(self) -> tuple[str, ...]:
        """Return every spelling of every column this source reads, without repeats."""
        return tuple(dict.fromkeys((*self.used_names, *self.required)))

    @property
    def used_names(self) -> tuple[str, ...]:
        """Return every spelling of a column for every use that is made of it."""
        found = [*self.key, self.version, self.not_contact[0], self.answers_once_per, *self.questions.values()]
        for rule in self.columns.values():
            found += [*rule.names, *rule.where_given, *rule.plus, *rule.less, *rule.greatest_with, *rule.or_else]
            found += [name for name, _ in rule.first_given]
        for line in self.stated:
            found += line.names
        return tuple(name for name in found if name)
