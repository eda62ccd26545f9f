"""Compared with what? Other councils' published figures: drawn beside ours where the definition is the same, else listed."""

from dataclasses import replace
from datetime import date

import polars as pl

from frontdoor.answers.answer import PeerLine, Result
from frontdoor.answers.context import Context
from frontdoor.figure import Figure, Kind, TargetStep
from frontdoor.filters import Filters
from frontdoor.measures.formatting import format_in_full, format_target, format_value
from frontdoor.measures.measure import Parameter
from frontdoor.schema.units import Better, Unit
from frontdoor.strategy import parameters
from frontdoor.strategy.peers import Definition, PeerFigure, PeerKind, published_figures
from frontdoor.strategy.strategy import PromisedMeasure

OURS = "This council"
NOT_OURS = (
    "What other councils published of themselves. Counted the same way, but each has other callers, hours and staff: a difference "
    "is a question to ask, not a ranking."
)


def peers_known(promised: PromisedMeasure, context: Context, on: date) -> tuple[PeerFigure, ...]:
    """Return what others published of this measure; one with another threshold than ours is of another definition."""
    within = parameters.latest(promised, Parameter.WITHIN_SECONDS, on)
    ours = None if within is None else int(within)
    known = (*published_figures(), *context.council.peers)
    return tuple(_beside(each, ours) for each in known if each.measure == promised.measure)


def _beside(figure: PeerFigure, within_seconds: int | None) -> PeerFigure:
    if figure.within_seconds == within_seconds:
        return figure
    words = "ours has no promised time"
    if within_seconds is not None:
        words = f"ours is within {format_in_full(within_seconds, Unit.SECONDS)}"
    difference = f"{words}; {figure.difference}" if figure.difference else words
    return replace(figure, definition=Definition.DIFFERENT, difference=difference)


def is_of_everybody(filters: Filters) -> bool:
    """Return whether nothing is filtered: a part of us is not compared with the whole of others."""
    return not (filters.services or filters.channels or filters.attribute)


def peer_figure(peers: tuple[PeerFigure, ...], result: Result, provenance: str) -> Figure | None:
    """Return our value among others of the same definition, best first; None where none is, or ours is not known."""
    drawn = [peer for peer in peers if peer.is_drawn]
    if not drawn or result.value is None:
        return None
    unit, better = result.measure.unit, result.measure.better
    ours = (f"{OURS}, {result.period.label}", result.value, True)
    bars = sorted([ours, *((_label(peer), peer.value, False) for peer in drawn)], key=lambda bar: bar[1])
    bars = bars[::-1] if better is Better.HIGHER else bars
    frame = pl.DataFrame(
        {
            "label": [label for label, _, _ in bars],
            "value": [value for _, value, _ in bars],
            "note": [f"{format_value(value, unit)}{', ours' if is_ours else ''}" for _, value, is_ours in bars],
            "is_highlighted": [False for _ in bars],
        }
    )
    return Figure(
        key=f"{result.key}-peers",
        kind=Kind.BARS,
        frame=frame,
        unit=unit,
        better=better,
        headline=_headline(drawn, result),
        subtitle="Published figures of the same definition, each of its own time",
        sentence=_sentence(drawn, result),
        definition=f"{result.measure.definition} {NOT_OURS}",
        table=_table(drawn, ours, unit),
        provenance=provenance,
        targets=_own_target(result),
    )


def peer_lines(peers: tuple[PeerFigure, ...], result: Result) -> tuple[PeerLine, ...]:
    """Return the figures that are not drawn, each with what differs or what its source does not say."""
    return tuple(
        PeerLine(peer.council, _says(peer, result), peer.when, peer.difference, peer.link)
        for peer in peers
        if not peer.is_drawn
    )


def _label(peer: PeerFigure) -> str:
    return f"{peer.council}{'’s target' if peer.kind is PeerKind.TARGET else ''}, {peer.when}"


def _says(peer: PeerFigure, result: Result) -> str:
    unit, better = result.measure.unit, result.measure.better
    within = f" within {format_in_full(peer.within_seconds, Unit.SECONDS)}" if peer.within_seconds else ""
    if peer.kind is PeerKind.TARGET:
        return f"has a target of {format_target(peer.value, unit, better)}{within}"
    return f"reached {format_value(peer.value, unit)}{within}"


def _headline(drawn: list[PeerFigure], result: Result) -> str:
    reached = [peer.value for peer in drawn if peer.kind is PeerKind.RESULT]
    if not reached or result.value is None or result.measure.better is Better.NEITHER:
        return "Beside what others aim at" if not reached else "Beside other councils"
    is_more = result.measure.better is Better.HIGHER
    better = sum((result.value > value) if is_more else (result.value < value) for value in reached)
    return f"Better than {better} of {len(reached)} published results"


def _sentence(drawn: list[PeerFigure], result: Result) -> str:
    unit = result.measure.unit
    said = "; ".join(f"{peer.council} {_says(peer, result)} ({peer.when})" for peer in drawn)
    return f"{format_value(result.value, unit)} here in {result.period.label}. {said}."


def _table(drawn: list[PeerFigure], ours: tuple[str, float, bool], unit: Unit) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "Whose": [ours[0], *(_label(peer) for peer in drawn)],
            "Value": [format_value(ours[1], unit), *(format_value(peer.value, unit) for peer in drawn)],
            "Of what": ["", *(peer.of for peer in drawn)],
            "Read at": ["", *(peer.link for peer in drawn)],
        }
    )


def _own_target(result: Result) -> tuple[TargetStep, ...]:
    target = result.judgement.target
    if target is None or target.value is None or result.measure.better is Better.NEITHER:
        return ()
    return (TargetStep(target.from_date, target.value, f"Target {format_value(target.value, target.unit)}"),)
