"""Whether the figures of a period are confirmed by those who own their sources, and whether they changed since."""

from dataclasses import dataclass
from datetime import UTC, date
from typing import Any

import polars as pl

from frontdoor.answers.answer import SignedOff
from frontdoor.answers.context import Context
from frontdoor.answers.sentences import listed
from frontdoor.errors import FrontdoorError
from frontdoor.measures.formatting import format_date
from frontdoor.periods import Grain, Period, month_start
from frontdoor.register.loads import LoadAct
from frontdoor.register.sign_offs import SignOff, SignOffAct, is_confirmed
from frontdoor.schema.rotas import ROTA_KINDS
from frontdoor.warehouse.opening import Warehouse, open_warehouse
from frontdoor.warehouse.scope import Scope

NOBODY_CONFIRMS = "Nobody confirms figures here: the council file names no data owners"
NOT_YET = "Provisional until the owner of {sources} confirms it"
CHANGED = "Changed after it was confirmed on {day}"
PROVISIONAL_STATES = (SignedOff.PROVISIONAL, SignedOff.CHANGED)
"""What is called provisional where a number stands alone."""


@dataclass(frozen=True, slots=True)
class Signed:
    """How the figures of a period stand, and what to say of it (without the full stop); '' where there is nothing to say."""

    state: SignedOff
    words: str = ""


def signed_off(sources: tuple[str, ...], period: Period, context: Context) -> Signed:
    """Return how the figures of these sources stand over a period.

    A source need be confirmed only for the days it speaks of; where nobody is named and nothing was ever confirmed,
    nothing is called provisional.
    """
    if not is_in_use(context):
        return Signed(SignedOff.NOBODY, NOBODY_CONFIRMS)
    spans, held = spans_of(context), context.sign_offs()
    needed = [(name, _within(period, spans[name])) for name in sources if name in spans]
    speaking = [(name, part) for name, part in needed if part is not None]
    waiting = [name for name, part in speaking if not is_confirmed(held, name, part)]
    if waiting:
        return Signed(SignedOff.PROVISIONAL, NOT_YET.format(sources=listed([f"“{name}”" for name in waiting])))
    moved = [each for name, part in speaking for each in confirmed_in(held, name, part) if changed_since(each, context)]
    if moved:
        return Signed(SignedOff.CHANGED, CHANGED.format(day=format_date(moved[-1].recorded_at.date())))
    return Signed(SignedOff.CONFIRMED)


def is_in_use(context: Context) -> bool:
    """Return whether anybody is named to confirm figures, or ever did."""
    return bool(context.council.data_owners or context.sign_offs())


def spans_of(context: Context) -> dict[str, Period]:
    """Return the first and last day each source speaks of; rotas are plans and places are no figures."""
    dated = context.ledger().filter(
        ~pl.col("kind").is_in(list(ROTA_KINDS)) & pl.col("from_date").is_not_null() & pl.col("to_date").is_not_null()
    )
    found = dated.group_by("source").agg(
        pl.col("from_date").min(), pl.max_horizontal("to_date", "covered_to").max().alias("last")
    )
    return {name: Period(first, last) for name, first, last in found.sort("source").iter_rows()}


def confirmed_in(held: tuple[SignOff, ...], source: str, period: Period) -> list[SignOff]:
    """Return the confirmations of a source that reach into a period."""
    return [
        each
        for each in held
        if each.source == source and each.act is SignOffAct.CONFIRMED and _overlaps(each, period.first, period.last)
    ]


def changed_since(sign_off: SignOff, context: Context) -> str:
    """Return what changed the figures after they were confirmed, '' where nothing did; worked out once for an answer."""
    if sign_off.id not in context.kept_changed:
        context.kept_changed[sign_off.id] = _changed_since(sign_off, context)
    return context.kept_changed[sign_off.id]


def _changed_since(sign_off: SignOff, context: Context) -> str:
    """Compare records by day with the data version that was confirmed; where it is no longer kept, loads have to say."""
    later, taken_back = _later_loads(sign_off, context), _taken_back_since(sign_off, context)
    if not later and not taken_back:
        return ""
    corrected = [row for row in later if (row["corrected"] or 0) > 0]
    if corrected:
        return _load_words(corrected[-1], "corrected rows of these days")
    before = _records_then(sign_off, context)
    if before is not None:
        is_same = before.equals(_records(sign_off, context.warehouse))
        return "" if is_same else (_load_words(later[-1], "added or removed rows") if later else _back(taken_back))
    return _load_words(later[-1], "touched these days") if later else _back(taken_back)


def _load_words(row: dict[str, Any], did: str) -> str:
    return f"load {row['load_id']} {did} on {format_date(row['loaded_at'].date())}"


def _back(numbers: list[int]) -> str:
    return f"load {numbers[-1]} was taken back"


def _later_loads(sign_off: SignOff, context: Context) -> list[dict[str, Any]]:
    """Return the source's loads since that reach into the days confirmed and brought, corrected or withdrew a row."""
    made = {entry.load_id: entry.generation for entry in context.register.load_entries() if entry.act is LoadAct.LOADED}
    rows = context.ledger().filter(pl.col("source") == sign_off.source).sort("load_id").iter_rows(named=True)
    return [
        row
        for row in rows
        if _is_later(row, made.get(row["load_id"]), sign_off)
        and row["from_date"] is not None
        and row["from_date"] <= sign_off.last_day
        and row["to_date"] >= sign_off.first_day
        and sum(row[name] or 0 for name in ("loaded", "corrected", "withdrawn")) > 0
    ]


def _is_later(row: dict[str, Any], generation: int | None, sign_off: SignOff) -> bool:
    if generation is not None:
        return generation > sign_off.generation
    return bool(row["loaded_at"].replace(tzinfo=UTC) > sign_off.recorded_at)


def _taken_back_since(sign_off: SignOff, context: Context) -> list[int]:
    """Return the loads taken back since; of which source they were is not kept, so the records decide where they can."""
    return [
        entry.load_id
        for entry in context.register.load_entries()
        if entry.act is LoadAct.TAKEN_BACK and entry.generation > sign_off.generation
    ]


def _records(sign_off: SignOff, warehouse: Warehouse) -> pl.DataFrame:
    """Return the records by day of the source's days confirmed, as one data version holds them."""
    scope = Scope(first=sign_off.first_day, last=sign_off.last_day, grain=Grain.DAY)
    frame = warehouse.ask("records_by_day", scope, {}).frame
    return frame.filter(pl.col("source") == sign_off.source).select("period_start", "resolution", "records")


def _records_then(sign_off: SignOff, context: Context) -> pl.DataFrame | None:
    """Return them as the version that was confirmed held them; None where it is not kept."""
    try:
        return _records(sign_off, open_warehouse(context.home, sign_off.generation))
    except FrontdoorError:
        return None


def _within(period: Period, span: Period) -> Period | None:
    """Return the days of the period that a source speaks of; its last month where it ended before, None before it began."""
    if span.last < period.first:
        return Period(max(month_start(span.last), span.first), span.last)
    first, last = max(period.first, span.first), min(period.last, span.last)
    return Period(first, last) if first <= last else None


def _overlaps(each: SignOff, first: date, last: date) -> bool:
    return each.first_day <= last and each.last_day >= first
