"""What does the owner of a measure say about it? The words that stand, the figure they were written beside, and earlier versions."""

from collections.abc import Mapping
from dataclasses import dataclass

from frontdoor.access.audience import Audience
from frontdoor.answers.action_heading import state_words
from frontdoor.answers.action_year_end import heading
from frontdoor.answers.answer import Result
from frontdoor.answers.commentary_doubts import Known, doubts
from frontdoor.answers.context import Context, open_context
from frontdoor.answers.provenance import moment_words
from frontdoor.answers.result import result_of
from frontdoor.answers.result_words import value_words
from frontdoor.filters import Filters
from frontdoor.measures.formatting import format_date, format_value
from frontdoor.register.commentary import About, Commentary, commentary_history
from frontdoor.register.entries import author_words
from frontdoor.strategy.judgement import State
from frontdoor.strategy.strategy import PromisedMeasure

NARROWED = (
    "What is said of a figure is kept for the whole council or for one service. Take the other filters away to read or "
    "write it."
)
WANTED = "**Missed, and nobody has said why.**"


@dataclass(frozen=True, slots=True)
class Remark:
    """One version of a commentary: `then` is the figure as it was, `now` how it differs today ('' where it does not).

    `doubts` are the sentences its writer was shown and saved it all the same; `doubts_now` what contradicts what stands, as the
    data are now, where its writer was shown nothing.
    """

    words: str
    said_by: str
    then: str
    now: str
    doubts: tuple[str, ...]
    doubts_now: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CommentaryAnswer:
    """What is said of one measure and period: `remarks` newest first; `why_none` says why there can be none.

    `is_wanted`: the target is missed and nobody has said why. `owner` is who should.
    """

    figure: str
    owner: str
    remarks: tuple[Remark, ...]
    is_wanted: bool
    why_none: str = ""
    seen: int | None = None


def commentary(key: str, filters: Filters, audience: Audience) -> CommentaryAnswer:
    """Return what is said of the measure `key` in the period of `filters`."""
    context = open_context(filters, audience)
    promised = context.promised(key)
    if not can_be_said(filters):
        return CommentaryAnswer("", promised.owner, (), is_wanted=False, why_none=NARROWED)
    found = known(promised, filters, context)
    result = found.result
    versions = commentary_history(context.register, about(promised, filters))
    remarks = tuple(
        remark(each, found, audience, context.council.time_zone, is_last=each is versions[-1])
        for each in reversed(versions)
    )
    is_wanted = result.judgement.state is State.MISSED and not remarks
    seen = versions[-1].id if versions else None
    return CommentaryAnswer(now_words(result), promised.owner, remarks, is_wanted, seen=seen)


def can_be_said(filters: Filters) -> bool:
    """Return whether the filters name a figure that commentary is kept of: the whole council's or one service's."""
    return len(filters.services) <= 1 and not filters.channels and filters.attribute is None


def about(promised: PromisedMeasure, filters: Filters) -> About:
    """Return what is commented on under these filters."""
    return About(promised.key, filters.services[0] if filters.services else "", filters.period)


def known(promised: PromisedMeasure, filters: Filters, context: Context) -> Known:
    """Return what the data say of a measure under these filters."""
    result = result_of(promised, filters, context)
    return Known(result, heading(promised, result, filters, context))


def remark(kept: Commentary, found: Known, audience: Audience, time_zone: str, *, is_last: bool = True) -> Remark:
    """Return one version in words; the public reads when it was written and not by whom.

    A figure hidden from this audience today is not told from what was kept of it either.
    """
    result = found.result
    when = date_words(kept) if audience is Audience.PUBLIC else _entered(kept, time_zone)
    then = _then(kept.figure, result) if result.value is not None or audience is Audience.OFFICER else ""
    now = f"Now it is {now_words(result)}." if then and then != now_words(result) else ""
    marked = marked_with(kept) if then else ()
    standing = doubts(kept.words, found) if is_last and not marked else ()
    return Remark(kept.words, when, f"Written beside {then}." if then else "", now, marked, standing)


def marked_with(kept: Commentary) -> tuple[str, ...]:
    """Return the sentences that its writer was shown and kept the words all the same."""
    said = kept.figure.get("doubts")
    return tuple(str(each) for each in said) if isinstance(said, list) else ()


def now_words(result: Result) -> str:
    """Return the figure as it stands: '61.2% against at least 70%: missed'."""
    target = result.judgement.target
    return _figure_words(value_words(result), target.value if target else None, result.judgement.state, result)


def date_words(kept: Commentary) -> str:
    """Return the day a commentary was written."""
    return format_date(kept.recorded_at.date())


def _entered(kept: Commentary, time_zone: str) -> str:
    author = author_words(kept.author, is_verified=kept.author_is_verified)
    return f"{author}, {moment_words(kept.recorded_at, time_zone)}"


def _then(figure: Mapping[str, object], result: Result) -> str:
    value, target, state = (figure.get(name) for name in ("value", "target", "state"))
    goal = float(target) if isinstance(target, int | float) else None
    said = format_value(float(value) if isinstance(value, int | float) else None, result.measure.unit, against=goal)
    return _figure_words(said, goal, State(str(state)) if state in set(State) else State.NO_DATA, result)


def _figure_words(value: str, target: float | None, state: State, result: Result) -> str:
    against = f" against a target of {format_value(target, result.measure.unit)}" if target is not None else ""
    return f"{value}{against}: {state_words(state)}"
