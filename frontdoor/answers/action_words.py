"""The words of the view of actions: how many are overdue, the table of them, and one in full."""

from collections.abc import Mapping, Sequence
from datetime import date

from frontdoor.access.audience import Audience
from frontdoor.answers.accountability_choices import View
from frontdoor.answers.action_choices import NO_ACTION
from frontdoor.answers.action_listed import Listed, is_open
from frontdoor.answers.action_missed import Short
from frontdoor.answers.action_moved import NOT_BECAUSE, Moved
from frontdoor.answers.context import Context
from frontdoor.answers.provenance import moment_words
from frontdoor.answers.sentences import count_noun, listed
from frontdoor.answers.view_answer import Box, Line, Link, Row, Table
from frontdoor.measures.formatting import format_date
from frontdoor.register.actions import HeldAction, Status
from frontdoor.register.entries import FILES, author_words

PAGE, MEASURES = "actions", "measures"
COLUMNS = ("Action", "Owner", "Due", "For", "Should move", "Moved")
MEASURE_CELL = 4
HISTORY = ("Entered", "Status", "Due", "Owner", "Should move", "What changed")
WHOLE_COUNCIL = "Whole council"
LONGEST_NAMED = 3


def answer_words(held: Sequence[HeldAction], on: date) -> str:
    """Return '3 of 12 open actions are overdue.'."""
    still = sum(is_open(each) for each in held)
    late = sum(each.is_overdue(on) for each in held)
    if not held:
        return "No action is entered."
    if not still:
        return f"No action is open; {count_noun(len(held), 'action')} ended."
    if not late:
        return f"No action is overdue; {still:,} {'is' if still == 1 else 'are'} open."
    return f"{late:,} of {count_noun(still, 'open action')} {'is' if late == 1 else 'are'} overdue."


def lead_words(held: Sequence[HeldAction], short: Sequence[Short], on: date) -> str:
    """Return the action longest overdue, what is missed unexplained, and what has no dated action."""
    late = sorted((each for each in held if each.is_overdue(on)), key=lambda each: each.entry.due_date or on)
    said = [f"**Longest overdue:** {late[0].entry.title}, {_due(late[0], on)}, {_owner(late[0])}."] if late else []
    unsaid = [each.result.label for each in short if each.is_missed and not each.is_explained]
    said += [f"**Missed, and nobody has said why:** {_few(unsaid)}."] if unsaid else []
    undated = [each.result.label for each in short if not each.has_dated_action]
    said += [f"**Amber or red without a dated action:** {_few(undated)}."] if undated else []
    return " ".join(said)


def actions_table(found: Listed, moves: Mapping[str, Moved], labels: Mapping[str, str], on: date, title: str) -> Table:
    """Return one page of actions, each a link to itself in full and its measure a link to that measure's chart."""
    rows = tuple(_row(each, moves.get(each.key), labels, on) for each in found.shown)
    of = (
        f"Page {found.page} of {found.pages}; {count_noun(found.matching, 'action')} in all. "
        if found.pages > 1
        else ""
    )
    return Table(title, COLUMNS, rows, f"{of}{NOT_BECAUSE}", result_head="Status")


def _row(action: HeldAction, move: Moved | None, labels: Mapping[str, str], on: date) -> Row:
    entry = action.entry
    where = ", ".join(filter(None, (labels.get(entry.service, entry.service) or WHOLE_COUNCIL, entry.ward)))
    measure = labels.get(f"measure:{entry.measure_key}", entry.measure_key)
    due = format_date(entry.due_date) if entry.due_date else "No date"
    cells = (entry.title, entry.owner or "Nobody named", due, where, measure or "–", move.word if move else "–")
    return Row(
        cells,
        result=_status(action, on),
        link=action_link(action),
        links=((MEASURE_CELL, measure_link(measure, labels.get(entry.service, ""))),) if measure else (),
    )


def action_link(action: HeldAction) -> Link:
    """Return the way to one action in full."""
    return Link(action.entry.title, View.ACTIONS, (("action", action.key),), PAGE)


def measure_link(label: str, service: str = "") -> Link:
    """Return the way to a measure's own page, of one service where the action is of one."""
    query = (("measure", label), *((("service", service),) if service else ()))
    return Link(label, query=query, page=MEASURES)


def _status(action: HeldAction, on: date) -> str:
    """Return '**Overdue** by 12 days, under way', 'Planned', 'Done'."""
    entry = action.entry
    if not action.is_overdue(on) or entry.due_date is None:
        return entry.status.value.capitalize()
    return f"**Overdue** by {count_noun((on - entry.due_date).days, 'day')}, {entry.status.value}"


def in_full(action: HeldAction, move: Moved | None, labels: Mapping[str, str], on: date) -> Box:
    """Return everything entered of one action, and what its measure did since."""
    entry = action.entry
    service = labels.get(entry.service, entry.service)
    measure = labels.get(f"measure:{entry.measure_key}", entry.measure_key)
    lines = [
        Line("Status:", f"{_status(action, on)}."),
        Line("Owner:", f"{_owner(action)}."),
        Line("Due:", f"{format_date(entry.due_date) if entry.due_date else 'no date agreed'}."),
        Line("For:", f"{', '.join(filter(None, (service or WHOLE_COUNCIL, entry.ward)))}."),
        Line("Should move:", f"{measure or 'no measure is named'}."),
    ]
    lines += [Line(f"{move.word}:", move.words), Line("", NOT_BECAUSE)] if move else []
    lines += [Line("Note:", entry.note)] if entry.note else []
    lines += [Line("From the strategy’s own plan:", action.source)] if action.source else []
    links = (measure_link(measure, service if entry.service else ""),) if measure else ()
    return Box(entry.title, tuple(lines), (*links, Link("All actions", View.ACTIONS, (("action", NO_ACTION),), PAGE)))


def history_table(versions: Sequence[HeldAction], labels: Mapping[str, str], context: Context) -> Table:
    """Return every version of one action, newest first, with what changed; the public reads no names of those who entered."""
    before: list[HeldAction | None] = [None, *versions]
    rows = [
        Row((
            _entered(each, context), each.entry.status.value.capitalize(),
            format_date(each.entry.due_date) if each.entry.due_date else "No date", each.entry.owner or "Nobody named",
            labels.get(f"measure:{each.entry.measure_key}", each.entry.measure_key) or "–", changed_words(each, earlier),
        ))
        for each, earlier in zip(versions, before, strict=False)
    ]  # fmt: skip
    return Table("Every version of it", HISTORY, tuple(reversed(rows)))


def changed_words(action: HeldAction, before: HeldAction | None) -> str:
    """Return which parts of an action a version changed."""
    if before is None:
        return "Entered"
    named = {"title": "what is to be done", "owner": "owner", "due_date": "due date", "status": "status", "service": "service",
             "measure_key": "measure", "note": "note", "ward": "ward", "start_date": "first day"}  # fmt: skip
    parts = [words for field, words in named.items() if getattr(action.entry, field) != getattr(before.entry, field)]
    return listed(parts).capitalize()


def _owner(action: HeldAction) -> str:
    return action.entry.owner or "nobody named"


def _due(action: HeldAction, on: date) -> str:
    due = action.entry.due_date
    return f"due {format_date(due)}, {count_noun((on - due).days, 'day')} ago" if due else "no date"


def _entered(action: HeldAction, context: Context) -> str:
    if context.audience is Audience.PUBLIC:
        return format_date(action.recorded_at.date())
    who = (
        "read from files"
        if action.author == FILES
        else author_words(action.author, is_verified=action.author_is_verified)
    )
    return f"{moment_words(action.recorded_at, context.council.time_zone)}, {who}"


def _few(labels: Sequence[str]) -> str:
    """Return at most three names, and how many more there are."""
    named = [f"{label[:1].lower()}{label[1:]}" for label in labels[:LONGEST_NAMED]]
    more = len(labels) - len(named)
    return listed(named) if not more else f"{', '.join(named)} and {more} more"


def done(held: Sequence[HeldAction]) -> int:
    """Return how many actions are done."""
    return sum(each.entry.status is Status.DONE for each in held)
