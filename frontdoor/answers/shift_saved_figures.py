"""The pictures of savings: what is claimed beside what is borne out, why the cost changed, and what each service costs to serve."""

from dataclasses import dataclass
from typing import TypeAlias

import polars as pl

from frontdoor.answers.shift_parts import rounded_parts
from frontdoor.answers.shift_saved_change import Change
from frontdoor.answers.shift_saved_fell import fell_words, noun_of
from frontdoor.answers.shift_saved_found import Saved
from frontdoor.answers.shift_saved_words import between, pounds, rounded_pounds, step_of
from frontdoor.figure import Figure, Kind
from frontdoor.measures.formatting import MINUS, format_value
from frontdoor.schema.units import Better, Unit
from frontdoor.statistics.savings import Finding, Range

WHISKERS = ("Central unit costs", "From the lowest to the highest")
LADDER = (
    "On paper: each contact more online than a year before, times what a call costs more than an online contact. Less those who came "
    "back: without contacts that ended in a call or visit. Where calls really fell: calls and visits fewer than would have come, by the "
    "trend and season of the weeks before or beside services that did not move online, times the same difference. In cash: the part of "
    "it that the council says it no longer pays, less what the contacts cost online. Ranges hold every combination of the unit costs "
    "and of how many calls would have come."
)
CHANGE = (
    "The same weeks of two years. More contact: what more (or less) contact costs at the mean of both years’ shares and unit costs. "
    "Other channels: what the change of channels is worth, which is saved only if somebody stopped paying it. Dearer contacts: unit "
    "costs that changed. The three add up exactly (Kitagawa 1955)."
)


Rung: TypeAlias = tuple[str, Range | None, str]
"""An amount's name, the amount (None: not known) and what to note of it."""

Step: TypeAlias = tuple[str, tuple[float, float, float], bool]
"""A step's name, its pence at low, central and high unit costs, and whether it is a total."""


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around each picture: the weeks in words, and where the figures come from."""

    when: str
    source: str


def ladder_figure(saved: Saved, around: Around) -> Figure | None:
    """Return the claim, the claim less bounces, what is borne out and cash, with ranges; None without unit costs."""
    phone = saved.phone.saving
    if phone.claimed is None:
        return None
    rows = _rungs(saved, phone.claimed)
    return Figure(
        key="saved-ladder",
        kind=Kind.INTERVALS,
        frame=_rungs_frame(rows),
        unit=Unit.PENCE,
        better=Better.HIGHER,
        headline=_ladder_headline(saved, phone.claimed),
        subtitle=f"What moving online saved in {around.when}",
        sentence=_ladder_sentence(saved, phone.claimed),
        definition=LADDER,
        table=_ladder_table(rows),
        provenance=around.source,
        key_words=WHISKERS,
    )


def _rungs(saved: Saved, claimed: Range) -> list[Rung]:
    net = saved.phone.saving.claimed_net
    return [
        ("On paper", claimed, "every contact more online taken for one call less"),
        ("Less those who came back", net, "" if net else "not known: contacts are not linked"),
        ("Where calls really fell", saved.borne_out, "" if saved.borne_out else "can’t be told"),
        ("In cash", saved.cashable, "" if saved.cashable else "not known"),
    ]


def _rungs_frame(rows: list[Rung]) -> pl.DataFrame:
    ends = ("value", "low", "high")
    schema = {"label": pl.String, **dict.fromkeys(ends, pl.Float64), "note": pl.String, "is_highlighted": pl.Boolean}
    return pl.DataFrame([(label, *_ends(amount), note, False) for label, amount, note in rows], schema, orient="row")


def _ends(amount: Range | None) -> tuple[float | None, float | None, float | None]:
    return (None, None, None) if amount is None else (_plain(amount.central), _plain(amount.low), _plain(amount.high))


def _plain(pence: float) -> float:
    """Return an amount as finely as it is said."""
    return rounded_pounds(pence) * 100


def _ladder_headline(saved: Saved, claimed: Range) -> str:
    if saved.borne_out is None:
        return f"On paper {pounds(claimed.central)}; more can’t be told"
    return f"On paper {pounds(claimed.central)}; borne out {pounds(saved.borne_out.central)}"


def _ladder_sentence(saved: Saved, claimed: Range) -> str:
    parts = [f"On paper {between(claimed)}."]
    if saved.phone.saving.claimed_net is not None:
        parts.append(f"Less those who came back {between(saved.phone.saving.claimed_net)}.")
    if saved.borne_out is not None:
        parts.append(
            f"Borne out {between(saved.borne_out)}: {fell_words(saved.phone.would_have, noun_of(saved.phone))}"
        )
    if saved.cashable is not None:
        parts.append(f"In cash {between(saved.cashable)}.")
    if saved.finding is Finding.DEPENDS_ON_COST:
        parts.append("At some of the unit costs given, a contact moved saves nothing.")
    return " ".join(parts)


def _ladder_table(rows: list[Rung]) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "Amount": [label for label, *_ in rows],
            "Low": [_said(None if amount is None else amount.low) for _, amount, _ in rows],
            "Central": [_said(None if amount is None else amount.central) for _, amount, _ in rows],
            "High": [_said(None if amount is None else amount.high) for _, amount, _ in rows],
        }
    )


def _said(pence: float | None) -> str:
    return "not known" if pence is None else pounds(pence)


def change_figure(change: Change, around: Around) -> Figure:
    """Return the cost of the same weeks of two years and the three parts of the change, as a waterfall."""
    rows = _steps(change)
    return Figure(
        key="saved-cost-change",
        kind=Kind.WATERFALL,
        frame=_steps_frame(rows),
        unit=Unit.PENCE,
        better=Better.LOWER,
        headline=change_words(change),
        subtitle=f"Cost of contact in {around.when} and in the same weeks a year before",
        sentence=f"{_parts_words(change)} The channel part is saved only if somebody stopped paying for it.",
        definition=CHANGE,
        table=_steps_table(rows),
        provenance=around.source,
    )


def _steps(change: Change) -> list[Step]:
    return [
        ("A year before", change.before, True),
        (_named("More contact", change.volume[1]), change.volume, False),
        ("Other channels", change.mix, False),
        (_named("Dearer contacts", change.rate[1]), change.rate, False),
        ("In these weeks", change.after, True),
    ]


def _steps_frame(rows: list[Step]) -> pl.DataFrame:
    schema = {"label": pl.String, "value": pl.Float64, "is_total": pl.Boolean}
    return pl.DataFrame([(label, ends[1], is_total) for label, ends, is_total in rows], schema, orient="row")


def _steps_table(rows: list[Step]) -> pl.DataFrame:
    named = {"Part": [label for label, *_ in rows]}
    for place, costs in enumerate(("low", "central", "high")):
        named[f"At {costs} unit costs"] = [pounds(ends[place]) for _, ends, _ in rows]
    return pl.DataFrame(named)


def _named(label: str, pence: float) -> str:
    less = {"More contact": "Less contact", "Dearer contacts": "Cheaper contacts"}
    return less.get(label, label) if pence < 0 else label


def change_words(change: Change) -> str:
    """Return 'Contact cost £38,000 more than a year before'."""
    difference = change.after[1] - change.before[1]
    if pounds(difference) == "£0":
        return "Contact cost as much as a year before"
    return f"Contact cost {pounds(abs(difference))} {'more' if difference > 0 else 'less'} than a year before"


def _parts_words(change: Change) -> str:
    """Return the three parts as finely as the change is said, so that they add up as they are written."""
    step = step_of(abs(change.after[1] - change.before[1]) / 100)
    named = (("the number of contacts", change.volume), ("other channels", change.mix), ("unit costs", change.rate))
    sizes = rounded_parts([part[1] / 100 / step for _, part in named], 0)
    said = [f"{_signed(size * step)} by {name}" for size, (name, _) in zip(sizes, named, strict=True)]
    return f"Of the change, {said[0]}, {said[1]} and {said[2]}."


def _signed(amount: float) -> str:
    sign = "+" if amount > 0 else MINUS if amount < 0 else ""
    return f"{sign}£{format_value(abs(amount), Unit.COUNT)}"


def serve_figure(rows: pl.DataFrame, around: Around) -> Figure | None:
    """Return what each service costs to serve with its range; None where no unit cost is known."""
    known = rows.filter(pl.col("central").is_not_null())
    if known.is_empty():
        return None
    ends = pl.col("low", "central", "high").sum()
    services = known.group_by("service", maintain_order=True).agg(pl.col("contacts").sum(), ends)
    services = services.sort("central", "service", descending=[True, False])
    frame = services.select(
        label=pl.col("service"), value=pl.col("central"), low=pl.col("low"), high=pl.col("high"),
        note=pl.Series([_each(central, contacts) for central, contacts in services.select("central", "contacts").iter_rows()], dtype=pl.String),
        is_highlighted=pl.lit(value=False),
    )  # fmt: skip
    dearest = services.row(0, named=True)
    words = f"{dearest['service']} cost most to serve: {pounds(dearest['central'])}, {_each(dearest['central'], dearest['contacts'])}."
    return Figure(
        key="saved-cost-to-serve",
        kind=Kind.INTERVALS,
        frame=frame,
        unit=Unit.PENCE,
        better=Better.NEITHER,
        headline=f"{dearest['service']} cost most to serve",
        subtitle=f"Contacts times unit cost by service, {around.when}",
        sentence=words,
        definition="Contacts of each channel times the council’s unit cost of that channel. The same unit cost is taken for every service.",
        table=_serve_table(rows),
        provenance=around.source,
        key_words=WHISKERS,
    )


def _each(pence: float, contacts: float) -> str:
    return f"{format_value(pence / contacts, Unit.PENCE)} a contact" if contacts else ""


def _serve_table(rows: pl.DataFrame) -> pl.DataFrame:
    told = rows.select("service", "channel", "contacts", "low", "central", "high").rows()
    return pl.DataFrame(
        {
            "Service": [row[0] for row in told],
            "Channel": [row[1] for row in told],
            "Contacts": [format_value(row[2], Unit.COUNT) for row in told],
            "Low": [_said(row[3]) for row in told],
            "Central": [_said(row[4]) for row in told],
            "High": [_said(row[5]) for row in told],
        }
    )
