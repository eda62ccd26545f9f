"""Which services and online forms send people to the phone or the counter more than the rest, beyond chance."""

from dataclasses import dataclass

import polars as pl

from frontdoor.answers.context import Context
from frontdoor.answers.labels import label_of
from frontdoor.answers.shift_stick_seen import Seen, by_place
from frontdoor.schema.units import Channel
from frontdoor.statistics.intervals import wilson_interval

FEWEST_LINKED = 20  # STATISTICS.md section 0: too few below 20
CONFIDENCE = 0.95
FORM_CHANNELS = (Channel.WEB.value, Channel.APP.value)
"""The channels whose queues are forms; the queue of an e-mail is an inbox."""


@dataclass(frozen=True, slots=True)
class Place:
    """One service, channel or form: its linked online contacts, how many bounced, and the share with its interval.

    `is_worse`: its share lies above that of the others beyond chance, with every place compared kept in mind.
    """

    key: str
    label: str
    linked: int
    bounced: int
    share: float
    low: float
    high: float
    is_worse: bool


def worst_services(seen: Seen, context: Context) -> tuple[Place, ...]:
    """Return services by their share of bounces, worst first; those with too few linked contacts, or hidden, left out."""
    rows = by_place(seen, ("service",), context).with_columns(key=pl.col("service"))
    return _places(rows, [label_of(key, "service", context) for key in rows["key"]])


def worst_channels(seen: Seen, context: Context) -> tuple[Place, ...]:
    """Return online channels by their share of bounces, worst first."""
    rows = by_place(seen, ("channel",), context).with_columns(key=pl.col("channel"))
    return _places(rows, [label_of(key, "channel", context) for key in rows["key"]])


def worst_forms(seen: Seen, context: Context) -> tuple[Place, ...]:
    """Return online forms by their share of bounces, worst first; nothing where a source names no forms."""
    rows = by_place(seen, ("service", "channel", "queue"), context)
    forms = rows.filter(pl.col("channel").is_in(FORM_CHANNELS) & (pl.col("queue") != "unknown"))
    by_form = forms.group_by("queue").agg(
        pl.col("digital", "linked").sum(), pl.col("bounced").sum(), is_whole=pl.col("linked").is_not_null().all()
    )
    kept = by_form.filter("is_whole").sort("queue").with_columns(key=pl.col("queue"))
    return _places(kept, [form_label(key) for key in kept["key"]])


def form_label(queue: str) -> str:
    """Return 'Council tax direct debit' for council_tax_direct_debit."""
    return queue.replace("_", " ").capitalize() if queue == queue.lower() else queue


def _places(rows: pl.DataFrame, labels: list[str]) -> tuple[Place, ...]:
    """Return the places of rows with key, linked and bounced that have enough to say."""
    known = rows.with_columns(label=pl.Series(labels, dtype=pl.String)).filter(
        (pl.col("linked") >= FEWEST_LINKED) & pl.col("bounced").is_not_null()
    )
    found = known.select("key", "label", "linked", "bounced").rows()
    linked, bounced = sum(row[2] for row in found), sum(row[3] for row in found)
    places = [_place(row, linked, bounced, len(found)) for row in found]
    return tuple(sorted(places, key=lambda place: (-place.share, place.label)))


def _place(row: tuple[str, str, int, int], all_linked: int, all_bounced: int, number: int) -> Place:
    key, label, linked, bounced = row
    low, high = wilson_interval(bounced, linked, CONFIDENCE) or (0.0, 1.0)
    others = (all_bounced - bounced) / (all_linked - linked) if all_linked > linked else 1.0
    strict = wilson_interval(bounced, linked, 1 - (1 - CONFIDENCE) / max(number, 1))
    is_worse = strict is not None and strict.lower > others
    return Place(key, label, linked, bounced, bounced / linked, low, high, is_worse)
