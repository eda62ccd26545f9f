"""Who does what by when, and did it move what it should? Every action, one in full, and what is missed without any."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from frontdoor.access.audience import Audience
from frontdoor.answers.action_choices import Choice, Which
from frontdoor.answers.action_listed import Listed, is_open, listed, readable
from frontdoor.answers.action_marks import begun
from frontdoor.answers.action_missed import Short, short_of
from frontdoor.answers.action_short_words import said_box, short_table, unsaid_box
from frontdoor.answers.action_shown import Shown, labels_of, shown_in_full
from frontdoor.answers.action_words import actions_table, answer_words, done, lead_words
from frontdoor.answers.context import open_context
from frontdoor.answers.feedback_answer import Fact
from frontdoor.answers.freshness import freshness_of
from frontdoor.answers.view_answer import Section, ViewAnswer
from frontdoor.filters import Filters
from frontdoor.measures.formatting import format_date
from frontdoor.register.actions import HeldAction, actions

QUESTION = "Who does what by when, and did it move what it should?"
NO_SUCH = "There is no action called “{key}”; the list below holds those there are."
TITLES = {
    Which.OPEN: "Open actions, overdue first",
    Which.OVERDUE: "Overdue actions",
    Which.ENDED: "Actions done or dropped",
    Which.ALL: "All actions, overdue first",
}


@dataclass(frozen=True, slots=True)
class ActionsAnswer:
    """The view, how many pages of actions there are, and the action chosen (None: none)."""

    view: ViewAnswer
    pages: int
    chosen: HeldAction | None


@dataclass(frozen=True, slots=True)
class ActionsHeld:
    """Every action with its first day, and the measures that are close or missed: the same on every page of the list."""

    actions: tuple[HeldAction, ...]
    short: tuple[Short, ...]


def actions_held(filters: Filters, audience: Audience) -> ActionsHeld:
    """Return what every page of the actions is made of."""
    context = open_context(filters, audience)
    held = begun(readable(actions(context.register), audience), context)
    return ActionsHeld(held, short_of(filters, context, held))


def actions_view(
    filters: Filters, audience: Audience, now: datetime, choice: Choice, all_held: ActionsHeld
) -> ActionsAnswer:
    """Return the view of actions on the council's day of `now`: a page of them, and one in full where it is chosen."""
    context = open_context(filters, audience)
    today = now.astimezone(ZoneInfo(context.council.time_zone)).date()
    held, short = all_held.actions, all_held.short
    chosen = next((each for each in held if each.key == choice.key), None)
    found = listed(held, choice, filters.services, today)
    shown = Shown(filters, context, today, labels_of(context))
    moves = {each.key: move for each in found.shown if (move := shown.moved(each))}
    missing = (NO_SUCH.format(key=choice.key[:60]),) if choice.key and not chosen else ()
    view = ViewAnswer(
        question=QUESTION,
        answer=answer_words(held, today),
        lead=lead_words(held, short, today),
        basis=f"Actions as they stand on {format_date(today)}; figures of {filters.period.label}.",
        sections=(
            *(shown_in_full(chosen, shown) if chosen else ()),
            Section(tables=(actions_table(found, moves, shown.labels, today, _title(choice, found)),)),
            *_short(short),
        ),
        freshness=freshness_of(context),
        provenance=None,
        notes=missing,
        facts=_facts(held, short, today),
    )
    return ActionsAnswer(view, found.pages, chosen)


def _short(short: tuple[Short, ...]) -> tuple[Section, ...]:
    """Return what is amber or red without a dated action, and what is missed unexplained, each where there is any."""
    table = short_table(short)
    boxes = tuple(box for box in (unsaid_box(short), said_box(short)) if box.lines)
    return (Section(tables=(table,) if table.rows else (), boxes=boxes),) if table.rows or boxes else ()


def _title(choice: Choice, found: Listed) -> str:
    words = f", with “{choice.find.strip()}”" if choice.find.strip() else ""
    return f"{TITLES[choice.which]}{words}" if found.matching else f"{TITLES[choice.which]}{words}: none"


def _facts(held: tuple[HeldAction, ...], short: tuple[Short, ...], today: date) -> tuple[Fact, ...]:
    still = [each for each in held if is_open(each)]
    undated = sum(each.entry.due_date is None for each in still)
    unowned = sum(not each.entry.owner for each in still)
    unsaid = sum(each.is_missed and not each.is_explained for each in short)
    bare = sum(not each.has_dated_action for each in short)
    return (
        Fact("Overdue", f"{sum(each.is_overdue(today) for each in still):,}", f"of {len(still):,} open actions"),
        Fact("Open", f"{len(still):,}", f"{undated:,} without a date, {unowned:,} without an owner"),
        Fact("Done", f"{done(held):,}", f"of {len(held):,} ever entered"),
        Fact("Amber or red, no dated action", f"{bare}", f"of {len(short)} measures close or missed"),
        Fact("Missed, nobody said why", f"{unsaid}", "commentary is required when a target is missed"),
    )
