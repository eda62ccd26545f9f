"""One month of one council, from first contacts to the rows of an export."""

from dataclasses import dataclass, replace

import numpy as np

from sample_data.generator.arrays import Random, Whole, chance, where_true
from sample_data.generator.drafts import ANSWERED, NOT_CONTACT, REDIAL, Drafts, join, no_drafts
from sample_data.generator.follow_ups import bounces, chasers, passed_on, redials
from sample_data.generator.fresh import fresh_contacts
from sample_data.generator.profile import PHONE
from sample_data.generator.promises import replies, with_requests
from sample_data.generator.stretch import Stretch
from sample_data.generator.waits import answered, desk_waits, drawn, lines_of
from sample_data.generator.words import Notes, notes
from sample_data.planted import contacts as planted

_REQUESTS, _BOUNCES, _WAITS, _CHASERS, _REDIALS, _PASSED, _STAFF, _NOTES, _REPLIES = range(10, 19)
_REDIAL_TRIES = planted.REDIALS_THE_SAME_DAY / 0.985  # a few would ring back after closing and do not


@dataclass(frozen=True, slots=True)
class MonthOfContacts:
    """Rows of the month in time order with their notes and replies, and contacts still to come in later months."""

    drafts: Drafts
    notes: Notes
    replied_at: Whole
    carried: Drafts


def month_of_contacts(stretch: Stretch, carried: Drafts) -> MonthOfContacts:
    """Make one month; `carried` holds contacts of earlier months' customers that may fall in it."""
    first = fresh_contacts(stretch)
    is_call = first.channel == PHONE
    others = with_requests(
        stretch, desk_waits(first.take(~is_call), stretch.random(_WAITS + 100)), stretch.random(_REQUESTS), 0
    )
    later = join([carried, bounces(stretch, others, stretch.random(_BOUNCES))])
    due, waiting = _split(stretch, later)
    calls, chased, lost_to_later = _phone(stretch, join([first.take(is_call), due.take(due.channel == PHONE)]), others)
    others = join([others, due.take(due.channel != PHONE), chased])
    rows = join([calls, others, _staff_rows(calls, calls.size + others.size, stretch.random(_STAFF))])
    rows = rows.take(where_true(rows.day <= stretch.last)).in_time_order()
    return MonthOfContacts(
        rows,
        notes(stretch, rows, stretch.random(_NOTES)),
        replies(stretch, rows, stretch.random(_REPLIES)),
        join([waiting, lost_to_later]),
    )


def _split(stretch: Stretch, drafts: Drafts) -> tuple[Drafts, Drafts]:
    """Divide contacts into those due in the stretch and those still to come."""
    is_due = (drafts.day <= stretch.last) & (drafts.day >= stretch.first)
    return drafts.take(is_due), drafts.take(drafts.day > stretch.last)


def _phone(stretch: Stretch, calls: Drafts, others: Drafts) -> tuple[Drafts, Drafts, Drafts]:
    """Answer the month's calls; return all call rows, chasers by other channels, and chasers still to come."""
    random: Random = stretch.random(_WAITS)
    draws = drawn(stretch, calls.size, random)
    lines = lines_of(stretch, calls, draws)
    first = answered(lines, calls, draws, random)
    first = with_requests(stretch, first, stretch.random(_REQUESTS + 100), others.size)
    chasing, to_come = _split(stretch, chasers(stretch, join([first, others]), stretch.random(_CHASERS)))
    again = redials(stretch, first, _REDIAL_TRIES, stretch.random(_REDIALS))
    more = join([again, chasing.take(chasing.channel == PHONE)])
    more = answered(lines, more, drawn(stretch, more.size, random), random)
    marked, rest = passed_on(stretch, join([first, more]), planted.CALLS_PASSED_ON, stretch.random(_PASSED))
    return join([marked, rest]), chasing.take(chasing.channel != PHONE), to_come


def _staff_rows(calls: Drafts, contacts: int, random: Random) -> Drafts:
    """Return rows that are not customer contact: test calls and calls made by staff, timed like real ones."""
    answered = where_true((calls.outcome == ANSWERED) & (calls.origin != REDIAL))
    if not len(answered):
        return no_drafts()
    copies = calls.take(answered[chance(random, planted.NOT_CONTACT * contacts / len(answered), len(answered))])
    nothing = np.full(copies.size, -1, dtype=np.int64)
    blank = dict.fromkeys(("customer", "case", "promised_day", "completed_at", "conversation"), nothing)
    origin = np.full(copies.size, NOT_CONTACT, dtype=np.int64)
    return replace(copies, origin=origin, **blank)
