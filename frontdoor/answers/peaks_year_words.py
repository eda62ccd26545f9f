"""What is said of the year: its busiest day, the day after a bank holiday, what events did and what will come again."""

from dataclasses import dataclass
from datetime import date

from frontdoor.answers.demand_nouns import about, weekday_date
from frontdoor.answers.peaks_choices import View
from frontdoor.answers.peaks_week_words import day_after_words, number_words, times_words
from frontdoor.answers.peaks_year_ahead import Coming, DayAhead
from frontdoor.answers.peaks_year_events import Effect
from frontdoor.answers.sentences import listed
from frontdoor.answers.view_answer import Box, Line, Link
from frontdoor.measures.formatting import MINUS, format_date, format_value
from frontdoor.schema.units import Unit
from frontdoor.statistics.day_after_holiday import DayAfter

CHRISTMAS = (12, 24)  # month and day from which Christmas week is like no other
ONCE = "If one of them comes again, put its date in the council file."


@dataclass(frozen=True, slots=True)
class Extremes:
    """The busiest and the quietest open day of the year, with their contacts, and what an average open day brings."""

    busiest: tuple[date, float, str]
    quietest: tuple[date, float, str]
    average: float


def answer_words(extremes: Extremes, after: DayAfter | None, noun: str) -> str:
    """Return 'The day after a bank holiday brings 23% more calls; the busiest was Tuesday 7 April 2026.'."""
    busiest = weekday_date(extremes.busiest[0])
    if after is None or not after.is_beyond_noise:
        count = number_words(extremes.busiest[1], noun)
        return f"{busiest} was the busiest day: {count}, {_times(extremes)} the average open day."
    more = f"{_percent(after.ratio - 1)} {'more' if after.ratio > 1 else 'fewer'} {noun}"
    return f"The day after a bank holiday brings {more}; the busiest day was {busiest}."


def headline_words(extremes: Extremes, noun: str) -> str:
    """Return the headline of the picture, under 55 characters."""
    return f"{format_date(extremes.busiest[0])} was busiest: {number_words(extremes.busiest[1], noun)}"


def sentence_words(extremes: Extremes, noun: str) -> str:
    """Return the takeaway of the picture: the busiest and the quietest day beside the average."""
    busiest, quietest = extremes.busiest, extremes.quietest
    return (
        f"An average open day brings {number_words(extremes.average, noun)}. {weekday_date(busiest[0])} was the busiest "
        f"with {format_value(busiest[1], Unit.COUNT)}, {weekday_date(quietest[0])} the quietest with "
        f"{format_value(quietest[1], Unit.COUNT)}."
    )


def days_box(extremes: Extremes, after: DayAfter | None, noun: str) -> Box:
    """Return the box of days that are not like others."""
    lines = [
        Line("Busiest:", _day_said(extremes.busiest, noun, f", {_times(extremes)} the average open day")),
        Line("Quietest open day:", _day_said(extremes.quietest, noun, "")),
        Line("An average open day:", f"{number_words(extremes.average, noun)}."),
    ]
    said = "too few bank holidays are recorded to say." if after is None else day_after_words(after, noun)
    lines.append(Line("The day after a bank holiday:", said))
    return Box("Days not like the others", tuple(lines))


def events_box(effects: tuple[Effect, ...], labels: dict[str, str], noun: str) -> Box:
    """Return what came after each event over what was expected; `labels` of services by key."""
    lines = [
        Line(f"{effect.event.label}, {format_date(effect.event.on_date)}:", effect_words(effect, labels, noun))
        for effect in effects
    ]
    empty = Line("", "No event is in the council file or the register for this year and choice.")
    return Box("What came after events", tuple(lines) or (empty,))


def effect_words(effect: Effect, labels: dict[str, str], noun: str) -> str:
    """Return '312 more calls a day in Waste than expected, up 30% (12% to 45%), over 28 open days.'."""
    where = _where(effect, labels)
    if effect.is_recorded_otherwise:
        return f"can’t tell{where}: something was recorded otherwise about that time."
    if effect.extra is None or effect.share is None:
        return f"can’t tell{where}: too little is held before it, or too few open days after it."
    percents = f"{_signed(effect.share[0])} ({_signed(effect.share[1])} to {_signed(effect.share[2])})"
    over = f"over its first {effect.days} open days"
    if not effect.is_beyond_noise:
        return f"no change beyond noise{where}: {percents} against what was expected, {over}."
    number = extra_words(effect, labels, noun)
    return f"{number} than expected, {percents}, {over}. Other things may have changed with it."


def holidays_box(days: tuple[DayAhead, ...], after: DayAfter | None, noun: str) -> Box:
    """Return what the days after the bank holidays of the coming year will bring."""
    lines = tuple(Line(f"{weekday_date(day.on_date)}:", _ahead_said(day, after, noun)) for day in days)
    links = (Link("The next 8 weeks, day by day", view=View.FORECAST),)
    return Box("Days after bank holidays, the next 12 months", lines, links)


def dates_box(events: tuple[Coming, ...], last_time: dict[str, str], clocks: tuple[tuple[date, bool], ...]) -> Box:
    """Return the events and changes of the clocks to come; `last_time` says what came after an event, by its label."""
    coming = [
        Line(f"{each.label}:", _coming_said(each, last_time.get(each.label, ""))) for each in events if each.expected
    ]
    others = [each for each in events if each.expected is None]
    once = [f"{each.label} ({listed([format_date(day) for day in each.came[-2:]])})" for each in others]
    if once:
        coming.append(Line("At no known time of year:", f"{listed(once)}. {ONCE}"))
    turned = [
        Line(f"{weekday_date(day)}:", f"clocks go {'forward' if is_forward else 'back'} an hour.")
        for day, is_forward in clocks
    ]
    none = [Line("", "No event has come at the same time of year twice, and none is dated ahead.")]
    return Box("Other dates, the next 12 months", (*(coming or none), *turned))


def extra_words(effect: Effect, labels: dict[str, str], noun: str) -> str:
    """Return '61 more calls a day (37 to 83) in Council tax', '' where it is not beyond noise."""
    if effect.extra is None or not effect.is_beyond_noise:
        return ""
    extra, *ends = effect.extra
    low, high = (about(end) for end in sorted(abs(end) for end in ends))
    return (
        f"{about(abs(extra))} {'more' if extra > 0 else 'fewer'} {noun} a day ({low} to {high}){_where(effect, labels)}"
    )


def _ahead_said(day: DayAhead, after: DayAfter | None, noun: str) -> str:
    said = f"after {day.holiday}"
    if (day.on_date.month, day.on_date.day) >= CHRISTMAS:
        return f"{said}, in Christmas week, which is not like other weeks."
    if after is None or not after.is_beyond_noise or day.usual is None:
        return f"{said}."
    expected, low, high = (about(day.usual * each) for each in (after.ratio, after.lower, after.upper))
    return f"{said}; about {expected} {noun} ({low} to {high}), where such a day usually has {about(day.usual)}."


def _coming_said(coming: Coming, last_time: str) -> str:
    then = f" Last time {last_time}." if last_time else ""
    assert coming.expected is not None
    when = weekday_date(coming.expected)
    if coming.is_dated:
        return f"on {when}, as put in the council file or the register.{then}"
    came = listed([format_date(day) for day in coming.came[-2:]])
    return f"expected in the week of {when}, as it came on {came}. Put the date in when it is known.{then}"


def _where(effect: Effect, labels: dict[str, str]) -> str:
    return f" in {listed([labels.get(name, name) for name in effect.services])}" if effect.services else ""


def _day_said(day: tuple[date, float, str], noun: str, then: str) -> str:
    on_date, count, note = day
    return f"{weekday_date(on_date)}, {number_words(count, noun)}{then}{f' ({note})' if note else ''}."


def _times(extremes: Extremes) -> str:
    return times_words(extremes.busiest[1] / extremes.average)


def _percent(share: float) -> str:
    return format_value(abs(share), Unit.SHARE, places=0)


def _signed(share: float) -> str:
    said = _percent(share)
    return said if said == "0%" else f"{MINUS if share < 0 else '+'}{said}"
