"""What needs attention on the overview: targets made easier, targets still to be set, sources that are late."""

from datetime import date

from frontdoor.answers.accountability_choices import View
from frontdoor.answers.answer import Attention, Result
from frontdoor.answers.context import Context
from frontdoor.answers.freshness import late_sources
from frontdoor.answers.pilot_attention import pilots_attention
from frontdoor.answers.target_words import age, phrase
from frontdoor.answers.threshold_words import easing_words
from frontdoor.measures.formatting import format_date
from frontdoor.measures.measure import Parameter
from frontdoor.register.definition_changes import held_definitions
from frontdoor.register.duties import duties
from frontdoor.schema.units import Better
from frontdoor.strategy.history import easings
from frontdoor.strategy.judgement import State


def attention_of(results: tuple[Result, ...], context: Context, on: date) -> tuple[Attention, ...]:
    """Return each kind of thing that needs attention, as a count, the one that matters most and where to look."""
    found = (
        _lowered(results),
        _eased(results, context, on),
        _recording(results),
        _to_be_set(results, context, on),
        _late(context),
        _pending(context),
        pilots_attention(context),
    )
    return tuple(each for each in found if each is not None)


def _lowered(results: tuple[Result, ...]) -> Attention | None:
    lowered = [result for result in results if result.judgement.is_lowered]
    if not lowered:
        return None
    first = max(lowered, key=lambda result: result.judgement.target.from_date if result.judgement.target else date.min)
    verb = "lowered" if first.measure.better is Better.HIGHER else "made easier"
    return Attention(
        f"{_targets(len(lowered))} {_was(len(lowered))} {verb}:",
        _lowered_words(first),
        "Who and why",
        measure=first.label,
    )


def _lowered_words(result: Result) -> str:
    now, before = result.judgement.target, result.judgement.previous_target
    if now is None or before is None:
        return ""
    label = (result.short_label or result.label).lower()
    return f"{label}, {phrase(before, result.measure.better)} to {phrase(now, result.measure.better)}, on {format_date(now.from_date)}."


def _recording(results: tuple[Result, ...]) -> Attention | None:
    """Return the first measure that a channel coming or going overnight touches, shares between channels first."""
    counted = (each for each in results if not each.is_as_stated and Parameter.QUESTION not in each.measure.needs)
    touched = sorted((each for each in counted if each.caveats), key=lambda each: not each.measure.is_between_channels)
    if not touched:
        return None
    words = touched[0].caveats[0]
    return Attention("A change of recording, not of habit:", words, "See the measure", measure=touched[0].label)


def _to_be_set(results: tuple[Result, ...], context: Context, on: date) -> Attention | None:
    """Return the targets still to be set: how many, how many are overdue, the oldest and who sets it."""
    unset = [each for each in results if each.judgement.state is State.TO_BE_SET and not _is_set_later(each, context)]
    if not unset:
        return None
    first = min(unset, key=lambda result: result.judgement.to_be_set_since or on)
    named = duties(context.register)
    dues = [named[result.key, ""].due_date for result in unset if (result.key, "") in named]
    late = sum(due is not None and due < on for due in dues)
    duty = named.get((first.key, ""))
    owner = duty.owner if duty else first.owner
    said = f"Oldest: {age(first.judgement.to_be_set_since or on, on).removeprefix('TBA for ')}"
    return Attention(
        f"{_targets(len(unset))} {'are' if len(unset) > 1 else 'is'} still to be set{f', {late} overdue' if late else ''}.",
        f"{said}, {owner or 'nobody named to set it'}.",
        "Targets",
        page="actions",
        view=View.TARGETS,
    )


def _is_set_later(result: Result, context: Context) -> bool:
    """Say whether a number was set since, for days after those shown."""
    targets = context.targets(context.promised(result.key))
    return bool(targets) and targets[-1].value is not None


def _late(context: Context) -> Attention | None:
    late = late_sources(context)
    if not late:
        return None
    name, last = late[0]
    count = f"{len(late)} source{'s' if len(late) > 1 else ''}"
    return Attention(
        f"{count} {'are' if len(late) > 1 else 'is'} late.",
        f"{name}: last figures {format_date(last)}.",
        "Data",
        page="data",
    )


def _pending(context: Context) -> Attention | None:
    thresholds, definitions = context.register.pending_thresholds(), held_definitions(context.register).pending
    pending = (*context.register.pending(), *thresholds, *definitions)
    if not pending:
        return None
    count = len(pending)
    what = "to targets or definitions" if definitions else "to targets or thresholds" if thresholds else "to targets"
    return Attention(
        f"{count} change{'s' if count > 1 else ''} {what} wait{'' if count > 1 else 's'} for approval.",
        "A file differs from what was agreed; what was agreed stays in force.",
        "See and approve",
        page="actions",
        view=View.TARGETS,
    )


def _eased(results: tuple[Result, ...], context: Context, on: date) -> Attention | None:
    """Return the thresholds made easier within a year: 60% in 300 seconds is not 70% in 30 seconds."""
    eased = [(result, easing) for result in results for easing in easings(context.promised(result.key), on)]
    if not eased:
        return None
    first, easing = max(eased, key=lambda each: each[1].now.from_date)
    count = len(eased)
    return Attention(
        f"{count} threshold{' was' if count == 1 else 's were'} made easier:",
        f"{(first.short_label or first.label).lower()}, {easing_words(easing)}.",
        "See the measure",
        measure=first.label,
    )


def _targets(count: int) -> str:
    return f"{count} target{'' if count == 1 else 's'}"


def _was(count: int) -> str:
    return "was" if count == 1 else "were"
