"""What people of a fictional council enter beside targets and actions: events, sign-offs, words of the annual update."""

from collections.abc import Callable
from datetime import date

from frontdoor.access.audience import Audience
from frontdoor.answers.update_actions import actions_part
from frontdoor.answers.update_ahead import ahead_part, events_part
from frontdoor.answers.update_blocks import figures_of
from frontdoor.answers.update_made import Asking, drafting_of
from frontdoor.answers.update_targets import targets_part
from frontdoor.commands.sample_entries import Act, Names
from frontdoor.errors import FrontdoorError
from frontdoor.periods import Period, Span, add_months, month_end
from frontdoor.register.annual_updates import section_words, write_section
from frontdoor.register.sign_offs import SignOffAct, confirm, reopen, sign_offs
from frontdoor.strategy.entry import Entry

NO_DATA_VERSION = 0

SECTIONS = {"actions": actions_part, "targets": targets_part, "ahead": ahead_part, "events": events_part}
"""Sections that are worked out from the register alone; the others ask so much of the figures that a sample would take long."""


def event(entry: Entry, names: Names) -> Callable[[Act], None]:
    """Return the entering of something that happened."""
    day, label, services = names.day(entry, "day"), entry.text("label"), names.services(entry)
    return lambda act: _ignored(act.register.add_event(day, label, services, act.author, act.now))


def withdrawal(entry: Entry, names: Names) -> Callable[[Act], None]:
    """Return the withdrawal of an event that was wrong."""
    day, label = names.day(entry, "day"), entry.text("label")

    def do(act: Act) -> None:
        (wrong,) = (each for each in act.register.events(day, day) if each.label == label)
        act.register.withdraw_event(wrong.id, act.author, act.now)

    return do


def sign_off(entry: Entry, names: Names) -> Callable[[Act], None]:
    """Return the confirming or reopening of a source's month, or of each month `since`, at the data version in force."""
    source, what, why = entry.text("source"), entry.choice("act", SignOffAct, "act"), entry.text("why", "")
    last = names.month(entry)
    months = [last] if not entry.has("since") else _months(names.month(entry, "since"), last)

    def act_on(month: Period, act: Act) -> None:
        held = [each for each in sign_offs(act.register) if (each.source, each.first_day) == (source, month.first)]
        seen = held[-1].id if held else None
        generation, by = act.home.current() or NO_DATA_VERSION, act.author
        if what is SignOffAct.CONFIRMED:
            confirm(act.register, source, month, generation, author=by, now=act.now, seen=seen, why=why)
        else:
            reopen(act.register, source, month, generation, why, author=by, now=act.now, seen=seen)

    def do(act: Act) -> None:
        for month in months:
            act_on(month, act)

    return do


def _months(first: Period, last: Period) -> list[Period]:
    """Return every month from the first to the last, both inclusive."""
    count = (last.first.year - first.first.year) * 12 + last.first.month - first.first.month
    starts = [add_months(first.first, step) for step in range(count + 1)]
    return [Period(start, month_end(start), Span.MONTH) for start in starts]


def update_words(entry: Entry, names: Names) -> Callable[[Act], None]:
    """Return the writing of a section of the annual update of the year that begins on `year`, beside its numbers as they are."""
    first_day, words = names.day(entry, "year"), entry.text("words")
    section = entry.name_in("section", tuple(SECTIONS), "section")

    def do(act: Act) -> None:
        figures = _figures(act, first_day, section)
        held = section_words(act.register, first_day).get(section)
        seen = held.id if held else None
        write_section(act.register, first_day, section, words, figures, author=act.author, now=act.now, seen=seen)

    return do


def _figures(act: Act, first_day: date, section: str) -> dict[str, str]:
    """Return the numbers of a section as they stand; none where the sample is too short to reach that year."""
    asking = Asking(act.home.council.key, None, Audience.OFFICER, act.now, first_day.year)
    try:
        return figures_of(SECTIONS[section](drafting_of(asking)))
    except FrontdoorError:
        return {}


def _ignored(_number: int) -> None:
    """Drop the number of a row that nobody asks for."""
