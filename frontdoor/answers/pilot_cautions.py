"""What a committee must hear before it believes a pilot's result, in whole sentences."""

from collections.abc import Iterator

from frontdoor.answers.context import Context
from frontdoor.answers.pilot_found import OutcomeFound
from frontdoor.answers.pilot_series import TouchingEvent
from frontdoor.answers.sentences import count_noun
from frontdoor.measures.formatting import format_date
from frontdoor.register.pilot_plans import HeldPilot
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_verdict import FEWEST_WEEKS_TO_JUDGE

RETROSPECTIVE = (
    "This plan was entered on {day}, after the pilot had begun, so its outcomes may have been chosen by what was seen."
)
EDITED = (
    "The plan was changed {times} after the pilot had begun; the plan of {day} counts here, and the changes are shown."
)
NO_COMPARISON = "Nothing is compared with it: anything else that changed at the same time would look the same."
SHORT = "It lasts {weeks}: fewer than {fewest} show only large changes."
TOUCHED = "{label} ({day}) touched this and not what it is compared with."
TOUCHED_ALONE = "{label} ({day}) touched this too, and nothing is compared with it that shows how much that did."
OVERLAPS = "It ran at the same time and place as the pilot “{title}” ({first} to {last})."


def cautions_of(
    held: HeldPilot, outcomes: tuple[OutcomeFound, ...], planned_weeks: int, context: Context
) -> tuple[str, ...]:
    """Return the sentences, the gravest first, each once."""
    primary = next(found for found in outcomes if found.outcome is held.plan.primary)
    said = [*_of_the_plan(held, planned_weeks), *_of_the_primary(primary), *_overlaps(primary, context)]
    said += _notes(primary)
    others = (found for found in outcomes if found is not primary)
    said += [f"{found.outcome.label}: {note}" for found in others for note in _notes(found) if note not in said]
    return tuple(dict.fromkeys(said))


def _notes(found: OutcomeFound) -> tuple[str, ...]:
    return found.series.notes if found.series else ()


def _of_the_plan(held: HeldPilot, planned_weeks: int) -> Iterator[str]:
    if held.is_retrospective:
        yield RETROSPECTIVE.format(day=format_date(held.recorded_at.date()))
    after = [edit for edit in held.edits if edit.recorded_at.date() >= held.plan.first_day]
    if after:
        times = "once" if len(after) == 1 else f"{len(after)} times"
        yield EDITED.format(times=times, day=format_date(held.recorded_at.date()))
    if planned_weeks < FEWEST_WEEKS_TO_JUDGE:
        yield SHORT.format(weeks=count_noun(planned_weeks, "whole week"), fewest=FEWEST_WEEKS_TO_JUDGE)


def _of_the_primary(primary: OutcomeFound) -> Iterator[str]:
    series = primary.series
    if series is None:
        return
    if not series.labels:
        yield NO_COMPARISON
    if len(series.labels) == 1:
        yield Reason.ONE_COMPARISON.value
    for event in series.events:
        if event.is_confounding:
            yield _touched(event, is_compared=bool(series.labels))


def _touched(event: TouchingEvent, *, is_compared: bool) -> str:
    label = f"{event.label[:1].upper()}{event.label[1:]}"
    return (TOUCHED if is_compared else TOUCHED_ALONE).format(label=label, day=format_date(event.on_date))


def _overlaps(primary: OutcomeFound, context: Context) -> Iterator[str]:
    """Yield the other pilots that ran meanwhile and touched the primary outcome or what that is compared with."""
    if primary.series is None:
        return
    touching = {event.label for event in primary.series.events}
    for other in (held.plan for held in context.pilots()):
        if any(f"“{other.title}”" in label for label in touching):
            first, last = format_date(other.first_day), format_date(other.last_day)
            yield OVERLAPS.format(title=other.title, first=first, last=last)
