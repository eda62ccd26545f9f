"""The pictures of contact that need not happen: the reasons, what services could remove, and the largest opportunities."""

import polars as pl

from frontdoor.answers.context import Context
from frontdoor.answers.labels import label_of
from frontdoor.answers.shift_needless_ranked import Ranked
from frontdoor.answers.shift_needless_services import Reason, Removable
from frontdoor.answers.shift_needless_words import evidence, named_candidate, pence_words
from frontdoor.answers.shift_saved_words import rounded_pounds
from frontdoor.figure import Figure, Kind
from frontdoor.measures.formatting import format_value
from frontdoor.schema.units import Better, Unit

MOST_DRAWN = 10
AVOIDABLE = "Of contacts the council assessed as avoidable (National Indicator 14, final definition), how many came for each reason."
REMOVABLE = (
    "Contacts x the share found avoidable of those assessed, channel by channel; channels nobody assessed are left out. Routine "
    "and repeat contact are in the table: they overlap with it and are not added up."
)
WORTH = (
    "Contacts found that need not happen x the council's own unit cost of the channel x how much of it could go in the council's "
    "judgement. Bars are the central value; the table has the range, and the range of places by 2,000 draws."
)


def reasons_figure(reasons: tuple[Reason, ...], provenance: str) -> Figure | None:
    """Return the reasons behind avoidable contact as bars; None without any."""
    if not reasons:
        return None
    first = reasons[0]
    return Figure(
        key="avoidable-reasons",
        kind=Kind.BARS,
        frame=_bars([each.label for each in reasons], [float(each.avoidable) for each in reasons]),
        unit=Unit.COUNT,
        better=Better.LOWER,
        headline=f"{first.label}: {format_value(first.share, Unit.SHARE)} of avoidable contact",
        subtitle="Contacts assessed as avoidable, by reason",
        sentence=f"{first.label} is the commonest reason, {first.avoidable:,} contacts assessed as avoidable.",
        definition=AVOIDABLE,
        table=pl.DataFrame(
            {
                "Reason": [each.label for each in reasons],
                "Avoidable contacts": [each.avoidable for each in reasons],
                "Share of all avoidable": [format_value(each.share, Unit.SHARE) for each in reasons],
            }
        ),
        provenance=provenance,
    )


def services_figure(rows: tuple[Removable, ...], provenance: str) -> Figure | None:
    """Return the avoidable contacts of each service as bars, routine and repeat in the table; None where none is known."""
    known = [row for row in rows if row.avoidable]
    if not known:
        return None
    first = known[0]
    return Figure(
        key="removable-by-service",
        kind=Kind.BARS,
        frame=_bars([row.label for row in known], [round(row.avoidable or 0.0) for row in known]),
        unit=Unit.COUNT,
        better=Better.LOWER,
        headline=f"{first.label} could remove the most",
        subtitle="Avoidable contacts by service, estimated from those assessed",
        sentence=f"{first.label} has most avoidable contact, about {first.avoidable:,.0f} of {first.contacts:,} contacts.",
        definition=REMOVABLE,
        table=pl.DataFrame(
            {
                "Service": [row.label for row in rows],
                "Contacts": [row.contacts for row in rows],
                "Avoidable, estimated": [None if row.avoidable is None else round(row.avoidable) for row in rows],
                "Routine calls and visits": [row.routine for row in rows],
                "Repeat, seen": [row.repeat for row in rows],
            },
            schema_overrides=dict.fromkeys(
                ("Contacts", "Avoidable, estimated", "Routine calls and visits", "Repeat, seen"), pl.Int64
            ),
        ),
        provenance=provenance,
    )


def opportunities_figure(ranked: Ranked | None, provenance: str, context: Context) -> Figure | None:
    """Return the ten largest opportunities as bars, with the evidence in the table; None where there are none."""
    if ranked is None or not ranked.top:
        return None
    names = [named_candidate(ranked.candidates[place], context) for place in ranked.top]
    labels = [f"{name[:1].upper()}{name[1:]}" for name in names]
    values = [_worth(float(ranked.worth.pence[place]), ranked) for place in ranked.top]
    return Figure(
        key="opportunities",
        kind=Kind.BARS,
        frame=_bars(_numbered(ranked), values),
        unit=Unit.PENCE if ranked.has_costs else Unit.COUNT,
        better=Better.LOWER,
        headline="The largest opportunities",
        subtitle="Contacts × cost × ease in the period" if ranked.has_costs else "Contacts × ease in the period",
        sentence=f"The largest is {names[0]}: {pence_words(ranked, ranked.top[0])}.",
        definition=WORTH,
        table=_evidence_table(ranked, labels, context),
        provenance=provenance,
    )


def _worth(pence: float, ranked: Ranked) -> float:
    """Return an amount as finely as it is said, contacts as they are."""
    return rounded_pounds(pence) * 100 if ranked.has_costs else pence


def _numbered(ranked: Ranked) -> list[str]:
    """Return '1. Chasing progress' for each of the ten, short enough for a bar; the table says of which service."""
    found = [ranked.candidates[place] for place in ranked.top]
    return [f"{number}. {each.reason or each.kind}" for number, each in enumerate(found, start=1)]


def _evidence_table(ranked: Ranked, labels: list[str], context: Context) -> pl.DataFrame:
    found = [ranked.candidates[place] for place in ranked.top]
    worth = ranked.worth
    return pl.DataFrame(
        {
            "Place": list(range(1, len(labels) + 1)),
            "Opportunity": labels,
            "Kind": [each.kind for each in found],
            "Service": [label_of(each.service, "service", context) for each in found],
            "Evidence": [evidence(each) for each in found],
            "How much could go": [_ease_words(ranked, place) for place in ranked.top],
            "Worth": [pence_words(ranked, place) for place in ranked.top],
            "Place, 90% range": [f"{worth.rank_lower[place]} to {worth.rank_upper[place]}" for place in ranked.top],
        }
    )


def _ease_words(ranked: Ranked, place: int) -> str:
    ease = ranked.eases[place]
    if ease is None:
        return "not said: all"
    low, high = format_value(ease.low_share, Unit.SHARE), format_value(ease.high_share, Unit.SHARE)
    return f"{format_value(ease.share, Unit.SHARE)} ({low} to {high}), {ease.source}"


def _bars(labels: list[str], values: list[float]) -> pl.DataFrame:
    drawn = pl.DataFrame({"label": labels, "value": values}, {"label": pl.String, "value": pl.Float64})
    return drawn.head(MOST_DRAWN).with_columns(note=pl.lit(""), is_highlighted=pl.lit(value=False))
