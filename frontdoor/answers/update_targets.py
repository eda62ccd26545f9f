"""The annual update on targets: which were changed in the year, which of them made easier, and what became of every TBA."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from frontdoor.answers.accountability_choices import View
from frontdoor.answers.sentences import count_noun, listed
from frontdoor.answers.target_words import age, phrase, tolerance_words
from frontdoor.answers.targets_held import HeldTarget, held_everywhere
from frontdoor.answers.targets_words import unset_words
from frontdoor.answers.threshold_words import easing_words
from frontdoor.answers.update_blocks import HEADLINE, Grid, GridRow, Part, Sentence
from frontdoor.answers.update_sources import REGISTER, Drafting, first_few, register_source
from frontdoor.measures.formatting import format_date
from frontdoor.strategy.history import easings, is_easier
from frontdoor.strategy.strategy import Target

TITLE = "Targets changed, and targets to be set"
CHANGED = ("Measure", "For", "From", "Before", "Since then", "Why", "Approved by")
UNSET = ("Measure", "For", "To be set since", "What became of it", "Owner")


@dataclass(frozen=True, slots=True)
class Changed:
    """One target that began in the year, and what it replaced (None: the first there was)."""

    held: HeldTarget
    before: Target | None
    now: Target

    @property
    def is_resolved(self) -> bool:
        """Return whether a number followed TBA."""
        return self.before is not None and self.before.value is None and self.now.value is not None

    @property
    def is_easier(self) -> bool:
        """Return whether it asks less than before, or a number was given up for TBA."""
        if self.before is None or self.before.value is None:
            return False
        return self.now.value is None or is_easier(self.now, self.before, self.held.better)


def targets_part(drafting: Drafting) -> Part:
    """Return the section."""
    held = [each for each in held_everywhere(drafting.context, drafting.on) if each.is_own]
    changed = list(changed_between(held, drafting.year.first, drafting.on))
    unset = [each for each in held if each.unset_since]
    link = drafting.page("Targets", "actions", View.TARGETS)
    sentences = [Sentence(HEADLINE, headline_words(changed, unset, drafting), REGISTER)]
    if eased := [each for each in changed if each.is_easier]:
        sentences.append(
            Sentence("easier", f"**Made easier:** {first_few([_easier(each) for each in eased])}.", REGISTER)
        )
    sentences += [Sentence(f"threshold-{key}", words, REGISTER) for key, words in _thresholds(drafting)]
    grids = (changes_grid(changed), _to_be_set(changed, unset))
    return Part(
        key="targets",
        title=TITLE,
        sentences=tuple(sentences),
        grids=tuple(each for each in grids if each.rows),
        sources=(register_source(drafting, link),),
        link=link,
    )


def headline_words(changed: Sequence[Changed], unset: Sequence[HeldTarget], drafting: Drafting) -> str:
    """Return how many targets were changed and made easier, how many TBAs were resolved, and how many are open."""
    moved = [each for each in changed if not each.is_resolved and each.before is not None]
    eased = sum(each.is_easier for each in moved)
    resolved = sum(each.is_resolved for each in changed)
    new = sum(each.before is None for each in changed)
    said = [
        f"{_were(len(moved), 'target')} changed{f', {eased} of them made easier' if eased else ''}",
        *([f"{_were(new, 'target')} stated for the first time"] if new else []),
        f"{_were(resolved, 'target')} set after being marked TBA",
    ]
    return f"In {drafting.year.label}: {listed(said)}. {_open(len(unset))} still to be set."


def _were(count: int, noun: str) -> str:
    return f"{count_noun(count, noun) if count else f'no {noun}'} {'was' if count <= 1 else 'were'}"


def _open(count: int) -> str:
    return f"{count_noun(count, 'target') if count else 'No target'} {'is' if count <= 1 else 'are'}"


def changed_between(held: Sequence[HeldTarget], first: date, last: date) -> Iterator[Changed]:
    """Yield every target that began in the year, by day."""
    found = [
        Changed(each, before, now)
        for each in held
        for before, now in zip((None, *each.history), each.history, strict=False)
        if first <= now.from_date <= last and not _is_the_councils(each, now)
    ]
    yield from sorted(found, key=lambda each: (each.now.from_date, each.held.name))


def _is_the_councils(held: HeldTarget, target: Target) -> bool:
    """Return whether a service's target is really the whole council's, in force before its own began."""
    return bool(held.service) and target not in [entry.target for entry in held.entries]


def _easier(changed: Changed) -> str:
    before, better = changed.before, changed.held.better
    assert before is not None, "only what replaced a number can be easier"
    change = f"from {phrase(before, better)} to {phrase(changed.now, better)}"
    if before.value == changed.now.value:
        change = f"more counts as close, {tolerance_words(changed.now)} and not {tolerance_words(before)}"
    return f"{changed.held.name[:1].lower()}{changed.held.name[1:]}, {change} on {format_date(changed.now.from_date)}"


def _thresholds(drafting: Drafting) -> Iterator[tuple[str, str]]:
    """Yield the thresholds made easier in the year, by measure."""
    for promised in drafting.context.measures():
        for easing in easings(promised, drafting.on):
            if easing.now.from_date >= drafting.year.first:
                yield promised.key, f"**Threshold made easier:** {promised.label}, {easing_words(easing)}."


def changes_grid(changed: Sequence[Changed]) -> Grid:
    """Return each change as a row: from when, what it was before and since, why, and who approved it."""
    rows = tuple(
        GridRow(
            f"{each.held.promised.key}-{each.held.service}-{each.now.from_date}",
            (
                each.held.promised.label,
                each.held.place,
                format_date(each.now.from_date),
                phrase(each.before, each.held.better) if each.before else "–",
                f"{phrase(each.now, each.held.better)}{'. **Made easier**' if each.is_easier else ''}",
                each.now.why or each.now.source or "–",
                each.now.approved_by or "not said",
            ),
            REGISTER,
        )
        for each in changed
    )
    note = "Of every period the target in force on its own last day is what it is judged by."
    return Grid("changed", "Targets that changed", CHANGED, rows, note)


def _to_be_set(changed: Sequence[Changed], unset: Sequence[HeldTarget]) -> Grid:
    rows = (*(_resolved(each) for each in changed if each.is_resolved), *(_still_open(each) for each in unset))
    return Grid("to-be-set", "Targets marked TBA", UNSET, rows)


def _resolved(each: Changed) -> GridRow:
    since = format_date(each.before.from_date) if each.before else "–"
    became = f"Set to {phrase(each.now, each.held.better)} from {format_date(each.now.from_date)}"
    return _tba(each.held, since, became)


def _still_open(held: HeldTarget) -> GridRow:
    since = held.unset_since or held.on
    return _tba(held, format_date(since), f"Still open: {unset_words(held) if held.owner else age(since, held.on)}")


def _tba(held: HeldTarget, since: str, became: str) -> GridRow:
    cells = (held.promised.label, held.place, since, became, held.owner or "Nobody named")
    return GridRow(f"{held.promised.key}-{held.service}", cells, REGISTER)
