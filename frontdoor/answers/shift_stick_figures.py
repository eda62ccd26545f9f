"""The pictures of whether the shift stuck: bounces by channel, by service and by form, and journeys across channels."""

import polars as pl

from frontdoor.answers.context import Context
from frontdoor.answers.labels import label_of
from frontdoor.answers.sentences import count_noun
from frontdoor.answers.shift_stick_forms import CONFIDENCE, Place
from frontdoor.figure import Figure, Kind
from frontdoor.measures.formatting import format_value
from frontdoor.schema.units import Better, Unit

MOST_DRAWN = 10
MOST_JOURNEYS = 8
ARROW = "\u2192"
DEFINITION = (
    "Of every 100 online contacts with a customer reference, how many had as their next contact about the same service a "
    "phone call or a visit, within the days chosen. Contacts without a reference are not in it. Whiskers are 95% intervals."
)
JOURNEYS = (
    "Contacts whose next contact by the same customer about the same service came within the days chosen, by the channel of "
    "both. Known only where both carry a customer reference. Fewer than 5 are hidden."
)
SCHEMA = {
    "label": pl.String,
    "value": pl.Float64,
    "low": pl.Float64,
    "high": pl.Float64,
    "note": pl.String,
    "is_highlighted": pl.Boolean,
}


def bounce_figure(key: str, noun: str, places: tuple[Place, ...], within_days: int, provenance: str) -> Figure | None:
    """Return the share of bounces of each place, worst first; None where there is nothing to draw."""
    if not places:
        return None
    worst = places[0]
    return Figure(
        key=f"bounces-by-{key}",
        kind=Kind.INTERVALS,
        frame=_frame(places[:MOST_DRAWN]),
        unit=Unit.SHARE,
        better=Better.LOWER,
        headline=_headline(places, noun),
        subtitle=f"Linked online contacts followed by a call or visit within {count_noun(within_days, 'day')}, % by {noun}",
        sentence=f"{worst.label} is highest: {worst.bounced:,} of {worst.linked:,} linked online contacts bounced, "
        f"{format_value(worst.share, Unit.SHARE)}.",
        definition=DEFINITION,
        table=_table(places, noun),
        provenance=provenance,
        key_words=("Share that bounced", f"{CONFIDENCE:.0%} interval"),
    )


def _headline(places: tuple[Place, ...], noun: str) -> str:
    number = sum(place.is_worse for place in places)
    if not number:
        return f"No {noun} bounces more than the others"
    return f"{count_noun(number, noun)} bounce{'s' if number == 1 else ''} more than the others"


def _frame(places: tuple[Place, ...]) -> pl.DataFrame:
    rows = [(each.label, each.share, each.low, each.high, f"{each.linked:,} linked", each.is_worse) for each in places]
    return pl.DataFrame(rows, SCHEMA, orient="row")


def _table(places: tuple[Place, ...], noun: str) -> pl.DataFrame:
    return pl.DataFrame(
        {
            noun.capitalize(): [each.label for each in places],
            "Linked online contacts": [each.linked for each in places],
            "Then called or visited": [each.bounced for each in places],
            "Share": [format_value(each.share, Unit.SHARE) for each in places],
            "95% interval": [
                f"{format_value(each.low, Unit.SHARE)} to {format_value(each.high, Unit.SHARE)}" for each in places
            ],
            "Beyond chance": ["worse than the others" if each.is_worse else "" for each in places],
        }
    )


def journeys_figure(pairs: pl.DataFrame, within_days: int, provenance: str, context: Context) -> Figure | None:
    """Return the commonest journeys from channel to next channel as bars, with every pair in the table; None without any."""
    known = pairs.filter(pl.col("contacts").is_not_null()).head(MOST_JOURNEYS)
    if known.is_empty():
        return None
    labels = [
        f"{label_of(first, 'channel', context)} {ARROW} {label_of(then, 'channel', context)}"
        for first, then in known.select("channel", "next_channel").rows()
    ]
    most = known["contacts"][0]
    days = count_noun(within_days, "day")
    return Figure(
        key="journeys",
        kind=Kind.BARS,
        frame=pl.DataFrame(
            {
                "label": labels,
                "value": known["contacts"].cast(pl.Float64),
                "note": [""] * len(labels),
                "is_highlighted": [False] * len(labels),
            }
        ),
        unit=Unit.COUNT,
        better=Better.NEITHER,
        headline=f"Most often: {labels[0]}",
        subtitle=f"Linked contacts by the channel of the next one within {days}",
        sentence=f"The commonest journey is {labels[0].replace(ARROW, 'to')}, {most:,} times within {days}.",
        definition=JOURNEYS,
        table=_matrix(pairs, context),
        provenance=provenance,
    )


def _matrix(pairs: pl.DataFrame, context: Context) -> pl.DataFrame:
    """Return from channel (rows) to next channel (columns), 'hidden' where too few, 0 where there was none."""
    channels = sorted(
        set(pairs["channel"]) | set(pairs["next_channel"]), key=lambda key: label_of(key, "channel", context)
    )
    held = {(first, then): count for first, then, count in pairs.select("channel", "next_channel", "contacts").rows()}
    firsts = [channel for channel in channels if channel in set(pairs["channel"])]
    columns = {
        f"Then {label_of(then, 'channel', context).lower()}": [_cell(held.get((first, then), 0)) for first in firsts]
        for then in channels
    }
    return pl.DataFrame({"First": [label_of(first, "channel", context) for first in firsts], **columns})


def _cell(count: int | None) -> str:
    return "hidden" if count is None else f"{count:,}"
