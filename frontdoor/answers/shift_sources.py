"""Days from which another source counts a channel's contacts: what it counted before is no history of what people do."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import polars as pl

from frontdoor.answers.context import Context
from frontdoor.answers.labels import label_of
from frontdoor.answers.recording_changes import ABSENT_DAYS, RecordingChange, Span, spans_of, takes_over
from frontdoor.answers.sentences import listed
from frontdoor.measures.formatting import format_date
from frontdoor.schema.units import Family
from frontdoor.strategy.council import SourceOfRecord


@dataclass(frozen=True, slots=True)
class NewSource:
    """One channel that `source` counts from a day on, and `before` until then."""

    channel: str
    on_date: date
    source: str
    before: str


def new_sources(covered: pl.DataFrame, services: tuple[str, ...], context: Context) -> tuple[NewSource, ...]:
    """Return every new source of a channel's contacts, of these services (all without any), earliest first.

    Seen in the records (one source stops where another begins), or said by the council's file, which alone can say that a
    source came back. `covered` is schema CHANNEL_COVERAGE.
    """
    volume = covered.filter(pl.col("family") == Family.VOLUME)
    spans = spans_of(volume.filter(pl.col("service").is_in(services)) if services else volume, "channel")
    found = [each for channel, own in spans.items() for each in _of_channel(channel, own, context)]
    return tuple(sorted(found, key=lambda each: (each.on_date, each.channel)))


def said_changes(found: Iterable[NewSource], context: Context) -> list[RecordingChange]:
    """Return one change of recording for each day, naming its channels."""
    by_day: dict[tuple[date, str, str], list[str]] = {}
    for each in found:
        label = label_of(each.channel, "channel", context)
        by_day.setdefault((each.on_date, each.source, each.before), []).append(label)
    return [
        RecordingChange(
            day, True, f"{listed(labels)}: contacts come from {source} from {format_date(day)}, from {before} before.",
            f"New source: {source}", is_replaced=True,
        )
        for (day, source, before), labels in sorted(by_day.items())
    ]  # fmt: skip


def _of_channel(channel: str, spans: list[Span], context: Context) -> list[NewSource]:
    """Return the days the council's file names, and those seen in the records that it does not."""
    said = list(_said(channel, spans, context))
    named = [each.on_date for each in said]
    seen = [each for each in _seen(channel, spans) if not any(_is_about(each.on_date, day) for day in named)]
    return [*said, *seen]


def _is_about(day: date, other: date) -> bool:
    return abs((day - other).days) <= ABSENT_DAYS


def _seen(channel: str, spans: list[Span]) -> Iterable[NewSource]:
    until = max(span.last for span in spans)
    for before, after in pairwise(spans):
        if takes_over(after, before, until):
            yield NewSource(channel, after.first, after.source, before.source)


def _said(channel: str, spans: list[Span], context: Context) -> Iterable[NewSource]:
    """Return the days the council's file names, where both sources recorded the channel."""
    entries = [each for each in context.council.sources_of_record if _is_of(each, channel)]
    for before in entries:
        after = next((each for each in entries if before.before_date and each.from_date == before.before_date), None)
        if after is None or after.from_date is None or after.source == before.source:
            continue
        if _records(spans, before.source, after.from_date, is_before=True) and _records(
            spans, after.source, after.from_date
        ):
            yield NewSource(channel, after.from_date, after.source, before.source)


def _is_of(entry: SourceOfRecord, channel: str) -> bool:
    return entry.family in (None, Family.VOLUME) and entry.channel in (None, channel)


def _records(spans: list[Span], source: str, day: date, *, is_before: bool = False) -> bool:
    """Return whether a source records the channel up to that day, or from it on, for longer than a quiet fortnight."""
    own = [span for span in spans if span.source == source]
    gaps = [(day - span.first).days if is_before else (span.last - day).days for span in own]
    return any(gap > ABSENT_DAYS for gap in gaps)
