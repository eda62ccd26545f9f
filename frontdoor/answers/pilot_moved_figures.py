"""The pictures of what only moved: the pilot's days by half-hour, other weekdays, other channels, seen less expected."""

from collections.abc import Sequence

import polars as pl

from frontdoor.answers.context import Context
from frontdoor.answers.pilot_changed_effects import change_cell
from frontdoor.answers.pilot_changed_signed import between, signed
from frontdoor.answers.pilot_derived import day_words
from frontdoor.answers.pilot_effect_words import level_words
from frontdoor.answers.pilot_found import PilotFound, State
from frontdoor.answers.pilot_moved_changes import Moved
from frontdoor.answers.pilot_moved_weeks import Change
from frontdoor.answers.pilot_source import series_source
from frontdoor.answers.sentences import listed
from frontdoor.figure import Figure, Kind
from frontdoor.measures.formatting import NOTHING
from frontdoor.measures.times_of_day import span_words
from frontdoor.schema.units import Better, Unit
from frontdoor.statistics.count_per_opening import CountPerOpening
from frontdoor.statistics.displacement import Displacement
from frontdoor.strategy.pilot_plan import Aim, PilotPlan

MOST = 0.5
SCHEMA = {"label": pl.String, "value": pl.Float64, "low": pl.Float64, "high": pl.Float64, "is_added": pl.Boolean}
BY_HALF_HOUR = (
    "Seen less expected in an average week of the pilot. What was closed before is counted each time it was open. The other half-hours "
    "are held against the rest of the same days, as the share that only moved is; whiskers are {sure}. One half-hour by itself says little."
)
BY_PLACE = (
    "Seen less expected in an average week of the pilot, expected from the weeks before; whiskers are {sure}. What else changed at the "
    "same time is in it too. As so many are looked at, one counts as changed only where p is below 0.05 divided by their number."
)


def half_hour_figure(found: PilotFound, moved: Moved, context: Context) -> Figure | None:
    """Return the pilot's days by half-hour; None where no hour was added or none is counted by time of day."""
    plan = found.held.plan
    if plan.added is None or not any(each.effect for each in moved.half_hours):
        return None
    return _figure(
        "pilot-moved-half-hours",
        moved.half_hours,
        headline=_headline(found),
        subtitle=f"{day_words(plan.added)} by half-hour, contacts seen less expected, average week",
        sentence=_sentence(found, moved, plan),
        definition=BY_HALF_HOUR.format(sure=moved.sure),
        source=_source(moved, context),
        key_words=(*_key_words(found, plan), f"{moved.sure} range"),
    )


def elsewhere_figures(moved: Moved, context: Context) -> tuple[Figure, ...]:
    """Return other weekdays and other channels, where there are any."""
    source = _source(moved, context)
    kinds = (("weekdays", moved.weekdays, "Other weekdays"), ("channels", moved.channels, "Other channels"))
    made = []
    for key, changes, noun in kinds:
        if any(each.effect for each in changes):
            words = changed_words(changes, moved)
            made.append(
                _figure(
                    f"pilot-moved-{key}", changes, headline=f"{noun}: {words}",
                    subtitle=f"{noun}, contacts a week, seen less expected", sentence=_each_words(changes, noun, moved),
                    definition=BY_PLACE.format(sure=moved.sure), source=source, key_words=("", "Seen less expected", f"{moved.sure} range"),
                )
            )  # fmt: skip
    return tuple(made)


def changed_words(changes: Sequence[Change], moved: Moved) -> str:
    """Return 'no real change', or how many changed beyond chance."""
    clear = [each.label for each in changes if moved.is_real(each)]
    if not clear:
        return "no real change"
    return f"{listed(clear)} changed" if len(clear) <= 2 else f"{len(clear)} of {len(changes)} changed"


def _each_words(changes: Sequence[Change], noun: str, moved: Moved) -> str:
    """Return what became of each that changed beyond chance, and that the others did not."""
    clear = [each for each in changes if moved.is_real(each)]
    said = [f"{each.label} {change_cell(each.effect, Unit.COUNT)} a week" for each in clear if each.effect]
    level = [each.label for each in changes if each.effect and each not in clear]
    others = f"{listed(level)}: no change beyond chance." if level else ""
    return " ".join(part for part in (f"{noun}: {listed(said)}." if said else "", others) if part)


def _figure(key: str, changes: Sequence[Change], *, headline: str, subtitle: str, sentence: str, definition: str, source: str,
            key_words: tuple[str, ...]) -> Figure:  # fmt: skip
    rows = [
        (
            each.label,
            *((each.effect.value, each.effect.low, each.effect.high) if each.effect else (None,) * 3),
            each.is_added,
        )
        for each in changes
    ]
    return Figure(
        key=key, kind=Kind.STEPS, frame=pl.DataFrame(rows, SCHEMA, orient="row"), unit=Unit.COUNT, better=Better.NEITHER,
        headline=headline, subtitle=subtitle, sentence=sentence, definition=definition, table=_table(changes, key_words[-1]),
        provenance=source, key_words=key_words, notes=_unknown(changes),
    )  # fmt: skip


def _table(changes: Sequence[Change], head: str) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "Where": [each.label for each in changes],
            "Change a week": [signed(each.effect.value, Unit.COUNT) if each.effect else NOTHING for each in changes],
            head: [between(each.effect, Unit.COUNT) if each.effect else NOTHING for each in changes],
            "Note": ["closed before" if each.is_added else each.why for each in changes],
        }
    )


def _unknown(changes: Sequence[Change]) -> tuple[str, ...]:
    gone = [f"{each.label}: {each.why}" for each in changes if each.effect is None]
    return (f"Not drawn: {'; '.join(gone)}",) if gone else ()


def _headline(found: PilotFound) -> str:
    told = found.displaced
    if found.state is State.RUNNING:
        return "Too early to say how many only moved there"
    if not isinstance(told, Displacement) or not told.can_tell or told.lower is None or told.upper is None:
        return "How many only moved there can’t be told"
    if told.lower > MOST:
        return "Most of the new hour’s contacts only moved"
    return (
        "Most of the new hour’s contacts were new"
        if told.upper < MOST
        else "Some of the new hour’s contacts only moved"
    )


def _sentence(found: PilotFound, moved: Moved, plan: PilotPlan) -> str:
    added, gone = _key_words(found, plan)
    weekdays, channels = changed_words(moved.weekdays, moved), changed_words(moved.channels, moved)
    parts = [f"{added}; {gone[:1].lower()}{gone[1:]}."]
    parts += [f"Other weekdays: {weekdays}."] if moved.weekdays else []
    parts += [f"Other channels: {channels}."] if moved.channels else []
    return " ".join((*parts, "Moving them was the aim." if plan.aim is Aim.MOVE else "Moving them was not the aim."))


def _key_words(found: PilotFound, plan: PilotPlan) -> tuple[str, str]:
    """Return '41 in the new hour' and '28 fewer from 9am to 11am (20 to 36)'."""
    opening = found.opening
    added = (
        f"{level_words(opening.mean, Unit.COUNT)} in the new hour"
        if isinstance(opening, CountPerOpening)
        else "The new hour"
    )
    told, window = found.displaced, plan.moved_from.window if plan.moved_from else None
    if not isinstance(told, Displacement) or told.share is None or not isinstance(opening, CountPerOpening):
        return added, "Seen less expected"
    ends = [None if share is None else share * opening.mean for share in (told.lower, told.upper)]
    low, high = ("no limit" if end is None else signed(-end, Unit.COUNT) for end in (ends[1], ends[0]))
    where = (
        f" from {span_words(window.from_half_hour, window.before_half_hour)}"
        if window
        else " where they could come from"
    )
    return added, f"{signed(-told.share * opening.mean, Unit.COUNT)}{where} ({low} to {high})"


def _source(moved: Moved, context: Context) -> str:
    series = next((each.series for each in (moved.day, moved.week) if each and each.series), None)
    return series_source(series, context) if series else ""
