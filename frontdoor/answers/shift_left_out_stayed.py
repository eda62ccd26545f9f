"""Those who stayed with the phone and the counter: how long they waited, how satisfied people are, and what they came about."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import polars as pl

from frontdoor.access.disclosure import control
from frontdoor.answers.asking import ask
from frontdoor.answers.context import Context, bare
from frontdoor.answers.labels import label_of
from frontdoor.answers.result import result_of
from frontdoor.answers.satisfaction_questions import asked_on, measures_of
from frontdoor.answers.shift_left_out_groups import DEPRIVATION, UNKNOWN, Groups
from frontdoor.answers.view_answer import Box, Line
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.formatting import format_in_full, format_value
from frontdoor.periods import Grain, Period
from frontdoor.schema.units import Channel, Unit
from frontdoor.strategy.question_bank import Question
from frontdoor.strategy.strategy import PromisedMeasure
from frontdoor.warehouse.scope import Scope

STAYED = (Channel.PHONE.value, Channel.VISIT.value)
FEWEST = 20  # calls with a known wait, or contacts with a known reason: STATISTICS.md section 0
MOST_REASONS = 5
NEVER_BY_GROUP = "Waits are never cut by ward or group: whoever gave up left no address, so the figure would flatter."
WAITS = ("calls_offered", "calls_abandoned", "calls_with_wait")


@dataclass(frozen=True, slots=True)
class Asking:
    """The reader's choice and the two years it is asked about."""

    filters: Filters
    years: tuple[Period, Period]
    context: Context


def waits_box(asking: Asking) -> Box:
    """Return how long callers and visitors waited and how many gave up, now and a year before."""
    lines = [line for channel in STAYED if (line := _waited(channel, asking)) is not None]
    if not lines:
        return Box("Those who stayed: waiting", (Line("", "Waits on the phone and at the counter are not recorded."),))
    return Box("Those who stayed: waiting", (*lines, Line("", NEVER_BY_GROUP)))


def _waited(channel: str, asking: Asking) -> Line | None:
    now, before = (_waits(channel, year, asking) for year in asking.years[::-1])
    if now is None or now["calls_with_wait"] is None or now["calls_with_wait"] < FEWEST:
        return None
    parts = [f"{_wait(now)} on average{_was(_wait(before) if before else '')}"]
    if now["calls_offered"] and now["calls_abandoned"] is not None:
        parts.append(f"{_gave_up(now)} gave up{_was(_gave_up(before) if before else '')}")
    return Line(f"{label_of(channel, 'channel', asking.context)}:", f"{'; '.join(parts)}.")


def _waits(channel: str, year: Period, asking: Asking) -> dict[str, float | None] | None:
    """Return the sums of waits of a year as they may be shown; None where none is recorded."""
    scope = Scope(year.first, year.last, Grain.YEAR, asking.filters.services, (channel,))
    try:
        frame = ask("contact_totals", bare(CATALOGUE["contacts"]), scope, asking.context).frame
    except CannotTellError:
        return None
    if frame.is_empty() or frame["calls_with_wait"].null_count() == frame.height:
        return None
    added = frame.select(pl.col(*WAITS, "seconds_to_answer").sum())
    sums_of = {"seconds_to_answer": "calls_with_wait"}
    shown = control(added, WAITS, asking.context.audience, is_small_area=False, sums_of=sums_of)
    return shown.drop("is_suppressed").row(0, named=True)


def _wait(sums: dict[str, float | None]) -> str:
    seconds, calls = sums["seconds_to_answer"], sums["calls_with_wait"]
    return format_in_full(seconds / calls, Unit.SECONDS) if seconds is not None and calls and calls >= FEWEST else ""


def _gave_up(sums: dict[str, float | None]) -> str:
    gave_up, calls = sums["calls_abandoned"], sums["calls_offered"]
    return format_value(gave_up / calls, Unit.SHARE) if gave_up is not None and calls and calls >= FEWEST else ""


def _was(before: str) -> str:
    return f" ({before} a year before)" if before else ""


def satisfaction_box(asking: Asking) -> Box:
    """Return the first question's score by channel, now and a year before; each is judged as everywhere."""
    title = "Satisfaction by channel"
    for question, promised in _questions(asking):
        told = [
            (channel.value, _score(replace(asking.filters, channels=(channel.value,)), promised, asking))
            for channel in Channel
        ]
        lines = tuple(Line(f"{label_of(key, 'channel', asking.context)}:", said) for key, said in told if said)
        if lines:
            label = promised.label
            name = question.label if label == question.label else f"{question.label}, {label[:1].lower()}{label[1:]}"
            return Box(title, (Line("Question:", f"“{question.words}” ({name})."), *lines))
    return Box(title, (Line("", "No survey answers by channel are recorded."),))


def score_lines(groups: Groups, asking: Asking) -> tuple[Line, ...]:
    """Return how satisfied the groups are that fell behind or whose contact fell, where they answered a survey."""
    if groups.attribute == DEPRIVATION:
        return ()
    wanted = dict.fromkeys(each.value for each in (*groups.behind, *groups.fewer))
    for question, promised in _questions(asking) if wanted else ():
        places = [(value, replace(asking.filters, attribute=groups.attribute, value=value)) for value in wanted]
        told = [(value.replace("_", " "), _score(place, promised, asking)) for value, place in places]
        lines = [Line(f"{question.label}, {value}:", said) for value, said in told if said]
        if lines and (everyone := _score(asking.filters, promised, asking)):
            return (*lines, Line(f"{question.label}, everyone:", everyone))
    return ()


def _questions(asking: Asking) -> Iterator[tuple[Question, PromisedMeasure]]:
    """Yield the questions asked in the year, each with its first score."""
    now = asking.filters.during(asking.years[1])
    for question in asking.context.council.questions:
        asked = asked_on(question, now)
        measures = measures_of(question, asked[0].scale if asked else question.scale, asking.context)
        if measures:
            yield question, measures[0]


def _score(filters: Filters, promised: PromisedMeasure, asking: Asking) -> str:
    """Return '+0.41 of 212 answers (+0.38 a year before).'; nothing where too few answered."""
    values = []
    for year in asking.years[::-1]:
        try:
            found = result_of(promised, filters.during(year), asking.context)
        except CannotTellError:
            return ""
        is_enough = found.value is not None and not found.measure.is_few(found.denominator)
        values.append((found.value, found.denominator, found.measure.unit) if is_enough else None)
    now, before = values
    if now is None:
        return ""
    was = "" if before is None else f" ({format_value(before[0], before[2])} a year before)"
    return f"{format_value(now[0], now[2])} of {now[1] or 0:,.0f} answers{was}."


def about_box(asking: Asking) -> Box:
    """Return what the phone and the counter are still needed for: the reasons most often recorded."""
    lines = tuple(line for channel in STAYED if (line := _reasons(channel, asking)) is not None)
    return Box("What the phone and the counter are still for", lines)


def _reasons(channel: str, asking: Asking) -> Line | None:
    year = asking.years[1]
    scope = Scope(year.first, year.last, Grain.YEAR, asking.filters.services, (channel,), "reason")
    try:
        asked = ask("contacts_online", bare(CATALOGUE["contacts"]), scope, asking.context, by_service=False)
    except CannotTellError:
        return None
    added = asked.frame.group_by("value").agg(pl.col("contacts").sum()).sort("value")
    shown = control(added, ["contacts"], asking.context.audience, is_small_area=True)
    known = shown.filter(pl.col("value") != UNKNOWN).drop_nulls("contacts")
    whole = known["contacts"].sum()
    if whole < FEWEST:
        return None
    top = known.sort("contacts", "value", descending=[True, False]).head(MOST_REASONS)
    said = ", ".join(
        f"{value} ({format_value(count / whole, Unit.SHARE, places=0)})"
        for value, count in top.select("value", "contacts").iter_rows()
    )
    return Line(f"{label_of(channel, 'channel', asking.context)}:", f"{said}, of {whole:,} with a reason.")
