"""Keeps what an owner says of a figure beside the figure as it is; what contradicts the data is pointed out first."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from frontdoor.access.audience import Audience
from frontdoor.answers.commentary import NARROWED, about, can_be_said, known
from frontdoor.answers.commentary_doubts import Known, doubts
from frontdoor.answers.context import Context, open_context
from frontdoor.answers.targets_changing import Asking
from frontdoor.errors import AccessError, FrontdoorError
from frontdoor.register.commentary import comment, commentary_on
from frontdoor.strategy.strategy import PromisedMeasure

OFFICERS_ONLY = "Only performance officers write what is said of a figure."


@dataclass(frozen=True, slots=True)
class Written:
    """What somebody wrote of a measure: `seen` is the version they looked at, None where there was none."""

    key: str
    words: str
    author: str
    seen: int | None


def contradictions(asking: Asking, written: Written) -> tuple[str, ...]:
    """Return where the words contradict the data, a sentence each; none where a newer version must be read first."""
    context, promised = _opened(asking, written.key)
    latest = commentary_on(context.register, about(promised, asking.filters))
    if latest is not None and latest.id != written.seen:
        return ()  # writing it will say whose is newer
    return doubts(written.words, known(promised, asking.filters, context))


def write(asking: Asking, written: Written) -> str:
    """Keep the words beside the figure as it is now, and return what was done.

    Raises:
        FrontdoorError: no words, too many, a figure nothing is kept of, or somebody wrote since `seen`.
    """
    context, promised = _opened(asking, written.key)
    found = known(promised, asking.filters, context)
    now = asking.now.astimezone(ZoneInfo(context.council.time_zone))
    figure = figure_kept(found, doubts(written.words, found))
    place = about(promised, asking.filters)
    comment(context.register, place, written.words, figure, author=written.author, now=now, seen=written.seen)
    return f"Kept beside {promised.label}, {asking.filters.period.label}."


def figure_kept(found: Known, doubted: tuple[str, ...]) -> dict[str, object]:
    """Return the figure as it is kept: value, sums, target, state, data version, the year's prediction and any doubts."""
    result, heading = found.result, found.heading
    target = result.judgement.target
    return {
        "value": result.value,
        "numerator": result.numerator,
        "denominator": result.denominator,
        "target": target.value if target else None,
        "state": result.judgement.state.value,
        "generation": result.provenance.generation,
        "year_end": heading.value,
        "year_end_interval": list(heading.interval) if heading.interval else None,
        "year_end_state": heading.state.value,
        "doubts": list(doubted),
    }


def _opened(asking: Asking, key: str) -> tuple[Context, PromisedMeasure]:
    if asking.audience is not Audience.OFFICER:
        raise AccessError(OFFICERS_ONLY)
    if not can_be_said(asking.filters):
        raise FrontdoorError(NARROWED)
    context = open_context(asking.filters, asking.audience)
    return context, context.promised(key)
