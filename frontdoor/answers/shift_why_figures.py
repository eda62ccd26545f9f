"""Why contact changed, drawn: online contact from one year to the next in steps, and each channel's own change."""

from collections.abc import Sequence

import polars as pl

from frontdoor.answers.context import Context
from frontdoor.answers.labels import label_of
from frontdoor.answers.shift_level_words import percent_words
from frontdoor.answers.shift_months import year_name
from frontdoor.answers.shift_parts import lower, rounded_parts
from frontdoor.answers.shift_why import ChannelParts, Why, why_words
from frontdoor.figure import Figure, Kind
from frontdoor.measures.formatting import format_value
from frontdoor.periods import Period
from frontdoor.schema.units import Better, Unit

MOST_NAMED = 4  # changes in a sentence
PARTS_MEAN = (
    "Exact parts that add up. More contact overall: online would have grown so much had all contact grown alike. Services that are "
    "mostly online grew: they grew faster than the rest. Same services moved online: within each service more chose to go online. "
    "A service that came or closed has moved nobody."
)
CHANNELS_MEAN = (
    "Volume: what the channel would have gained had it kept its first year’s share. Mix: what its share did at the first year’s "
    "contacts. Interaction: what both did together. The three add up to the change; mix and interaction add up to nothing over all."
)


def waterfall_figure(found: Why, years: tuple[Period, Period], provenance: str, is_clear: bool = True) -> Figure:
    """Return what the change of online contact is made of, from one year to the next; whole numbers that add up."""
    names = [year_name(each) for each in years]
    steps = rounded_parts(found.steps, 0)
    frame = _steps(found, names, steps)
    return Figure(
        key="shift-why",
        kind=Kind.WATERFALL,
        frame=frame,
        unit=Unit.COUNT,
        better=Better.NEITHER,
        headline=_why_headline(*steps) if is_clear else "No clear move online or away from it",
        subtitle=f"Online contacts, {lower(names[0])} and {lower(names[1])}",
        sentence=why_words(found, is_clear),
        definition=PARTS_MEAN,
        table=frame.select(Step=pl.col("label"), Contacts=pl.col("value").round().cast(pl.Int64)),
        provenance=provenance,
    )


def _steps(found: Why, names: Sequence[str], steps: Sequence[float]) -> pl.DataFrame:
    before, now = (float(count) for count in found.services.online.sum(axis=0))
    volume, grew, moved = steps
    rows = [
        (names[0], before, True),
        (f"{'More' if volume >= 0 else 'Less'} contact overall", volume, False),
        (f"Services mostly online {'grew' if grew >= 0 else 'shrank'}", grew, False),
        (f"Same services moved {'online' if moved >= 0 else 'away'}", moved, False),
        (names[1], now, True),
    ]
    return pl.DataFrame(rows, schema={"label": pl.String, "value": pl.Float64, "is_total": pl.Boolean}, orient="row")


def _why_headline(volume: float, grew: float, moved: float) -> str:
    if volume + grew + moved <= 0:
        return "Online contact fell" if moved < 0 else "Online fell only because there was less contact"
    if moved <= 0:
        return "Online grew, but nobody moved"
    return "Most growth is people moving" if moved > volume + grew else "Most growth is simply more contact"


def change_figure(found: ChannelParts, years: tuple[Period, Period], provenance: str, context: Context) -> Figure:
    """Return by how many contacts each channel changed, most gained first, and the three parts in its table."""
    names = [year_name(each) for each in years]
    order = sorted(range(len(found.channels.places)), key=lambda at: -found.two.change[at])
    labels = [label_of(found.channels.places[at], "channel", context) for at in order]
    changes = [float(found.two.change[at]) for at in order]
    notes = [percent_words(*(float(count) for count in found.channels.contacts[at])) for at in order]
    lost = f", {labels[-1][:1].lower()}{labels[-1][1:]} lost most" if changes[-1] < 0 else ""
    return Figure(
        key="shift-by-channel",
        kind=Kind.BARS,
        frame=pl.DataFrame({"label": labels, "value": changes, "note": notes, "is_highlighted": [False] * len(order)}),
        unit=Unit.COUNT,
        better=Better.NEITHER,
        headline=f"{labels[0]} gained most{lost}" if changes[0] > 0 else "Every channel lost contact",
        subtitle=f"Change in contacts by channel, {lower(names[0])} and {lower(names[1])}",
        sentence=_changes_sentence(labels, changes, notes),
        definition=CHANNELS_MEAN,
        table=pl.DataFrame({"Channel": labels, **_three_parts(found, order, names), "Change, %": notes}),
        provenance=provenance,
    )


def _three_parts(found: ChannelParts, order: Sequence[int], names: Sequence[str]) -> dict[str, list[int]]:
    """Return the contacts of both years, their change, and the three parts it is made of, rounded so that they add up."""
    three = (found.three.volume, found.three.mix, found.three.interaction)
    parts = [rounded_parts([float(part[at]) for part in three], 0) for at in order]
    years = {name: [round(float(found.channels.contacts[at, year])) for at in order] for year, name in enumerate(names)}
    named = {name: [round(row[place]) for row in parts] for place, name in enumerate(("Volume", "Mix", "Interaction"))}
    return years | {"Change": [round(float(found.two.change[at])) for at in order]} | named


def _changes_sentence(labels: list[str], changes: list[float], notes: list[str]) -> str:
    """Return 'App: +16,019 (+54%); phone: −8,090 (−3.4%).', the four largest changes either way."""
    largest = sorted(range(len(labels)), key=lambda at: -abs(changes[at]))[:MOST_NAMED]
    said = [f"{labels[at]}: {_signed(changes[at])} ({notes[at]})" for at in sorted(largest)]
    return f"The largest changes: {'; '.join(said)}."


def _signed(count: float) -> str:
    said = format_value(count, Unit.COUNT)
    return f"+{said}" if count > 0 else said
