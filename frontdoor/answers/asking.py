"""Asks a measure's questions with the parameters in force and joins their sums, after disclosure control."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import reduce

import polars as pl

from frontdoor.answers.context import Context
from frontdoor.answers.needs import check_needs
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.measures.measure import Measure, Parameter
from frontdoor.periods import Grain, Period, month_end, month_start
from frontdoor.schema.questions import QUESTIONS
from frontdoor.strategy import parameters
from frontdoor.strategy.bound import measure_of
from frontdoor.strategy.dated import OPEN_ENDED
from frontdoor.strategy.question_bank import BankRow, bank_rows
from frontdoor.strategy.strategy import PromisedMeasure
from frontdoor.warehouse.asking import Asked, extra_parameters
from frontdoor.warehouse.scope import Scope

KEYS = ("period_start", "service", "channel", "value")
"""The columns every question returns before its sums."""

DATES = ("from_date", "before_date")
"""The columns of a dated parameter that say when it changes."""

HOMES = "homes"
"""Not a question but the council's own dated number, put beside the sums; it is never added up."""

SPREAD_KEYS = ("seconds_waited", "elapsed_days")
"""Columns that say where in a distribution a row stands; they are neither summed nor hidden."""


def scope_of(promised: PromisedMeasure, filters: Filters, period: Period, grain: Grain) -> Scope:
    """Return what to ask: the measure's own services and channels narrowed by the reader's filters."""
    return Scope(
        first=period.first,
        last=period.last,
        grain=grain,
        services=narrowed(promised.services, filters.services),
        channels=narrowed(promised.channels, filters.channels),
        attribute=filters.attribute,
    )


def narrowed(own: tuple[str, ...], wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Return the values in both lists, an empty list meaning all; raise CannotTellError when they share nothing."""
    if not own or not wanted:
        return wanted or own
    shared = tuple(value for value in wanted if value in own)
    if not shared:
        raise CannotTellError(f"This is counted only for {', '.join(own)}, which the filters leave out.")
    return shared


def bound_parameters(question: str, promised: PromisedMeasure, scope: Scope, context: Context) -> dict[str, object]:
    """Return the parameters `question` needs, dated ones as the list of structs its header describes."""
    council, as_at = context.council, context.as_at
    known: dict[str, Callable[[], object]] = {
        "digital_channels": lambda: _bound(Parameter.DIGITAL_CHANNELS, promised, _digital_channels(promised, context)),
        "unit_costs": lambda: _bound(Parameter.UNIT_COSTS, promised, parameters.unit_costs(council)),
        "limits": lambda: parameters.limits(promised),
        "short_limits": lambda: parameters.short_limits(promised),
        "within_days": lambda: parameters.within_days(promised),
        "opening": lambda: parameters.opening(council),
        "clock": lambda: parameters.clock(promised),
        "promised": lambda: parameters.promised_working_days(promised),
        "as_at": lambda: as_at,
        "procedures": lambda: list(promised.procedures),
        "acknowledged_within": lambda: parameters.acknowledged_within(promised),
        "longest_extension": lambda: parameters.longest_extension(promised, scope.last),
        "bank": lambda: _bank(promised, scope, context),
        "by_place": lambda: False,  # a spread over people is of all the places asked for
        "by_service": lambda: True,
        "by_channel": lambda: True,
    }
    return {name: known[name]() for name in extra_parameters(question)}


def _bank(promised: PromisedMeasure, scope: Scope, context: Context) -> list[BankRow]:
    """Return $bank of the measure's question, cut to what is comparable with the last day asked for."""
    return [
        row
        for each in context.council.questions
        if each.key == promised.question
        for row in bank_rows(each, scope.last)
    ]


def _bound(parameter: Parameter, promised: PromisedMeasure, rows: list[parameters.Row]) -> list[parameters.Row]:
    """Return the rows, or none where they change within a month and the measure does not use them.

    Figures kept in whole months cannot be asked for with such a change, and a measure must not fail for one it ignores.
    """
    is_used = parameter in measure_of(promised).needs
    return rows if is_used or not any(_is_within_a_month(row[end]) for row in rows for end in DATES) else []


def _is_within_a_month(day: object) -> bool:
    return isinstance(day, date) and day.day != 1 and day != OPEN_ENDED


def _digital_channels(promised: PromisedMeasure, context: Context) -> list[parameters.Row]:
    """Return $digital_channels; a channel opened within a month is digital from that month's first day.

    That changes nothing where no contact of the month came before it opened, so only there; figures by ward, and those
    of monthly tables, are kept in whole months and could not be asked for otherwise.
    """
    return [
        row | {"from_date": _opened(row, promised, context)} for row in parameters.digital_channels(context.council)
    ]


def _opened(row: parameters.Row, promised: PromisedMeasure, context: Context) -> date:
    opened = row["from_date"]
    assert isinstance(opened, date)
    if not _is_within_a_month(opened):
        return opened
    before = Scope(first=month_start(opened), last=opened - timedelta(days=1), grain=Grain.DAY)
    came_before = ask("channel_coverage", promised, before, context).frame
    return opened if row["channel"] in set(came_before["channel"]) else month_start(opened)


def ask(question: str, promised: PromisedMeasure, scope: Scope, context: Context, **apart: bool) -> Asked:
    """Ask `question` once for each scope and set of parameters within one answer.

    `apart` says whether to tell services (`by_service`) or channels (`by_channel`) apart, where the question can leave it.
    """
    bound = {**bound_parameters(question, promised, scope, context), **apart}
    key = (question, scope, repr(bound))
    if key not in context.asked:
        context.asked[key] = context.warehouse.ask(question, scope, bound)
    return context.asked[key]


def sums(promised: PromisedMeasure, scope: Scope, context: Context) -> tuple[pl.DataFrame, tuple[Asked, ...]]:
    """Return the columns the measure needs, one row per period, service, channel and value, and what was asked.

    Questions are joined on their keys; a key only one question has is kept, the other's columns null. Every value of the attribute is asked for.
    """
    measure = measure_of(promised)
    check_needs(promised, measure, context.council)
    answers = tuple(ask(question, promised, scope, context) for question in measure.questions if question != HOMES)
    frames = [answer.frame.select(*KEYS, *_columns(measure, answer.question)) for answer in answers]
    joined = reduce(lambda left, right: left.join(right, on=list(KEYS), how="full", coalesce=True), frames)
    ordered = joined.sort(*KEYS)
    return (with_homes(ordered, scope, context) if HOMES in measure.questions else ordered), answers


def _columns(measure: Measure, question: str) -> list[str]:
    wanted = dict.fromkeys(term.column for term in measure.terms if term.question == question)
    if Parameter.UNIT_COSTS in measure.needs:
        wanted |= dict.fromkeys(("cost_pence_low", "cost_pence_high", "contacts"))
    return [name for name in QUESTIONS[question].names if name in wanted or name in SPREAD_KEYS]


def with_homes(frame: pl.DataFrame, scope: Scope, context: Context) -> pl.DataFrame:
    """Return `frame` with the homes let on the last day of each row's period; CannotTellError by ward or the like."""
    if scope.attribute is not None:
        raise CannotTellError("How many homes there are is known for the whole council only.")
    starts = frame.select("period_start").unique().sort("period_start")
    homes = [_homes_on(_last_day(start, scope), context) for start in starts["period_start"].to_list()]
    return frame.join(starts.with_columns(pl.Series(HOMES, homes, dtype=pl.Int64)), on="period_start", how="left")


def _last_day(period_start: date, scope: Scope) -> date:
    ends = {Grain.DAY: period_start, Grain.MONTH: month_end(period_start)}
    return ends.get(scope.grain, scope.last)


def _homes_on(day: date, context: Context) -> int | None:
    known = [each for each in context.council.homes if each.from_date <= day]
    return known[-1].homes if known else None
