"""The words of the page of targets: how many are set, which were made easier, which wait, and what is in force since when."""

from collections.abc import Sequence

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context
from frontdoor.answers.provenance import moment_words
from frontdoor.answers.sentences import count_noun
from frontdoor.answers.target_words import age, phrase, tolerance_words
from frontdoor.answers.targets_held import HeldTarget, entered_by
from frontdoor.answers.threshold_words import easing_words
from frontdoor.answers.view_answer import Row, Table
from frontdoor.measures.formatting import format_date, format_value
from frontdoor.register.target_changes import TargetEntry
from frontdoor.schema.units import Better
from frontdoor.strategy.history import easings
from frontdoor.strategy.strategy import Target

COLUMNS = ("Measure", "For", "In force", "Since", "Close", "Owner", "Source")
HISTORY = ("From", "Target", "Before", "Why", "Approved", "Entered")
LONGEST_SOURCE = 60


def answer_words(held: Sequence[HeldTarget], waiting: int) -> str:
    """Return '6 of 9 targets are set, 2 are still to be set and 1 change waits for approval.'."""
    own = [each for each in held if each.is_own]
    if not own:
        return "No target is stated."
    is_set = [each for each in own if each.now and each.now.value is not None]
    unset = sum(each.unset_since is not None for each in own)
    parts = [f"{len(is_set)} of {count_noun(len(own), 'target')} {'is' if len(is_set) == 1 else 'are'} set"]
    parts += [f"{unset} {'is' if unset == 1 else 'are'} still to be set"] if unset else []
    parts += [f"{count_noun(waiting, 'change')} {'waits' if waiting == 1 else 'wait'} for approval"] if waiting else []
    return f"{', '.join(parts[:-1])}{' and ' if parts[1:] else ''}{parts[-1]}."


def lead_words(held: Sequence[HeldTarget]) -> str:
    """Return what was made easier within a year, and the oldest target still to be set with who sets it until when."""
    eased = [each for each in held if each.given_up and each.is_own]
    said = [f"**Made easier within a year:** {'; '.join(easier_words(each) for each in eased)}."] if eased else []
    unset = sorted(
        (each for each in held if each.unset_since and each.is_own), key=lambda each: each.unset_since or each.on
    )
    if unset:
        said.append(f"**Longest to be set:** {_lower(unset[0].name)}, {unset_words(unset[0])}.")
    return " ".join(said) or "None was made easier within a year, and none is still to be set."


def easier_words(held: HeldTarget) -> str:
    """Return 'calls answered, from at least 80% to at least 70% on 1 April 2026'."""
    before, now = held.given_up, held.now
    if before is None or now is None:
        return ""
    change = f"from {phrase(before, held.better)} to {phrase(now, held.better)}"
    if before.value == now.value:
        change = f"more counts as close, {tolerance_words(now)} and not {tolerance_words(before)}"
    return f"{_lower(held.name)}, {change} on {format_date(now.from_date)}"


def taken_back_words(held: HeldTarget) -> tuple[str, ...]:
    """Return 'Calls answered, at least 90% from 1 April 2027, was taken back on 2 May 2026 for at least 80%' of each."""
    return tuple(
        f"{held.name}, {phrase(before.target, held.better)} from {format_date(before.target.from_date)}, was taken back on "
        f"{format_date(after.recorded_at.date())} for {_with_band(after.target, held.better)}"
        for before, after in held.taken_back
    )


def unset_words(held: HeldTarget) -> str:
    """Return 'TBA for 39 months, to be set by Jo Smith by 1 December 2026' or who is missing."""
    said = age(held.unset_since or held.on, held.on)
    due = held.duty.due_date if held.duty else None
    owner = f"to be set by {held.owner}" if held.owner else "nobody is named to set it"
    until = "" if not held.owner else f" by {format_date(due)}" if due else ", no day agreed"
    return f"{said}, {owner}{until}{', which is past' if due and due < held.on else ''}"


def targets_table(held: Sequence[HeldTarget], context: Context) -> Table:
    """Return every target: what is in force, since when, how near counts as close, whose it is and where it is from."""
    note = "Without a row of its own a service is held to the whole council’s target. Choose services in the filters to list theirs too."
    return Table("Targets in force", COLUMNS, tuple(_row(each, context) for each in held), note, result_head="To know")


def _row(held: HeldTarget, context: Context) -> Row:
    now = held.now
    where = phrase(now, held.better) if now else "No target"
    if held.unset_since:
        where = age(held.unset_since, held.on)
    since = format_date(now.from_date) if now else "–"
    close = tolerance_words(now).capitalize() if now and now.value is not None else "–"
    cells = (held.promised.label, held.place, where, since, close, held.owner or "Nobody named", _source(held))
    return Row(cells, result=_flag(held, context))


def _source(held: HeldTarget) -> str:
    if not held.is_own:
        return "As the whole council"
    if held.now is None:
        return "–"
    said = held.now.approved_by or held.now.source or "not said"
    return said if len(said) <= LONGEST_SOURCE else f"{said[:LONGEST_SOURCE]}…"


def _flag(held: HeldTarget, context: Context) -> str:
    """Return what a reader must know of a target: made easier, threshold made easier, due or overdue, changing soon."""
    said = []
    if held.given_up and held.now:
        before = format_value(held.given_up.value, held.unit)
        is_band = held.given_up.value == held.now.value
        said.append(f"**Made easier:** {'a wider band' if is_band else f'{before} before'}")
    if not held.service:
        eased = easings(context.promised(held.promised.key), held.on)
        said += [f"**Threshold made easier** {easing_words(each)}" for each in eased]
    if held.duty and held.duty.due_date and held.unset_since:
        late = held.duty.due_date < held.on
        said.append(f"{'**Overdue:** was due' if late else 'Due'} {format_date(held.duty.due_date)}")
    said += [f"{phrase(each, held.better).capitalize()} from {format_date(each.from_date)}" for each in held.coming[:1]]
    return ". ".join(said)


def history_table(held: HeldTarget, context: Context) -> Table:
    """Return every target ever entered here, newest first: from when, what it replaced, why, who approved and entered it."""
    before: list[Target | None] = [None, *(entry.target for entry in held.entries)]
    rows = [
        Row(
            (
                format_date(entry.target.from_date),
                _with_band(entry.target, held.better),
                _with_band(earlier, held.better) if earlier else "–",
                entry.target.why or entry.target.source or "–",
                _approved(entry) or "–",
                f"{moment_words(entry.recorded_at, context.council.time_zone)}, {entered_by(entry)}"
                if context.audience is not Audience.PUBLIC
                else format_date(entry.recorded_at.date()),
            )
        )
        for earlier, entry in zip(before, held.entries, strict=False)
    ]
    note = "Nothing here is ever overwritten. Of two from one day the later entered stands; earlier periods keep the target they were judged by."
    return Table(f"Every change of the target: {_lower(held.name)}", HISTORY, tuple(reversed(rows)), note)


def _approved(entry: TargetEntry) -> str:
    """Return who approved a target and where: 'Cabinet, 1 December 2026, item 7'."""
    by, where = entry.target.approved_by, entry.approved_where
    return where if where.startswith(by) else ", ".join(part for part in (by, where) if part)


def _with_band(target: Target, better: Better) -> str:
    said = phrase(target, better)
    return f"{said}, close {tolerance_words(target)}" if target.tolerance else said


def _lower(name: str) -> str:
    return f"{name[:1].lower()}{name[1:]}"
