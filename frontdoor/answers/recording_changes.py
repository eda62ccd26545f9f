"""Changes of recording: a channel or service that comes or goes overnight, or that another source records from a day on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, pairwise

import polars as pl

from frontdoor.answers.context import Context
from frontdoor.answers.labels import Side, label_of
from frontdoor.answers.sentences import listed
from frontdoor.measures.formatting import format_date
from frontdoor.schema.units import Family

ABSENT_DAYS = 14
"""A channel or service absent this long at either end of what is recorded; shorter is a holiday or a quiet week."""

FEWEST_EXPECTED = 8.0
"""Records its usual flow would have brought in that time; with 8 expected, none by chance is 3 in 10,000 (Poisson)."""

FEWEST_RECORDS = 20
"""Records it must have for its flow to be known at all; fewer come and go by chance."""

DECLARED_WITHIN_DAYS = 31
"""How near a channel's first or last record the council's own date for it counts as saying that the change is real."""

NOUNS = {
    Family.VOLUME: "contacts",
    Family.WAITS: "answers and waits",
    Family.REASONS: "outcomes",
    Family.COMPLAINTS: "complaints",
    Family.SURVEYS: "survey answers",
}
"""What each family of columns is called in a sentence."""

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class RecordingChange:
    """What begins to be recorded (`is_start`) on a day, or ended on the day before it, while others went on.

    `is_replaced` is one source taking over from another: nothing is missing, but they may count differently. `is_first`
    is the first record of all, with nothing before it to compare.
    """

    on_date: date
    is_start: bool
    words: str
    mark: str
    is_replaced: bool = False
    is_first: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when (both days inclusive) something is recorded, and how many records that is."""

    place: str
    source: str
    first: date
    last: date
    records: int

    def is_missed_for(self, days: int) -> bool:
        """Return whether its absence for so many days is no accident: its usual flow would have brought records."""
        a_day = self.records / max((self.last - self.first).days + 1, ABSENT_DAYS)
        return self.records >= FEWEST_RECORDS and days > ABSENT_DAYS and days * a_day >= FEWEST_EXPECTED


@dataclass(frozen=True, slots=True)
class Subject:
    """What is looked at: one family of records, told apart by channel or by service.

    `is_live` leaves only channels in which people wait for people (True), or only the others (False).
    """

    family: Family
    side: Side
    is_live: bool | None = None

    @property
    def noun(self) -> str:
        return NOUNS[self.family]

    def labels(self, places: Sequence[str], context: Context) -> str:
        """Return 'Phone and Web form'."""
        return listed(sorted(label_of(place, self.side, context) for place in places))

    def names(self, places: Sequence[str], context: Context) -> str:
        """Return the places in words with their verb: 'Phone and Web form are', 'Housing: complaints are'."""
        labels = self.labels(places, context)
        if self.family is not Family.VOLUME:
            return f"{labels}: {self.noun} are"
        return f"{labels} {'is' if len(places) == 1 else 'are'}"


def spans_of(covered: pl.DataFrame, side: Side) -> dict[str, list[Span]]:
    """Return the spans of each place by source, first come first; `covered` is of one family (schema CHANNEL_COVERAGE).

    Records of several kinds are of the same cases, so the kind with most of them counts.
    """
    kinds = covered.group_by(side, "source", "kind").agg(
        pl.col("first_date").min(), pl.col("last_date").max(), pl.col("records").sum()
    )
    spans = kinds.group_by(side, "source").agg(
        pl.col("first_date").min(), pl.col("last_date").max(), pl.col("records").max()
    )
    found: dict[str, list[Span]] = {}
    for row in (
        spans.sort(side, "first_date", "source")
        .select(side, "source", "first_date", "last_date", "records")
        .iter_rows()
    ):
        found.setdefault(row[0], []).append(Span(*row))
    return found


def joined(spans: Sequence[Span]) -> Span:
    """Return one span over those of several sources."""
    return Span(
        spans[0].place,
        "",
        min(span.first for span in spans),
        max(span.last for span in spans),
        sum(span.records for span in spans),
    )


def came_or_went(
    span: Span, subject: Subject, between: tuple[date, date], context: Context, *, is_late: bool
) -> Iterable[RecordingChange]:
    """Return whether the place begins after, or ends before, what is recorded `between` two days, by no accident."""
    began, ended = between
    starts, ends = _declared(span.place, subject, context)
    name, label = subject.names([span.place], context), label_of(span.place, subject.side, context)
    others = f"other {subject.side}s"
    if span.is_missed_for((span.first - began).days) and not _is_near(span.first, starts):
        words = f"{name} recorded only from {format_date(span.first)}, while {others} were recorded before."
        yield RecordingChange(span.first, True, words, f"{label}: first recorded")
    if not is_late and span.is_missed_for((ended - span.last).days) and not _is_near(span.last, ends):
        words = f"{name} not recorded after {format_date(span.last)}, while {others} are."
        yield RecordingChange(span.last + DAY, False, words, f"{label}: no longer recorded")


def begun_within(every: Sequence[Span], subject: Subject, first: date) -> Iterable[RecordingChange]:
    """Return the day on which anything of the family is first recorded, where that is well after `first`."""
    whole = joined(every)
    if whole.is_missed_for((whole.first - first).days):
        words = f"{subject.noun.capitalize()} are recorded only from {format_date(whole.first)}."
        yield RecordingChange(whole.first, True, words, f"{subject.noun.capitalize()}: first recorded", is_first=True)


def replaced(
    spans: dict[str, list[Span]], subject: Subject, until: date, context: Context
) -> Iterable[RecordingChange]:
    """Return where one source takes over from another: places that change between the same two at about once are one."""
    found = sorted(
        (after.source, before.source, max(after.first, before.last + DAY), place)
        for place, own in spans.items()
        for before, after in pairwise(own)
        if takes_over(after, before, until)
    )
    for (source, old), rows in groupby(found, key=lambda each: each[:2]):
        for on_date, places in _about_once([(day, place) for _, _, day, place in rows]):
            which = (
                subject.noun.capitalize()
                if len(places) == len(spans)
                else f"{subject.labels(places, context)}: {subject.noun}"
            )
            words = f"{which} come from {source} from {format_date(on_date)}, from {old} before."
            yield RecordingChange(on_date, True, words, f"New source: {source}", is_replaced=True)


def takes_over(after: Span, before: Span, until: date) -> bool:
    """Return whether one source stops for good about when the other begins."""
    is_sudden = abs((after.first - before.last).days) <= ABSENT_DAYS
    return (
        is_sudden
        and before.is_missed_for((until - before.last).days)
        and after.is_missed_for((after.first - before.first).days)
    )


def _about_once(dated: list[tuple[date, str]]) -> Iterable[tuple[date, list[str]]]:
    """Return the last day of each group of days near one another, and its places in order."""
    groups: list[list[tuple[date, str]]] = []
    for day, place in sorted(dated):
        if groups and (day - groups[-1][0][0]).days <= ABSENT_DAYS:
            groups[-1].append((day, place))
        else:
            groups.append([(day, place)])
    return [(group[-1][0], sorted(place for _, place in group)) for group in groups]


def _declared(place: str, subject: Subject, context: Context) -> tuple[list[date], list[date]]:
    """Return the days on which the council itself says that a digital channel began, and ended."""
    own = [each for each in context.council.digital_channels if subject.side == "channel" and each.channel == place]
    return [each.from_date for each in own], [each.before_date for each in own if each.before_date]


def _is_near(day: date, declared: list[date]) -> bool:
    return any(abs((day - each).days) <= DECLARED_WITHIN_DAYS for each in declared)
