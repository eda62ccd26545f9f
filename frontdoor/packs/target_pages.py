"""Are the targets what was agreed? Every target as a page of a pack: which were changed, made easier, or are still to be set."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from frontdoor.answers.context import open_context
from frontdoor.answers.sentences import count_noun
from frontdoor.answers.targets import first_to_look_at, targets
from frontdoor.answers.targets_held import HeldTarget, held_everywhere
from frontdoor.answers.update_targets import Changed, changed_between, changes_grid
from frontdoor.answers.view_answer import Row, Section, Table, ViewAnswer
from frontdoor.packs.asked import Asked
from frontdoor.packs.local_day import day_of
from frontdoor.packs.pack import PackPage
from frontdoor.packs.template import Wanted
from frontdoor.packs.view_page import view_page

YEAR = timedelta(days=365)
"""How far back changes of targets are listed: as long as an easier one is flagged."""

AS_THE_COUNCIL = "Without a row of its own a service is held to the whole council’s target."
NONE_STATED = (
    "Targets stand in the strategy’s file, or officers enter them on the page “Actions”, under “Targets”: the value with its "
    "unit, from when, why, who approved it and where."
)


def targets_page(wanted: Wanted, asked: Asked, address: str) -> PackPage:
    """Return every target in force, those changed within a year, and one in full: the one named, else one made easier."""
    context = open_context(asked.filters, asked.audience)
    day = day_of(asked)
    held = held_everywhere(context, day, asked.filters.services)
    key, service = _in_full(wanted, held)
    view = replace(
        targets(asked.filters, asked.audience, asked.now, key, service), notes=()
    )  # the pack prints the digest once
    if not any(each.now for each in held):
        return view_page("targets", _none(view, len(held)), asked, address)
    return view_page("targets", _for_paper(view, held, day), asked, address)


def _none(view: ViewAnswer, measures: int) -> ViewAnswer:
    """Return what is said where no target is stated, of measures that there are."""
    of = f" for any of {measures} measures" if measures else ""
    return replace(view, answer=f"No target is stated{of}.", lead=NONE_STATED, sections=view.sections[:1], facts=())


def _in_full(wanted: Wanted, held: Sequence[HeldTarget]) -> tuple[str, str]:
    """Return the measure and service of the target shown in full; '' where there is none."""
    if wanted.measure:
        return wanted.measure, ""
    eased = next((each for each in held if each.given_up), None)
    first = eased or first_to_look_at(tuple(held))
    return (first.promised.key, first.service) if first else ("", "")


def _for_paper(view: ViewAnswer, held: Sequence[HeldTarget], day: date) -> ViewAnswer:
    """Return the view with the changes of the year before its table, and without what only a screen can do."""
    sections = [replace(each, tables=tuple(map(_table, each.tables))) for each in view.sections]
    own = [each for each in held if each.is_own]
    changed = [each for each in changed_between(own, day - YEAR, day) if each.before is not None]
    if not changed:
        return replace(view, sections=tuple(sections))
    title = f"{title_words(changed)} {view.answer}"
    return replace(view, answer=title, sections=(sections[0], _changed(changed), *sections[1:]))


def title_words(changed: Sequence[Changed]) -> str:
    """Return '7 targets were changed within a year, 3 of them made easier.'."""
    eased = sum(each.is_easier for each in changed)
    easier = f", {eased} of them made easier" if eased and len(changed) > 1 else ", and made easier" if eased else ""
    return (
        f"{count_noun(len(changed), 'target')} {'was' if len(changed) == 1 else 'were'} changed within a year{easier}."
    )


def _table(table: Table) -> Table:
    """Return a table of targets without the sentence about the filters of a screen."""
    return replace(table, note=AS_THE_COUNCIL) if table.note.startswith(AS_THE_COUNCIL[:20]) else table


def _changed(changed: Sequence[Changed]) -> Section:
    """Return the targets that began within a year before the day; the first a measure ever had are no change."""
    grid = changes_grid(changed)
    rows = tuple(Row(row.cells) for row in grid.rows)
    return Section(tables=(Table("Targets changed within a year", grid.columns, rows, grid.note),))
