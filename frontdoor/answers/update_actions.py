"""The annual update on actions: done in the year, done late, still late, dropped; and whose they are."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from frontdoor.answers.accountability_choices import View
from frontdoor.answers.labels import label_of
from frontdoor.answers.sentences import count_noun, listed
from frontdoor.answers.update_blocks import HEADLINE, Grid, GridRow, Part, Sentence
from frontdoor.answers.update_sources import REGISTER, Drafting, first_few, register_source
from frontdoor.measures.formatting import NOTHING, format_date
from frontdoor.register.actions import HeldAction, Status, action_history, actions

TITLE = "Actions done and late"
COLUMNS = ("Action", "Owner", "Due", "How it stands", "Should move", "Where it is from")
DONE, DONE_LATE, LATE, DROPPED, OPEN = "done", "done late", "late", "dropped", "open"
MOST_ROWS = 200
"""How many actions a paper lists; its sentences count all."""

ORDER = (LATE, DONE_LATE, OPEN, DROPPED, DONE)


@dataclass(frozen=True, slots=True)
class Standing:
    """An action of the year with how it stands, and the day on which it was entered as done or dropped (None: neither)."""

    action: HeldAction
    how: str
    ended: date | None


def actions_part(drafting: Drafting) -> Part:
    """Return the section, of what is entered today about actions due or ended in the year, or late since before."""
    found = sorted(
        standings(drafting), key=lambda each: (ORDER.index(each.how), each.action.entry.due_date or date.max)
    )
    link = drafting.page("Actions", "actions", View.ACTIONS)
    sentences = [Sentence(HEADLINE, headline_words(found, drafting), REGISTER)]
    if late := [each for each in found if each.how == LATE]:
        sentences.append(Sentence("late", f"**Late:** {first_few([_late(each) for each in late])}.", REGISTER))
    rows = tuple(_row(each, drafting) for each in found[:MOST_ROWS])
    note = f"{MOST_ROWS} of {len(found):,} are shown, late ones first." if len(found) > MOST_ROWS else ""
    grids = (Grid("actions", "Actions of the year", COLUMNS, rows, note),) if rows else ()
    return Part("actions", TITLE, tuple(sentences), grids, (register_source(drafting, link),), link)


def standings(drafting: Drafting) -> Iterator[Standing]:
    """Yield the actions of the year."""
    for action in actions(drafting.context.register):
        due = action.entry.due_date
        if not _may_be_of_the_year(action, drafting):
            continue
        each = _standing(action, drafting)
        is_of_the_year = any(day and drafting.year.first <= day <= drafting.year.last for day in (due, each.ended))
        if is_of_the_year or (each.how == LATE and due and due < drafting.year.first):
            yield each


def _may_be_of_the_year(action: HeldAction, drafting: Drafting) -> bool:
    """Return whether it is due in the year or could have ended in it, before its history is read."""
    due, year = action.entry.due_date, drafting.year
    is_open = action.entry.status not in (Status.DONE, Status.DROPPED)
    return is_open or bool(due and year.first <= due <= year.last) or _local(action.recorded_at, drafting) >= year.first


def headline_words(found: Sequence[Standing], drafting: Drafting) -> str:
    """Return '12 actions were due or done in 2025/26: 7 were done, 2 of them late, 3 are late and 2 are open.'."""
    if not found:
        return f"No action is entered as due or done in {drafting.year.label}."
    counts = Counter(each.how for each in found)
    done = counts[DONE] + counts[DONE_LATE]
    late = (
        f", {counts[DONE_LATE]:,} of them after {'its' if counts[DONE_LATE] == 1 else 'their'} day"
        if counts[DONE_LATE]
        else ""
    )
    said = [
        f"{done:,} {'was' if done == 1 else 'were'} done{late}",
        f"{counts[LATE]:,} {'is' if counts[LATE] == 1 else 'are'} late",
        *([f"{counts[OPEN]:,} {'is' if counts[OPEN] == 1 else 'are'} open"] if counts[OPEN] else []),
        *([f"{counts[DROPPED]:,} {'was' if counts[DROPPED] == 1 else 'were'} dropped"] if counts[DROPPED] else []),
    ]
    return f"{count_noun(len(found), 'action')} due or done in {drafting.year.label}: {listed(said)}."


def _standing(action: HeldAction, drafting: Drafting) -> Standing:
    entry, due = action.entry, action.entry.due_date
    if entry.status in (Status.DONE, Status.DROPPED):
        ended = _ended(action, drafting)
        is_late = entry.status is Status.DONE and due is not None and ended > due
        return Standing(action, DONE_LATE if is_late else DONE if entry.status is Status.DONE else DROPPED, ended)
    return Standing(action, LATE if action.is_overdue(drafting.today) else OPEN, None)


def _ended(action: HeldAction, drafting: Drafting) -> date:
    """Return the day on which it was first entered as it now stands, by the council's clocks."""
    versions = action_history(drafting.context.register, action.key)
    first = action
    for version in reversed(versions):
        if version.entry.status is not action.entry.status:
            break
        first = version
    return _local(first.recorded_at, drafting)


def _local(moment: datetime, drafting: Drafting) -> date:
    zone = ZoneInfo(drafting.context.council.time_zone)
    aware = moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo("UTC"))
    return aware.astimezone(zone).date()


def _row(each: Standing, drafting: Drafting) -> GridRow:
    entry = each.action.entry
    due = format_date(entry.due_date) if entry.due_date else "no day agreed"
    cells = (
        entry.title,
        entry.owner or "Nobody named",
        due,
        how_words(each),
        _moves(each, drafting),
        each.action.source or "entered by the council",
    )
    return GridRow(each.action.key, cells, REGISTER)


def how_words(each: Standing) -> str:
    """Return how an action stands in words, with its day."""
    if each.how == LATE:
        return f"**Late**, {each.action.entry.status}"
    if each.ended is None:
        return str(each.action.entry.status).capitalize()
    after = ", after its day" if each.how == DONE_LATE else ""
    return f"{'Dropped' if each.how == DROPPED else 'Done'}{after}, entered {format_date(each.ended)}"


def _moves(each: Standing, drafting: Drafting) -> str:
    key, service = each.action.entry.measure_key, each.action.entry.service
    labels = {promised.key: promised.label for promised in drafting.context.measures()}
    said = [labels.get(key, key.replace("_", " ").capitalize())] if key else []
    said += [label_of(service, "service", drafting.context)] if service else []
    return ", ".join(said) or NOTHING


def _late(each: Standing) -> str:
    due = each.action.entry.due_date
    return f"{each.action.entry.title} ({each.action.entry.owner or 'nobody named'}, due {format_date(due) if due else 'never'})"
