"""A figure's sums by day and by week, in one place: over its half-hours and weekdays, NaN where they are not known."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import polars as pl

from frontdoor.answers.asking import SPREAD_KEYS, ask
from frontdoor.answers.context import Context
from frontdoor.answers.pilot_days import PilotDays, hole_days, known_days
from frontdoor.answers.pilot_figure import Figure, half_hour_question
from frontdoor.answers.pilot_places import half_hours_of, weekdays_of
from frontdoor.answers.shown import COUNT_BEHIND
from frontdoor.measures.dividing import summed
from frontdoor.measures.measure import Term
from frontdoor.statistics.arrays import Booleans, Floats
from frontdoor.statistics.demand_days import DAYS_IN_A_WEEK
from frontdoor.statistics.demand_profile import HALF_HOURS
from frontdoor.strategy.pilot_plan import Where
from frontdoor.warehouse.asking import Asked


@dataclass(frozen=True, slots=True)
class DaySums:
    """Each column of a figure on each day, (days,), NaN where it is not known; `asked` are the questions behind it."""

    columns: Mapping[str, Floats]
    asked: tuple[Asked, ...]


def day_sums(figure: Figure, where: Where, days: PilotDays, context: Context) -> DaySums:
    """Return the figure's columns over the half-hours of `where`, on every day whether counted or not."""
    told = _by_half_hour if where.window is not None else _by_day
    is_known = known_days(where, figure.families, days, context)
    return told(figure, where, days, is_known, context)


def week_sums(sums: Mapping[str, Floats], where: Where, days: PilotDays) -> dict[str, Floats]:
    """Return each column by week, (weeks,): NaN where a day that counts is not known, or all of them were shut."""
    wanted = np.tile(weekdays_of(where), len(days) // DAYS_IN_A_WEEK)
    needed = (wanted & ~days.is_shut).reshape(-1, DAYS_IN_A_WEEK)
    found = {}
    for name, column in sums.items():
        is_known = ~np.isnan(column).reshape(-1, DAYS_IN_A_WEEK)
        total = np.nansum(np.where(wanted, column, 0.0).reshape(-1, DAYS_IN_A_WEEK), axis=1)
        is_told = (is_known | ~needed).all(axis=1) & needed.any(axis=1)
        found[name] = np.where(is_told, total, np.nan)
    return found


def _by_day(figure: Figure, where: Where, days: PilotDays, is_known: Booleans, context: Context) -> DaySums:
    columns: dict[str, Floats] = {}
    answers = []
    for question in figure.measure.questions:
        answer = ask(question, figure.promised, days.scope(context), context)
        names = _names(figure, question, answer.frame)
        frame = summed(_of(answer.frame, where).select("period_start", *names), ("period_start",))
        columns |= _filled({name: _placed(frame, name, days) for name in names}, is_known, days)
        answers.append(answer)
    return DaySums(columns, tuple(answers))


def _by_half_hour(figure: Figure, where: Where, days: PilotDays, is_known: Booleans, context: Context) -> DaySums:
    """Return the sums over the window; a column that is told on a day at any time is told in the window too."""
    asked_of: dict[str, list[Term]] = {}
    for term in figure.measure.terms:
        asked_of.setdefault(half_hour_question(term, figure.measure), []).append(term)
    columns: dict[str, Floats] = {}
    answers = []
    for question, terms in asked_of.items():
        scope = days.scope(context)
        place = type(scope)(scope.first, scope.last, scope.grain, where.services, where.channels)
        answer = ask(question, figure.promised, place, context)
        wanted = dict.fromkeys(term.column for term in terms)
        names = [name for name in answer.frame.columns if name in wanted]
        for name in names:
            columns |= _filled({name: _in_window(answer.frame, name, where, days)}, is_known, days)
        answers.append(answer)
    return DaySums(columns, tuple(answers))


def _of(frame: pl.DataFrame, where: Where) -> pl.DataFrame:
    for side, chosen in (("service", where.services), ("channel", where.channels)):
        frame = frame.filter(pl.col(side).is_in(chosen)) if chosen else frame
    return frame


def _names(figure: Figure, question: str, frame: pl.DataFrame) -> list[str]:
    wanted = {term.column for term in figure.measure.terms if term.question == question}
    return [name for name in frame.columns if name in wanted and name not in SPREAD_KEYS]


def _placed(frame: pl.DataFrame, name: str, days: PilotDays) -> Floats:
    """Return a column of rows by day, NaN on days without a row or a number."""
    found: Floats = np.full(len(days), np.nan)
    spots = (frame["period_start"].to_numpy() - np.datetime64(days.first, "D")).astype(np.int64)
    found[spots] = frame[name].cast(pl.Float64).to_numpy()
    return found


def _in_window(frame: pl.DataFrame, name: str, where: Where, days: PilotDays) -> Floats:
    told = frame.filter(pl.col(name).is_not_null())
    table = np.zeros((len(days), HALF_HOURS))
    is_told = np.zeros(len(days), dtype=np.bool_)
    spots = (told["period_start"].to_numpy() - np.datetime64(days.first, "D")).astype(np.int64)
    table[spots, told["half_hour"].to_numpy()] = told[name].cast(pl.Float64).to_numpy()
    is_told[spots] = True
    return np.where(is_told, table[:, half_hours_of(where)].sum(axis=1), np.nan)


def _filled(columns: dict[str, Floats], is_known: Booleans, days: PilotDays) -> dict[str, Floats]:
    """Return the columns with 0 on known days without a number; NaN on days not known, or where a count of its own has a hole."""
    answer = {}
    for name, column in columns.items():
        is_told = ~np.isnan(column)
        holes = hole_days(column, is_told, days) if name not in COUNT_BEHIND else ~is_known
        nought = 0.0 if is_told.any() else np.nan
        answer[name] = np.where(is_known & ~holes, np.where(is_told, column, nought), np.nan)
    return answer
