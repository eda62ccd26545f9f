"""The strongest argument against what a pilot's rule gives, worked out from what was found, the strongest first."""

from collections.abc import Iterator
from dataclasses import dataclass

from frontdoor.answers.pilot_choices import View
from frontdoor.answers.pilot_cost import PilotCostFound
from frontdoor.answers.pilot_doubts import (
    HARDLY_BY_CHANCE,
    chance,
    confounded,
    disagreeing,
    edited,
    limited,
    no_comparison,
    written_late,
)
from frontdoor.answers.pilot_doubts_found import (
    cheaper_ways,
    dear,
    guards_failed,
    guards_unknown,
    may_be_small,
    moved_only,
    not_as_hoped,
)
from frontdoor.answers.pilot_found import PilotFound
from frontdoor.answers.pilot_hopes import may_have_helped, might_be_hidden, others_better, too_small_to_find, unsure
from frontdoor.answers.pilot_sensitivity_seen import SeenWays
from frontdoor.answers.pilot_verdict_criteria import Measures
from frontdoor.answers.view_answer import Box, Line, Link
from frontdoor.statistics.detectable_effect import Detectable
from frontdoor.statistics.pilot_verdict import Decision

TITLE = "The strongest argument against"
MOST = 3
"""Arguments told; the first is the strongest."""


@dataclass(frozen=True, slots=True)
class Case:
    """What an argument is worked out from; `could` is the smallest change the pilot could find."""

    found: PilotFound
    decision: Decision
    cost: PilotCostFound | None
    measures: Measures
    ways: SeenWays | None = None
    could: Detectable | None = None


def against_box(case: Case) -> Box:
    """Return the box: the strongest argument, then the next two."""
    return Box(TITLE, tuple(Line("", words) for words in arguments(case)[:MOST]), _links(case), is_quiet=True)


def arguments(case: Case) -> list[str]:
    """Return every argument against the verdict, the strongest first; there is always one."""
    chosen = for_going_on(case) if case.decision is Decision.STOP else against_going_on(case)
    told = [words for words in chosen if words]
    return [words for words in told if words != HARDLY_BY_CHANCE] or told


def against_going_on(case: Case) -> Iterator[str]:
    """Yield what speaks against a pilot that is to be extended, changed or run on."""
    found, cost, measures = case.found, case.cost, case.measures
    yield from confounded(found)
    yield written_late(found)
    if case.decision is not Decision.CHANGE:
        yield from guards_failed(found, measures)
        yield dear(cost)
    yield moved_only(found, cost)
    yield no_comparison(found)
    yield from limited(found)
    yield disagreeing(case.ways)
    yield from cheaper_ways(cost)
    yield from guards_unknown(found, measures)
    yield from not_as_hoped(found, measures)
    yield may_be_small(found, measures)
    yield edited(found)
    yield chance(found)


def for_going_on(case: Case) -> Iterator[str]:
    """Yield what speaks against stopping."""
    found, measures = case.found, case.measures
    yield from might_be_hidden(found)
    yield too_small_to_find(found, case.could, measures)
    yield may_have_helped(found, measures)
    yield from others_better(found, measures)
    yield no_comparison(found)
    yield disagreeing(case.ways)
    yield unsure(found)


def _links(case: Case) -> tuple[Link, ...]:
    pilot = (("pilot", case.found.held.plan.title),)
    links = [Link("Other ways to work it out", View.CHANGED.value, pilot, "pilots")]
    if case.found.displaced is not None:
        links.insert(0, Link("What only moved", View.MOVED.value, pilot, "pilots"))
    if case.cost and case.cost.alternatives:
        links.append(Link("Compare the costs", View.PEOPLE.value, pilot, "pilots"))
    return tuple(links)
