"""Who does what by when, as a page of a pack: how many actions are late and by how long, those listed, and what has none."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from frontdoor.access.audience import Audience
from frontdoor.answers.action_choices import Choice, Which
from frontdoor.answers.action_listed import is_open
from frontdoor.answers.action_moved import NOT_BECAUSE
from frontdoor.answers.actions import ActionsHeld, actions_held, actions_view
from frontdoor.answers.sentences import count_noun
from frontdoor.answers.view_answer import Section, ViewAnswer
from frontdoor.packs.asked import Asked
from frontdoor.packs.local_day import day_of
from frontdoor.packs.pack import PackPage
from frontdoor.packs.template import Wanted
from frontdoor.packs.view_page import view_page
from frontdoor.register.actions import HeldAction

MOST_PAGES = 4
"""How many of the screen's pages of actions are listed; the facts count all."""

NONE_ENTERED = "No action is entered."
WHAT_TO_DO = (
    "Officers enter actions on the page “Actions”: what is to be done, by whom and when, and the measure it should move. "
    "Those of the strategy’s own plan come from the strategy’s file."
)
PUBLIC_PLAN = "The strategy has no published plan of actions yet."


def actions_page(wanted: Wanted, asked: Asked, address: str) -> PackPage:
    """Return the actions that an entry wants, late ones first, and the measures close or missed without any."""
    which = Which(wanted.view) if wanted.view else Which.OPEN
    day, held = day_of(asked), _wanted_ones(wanted, asked)
    view = _whole(which, asked, held)
    if not held.actions:
        view = replace(view, lead=_what_to_do(view.lead, asked.audience), facts=())
    key = "_".join(part for part in ("actions", which.name.lower() if wanted.view else "") if part)
    return view_page(key, replace(view, answer=title_words(held.actions, day, wanted.find)), asked, address)


def title_words(held: Sequence[HeldAction], day: date, find: str = "") -> str:
    """Return '3 of 12 open actions are late; the oldest by 61 days.'."""
    about = f" with “{find}”" if find else ""
    still = [each for each in held if is_open(each)]
    late = [each.entry.due_date for each in still if each.is_overdue(day) and each.entry.due_date]
    if not held:
        return NONE_ENTERED.replace(" is", f"{about} is")
    if not still:
        return f"No action{about} is open; {count_noun(len(held), 'action')} ended."
    if len(still) == 1:
        return f"The only open action{about} is {_late_by(late, day) if late else 'not late'}."
    if not late:
        return f"None of {count_noun(len(still), 'open action')}{about} is late."
    verb = "is" if len(late) == 1 else "are"
    return f"{len(late):,} of {count_noun(len(still), 'open action')}{about} {verb} {_late_by(late, day)}."


def _late_by(due: Sequence[date], day: date) -> str:
    """Return 'late; the oldest by 61 days'."""
    days = count_noun((day - min(due)).days, "day")
    return f"late; the oldest by {days}" if len(due) > 1 else f"late, by {days}"


def _what_to_do(lead: str, audience: Audience) -> str:
    """Return what would bring actions; the public reads only of the strategy's own plan."""
    return PUBLIC_PLAN if audience is Audience.PUBLIC else f"{lead} {WHAT_TO_DO}".strip()


def _wanted_ones(wanted: Wanted, asked: Asked) -> ActionsHeld:
    """Return the actions of the services and with the words that the entry wants, and every measure close or missed."""
    every, services = actions_held(asked.filters, asked.audience), asked.filters.services
    find = wanted.find.strip().lower()
    chosen = tuple(
        each
        for each in every.actions
        if (not services or each.entry.service in services)
        and find in f"{each.entry.title} {each.entry.owner} {each.entry.note} {each.entry.ward}".lower()
    )
    return replace(every, actions=chosen, short=() if find else every.short)


def _whole(which: Which, asked: Asked, held: ActionsHeld) -> ViewAnswer:
    """Return the view with as many rows as a reader of paper takes, in one table."""
    first = actions_view(asked.filters, asked.audience, asked.now, Choice(which), held)
    others = range(2, min(first.pages, MOST_PAGES) + 1)
    views = [first.view, *(actions_view(asked.filters, asked.audience, asked.now, Choice(which, page=page), held).view
                           for page in others)]  # fmt: skip
    table, *more = (view.sections[0].tables[0] for view in views)
    rows = (*table.rows, *(row for each in more for row in each.rows))
    cut = (
        f"The first {len(rows)} are listed, late ones first; the page “Actions” has all. "
        if first.pages > MOST_PAGES
        else ""
    )
    listed = Section(tables=(replace(table, rows=rows, note=f"{cut}{NOT_BECAUSE}"),)) if rows else Section()
    return replace(first.view, sections=(listed, *first.view.sections[1:]))
