"""How many calls are the same person ringing again the same day, where a key shared between calls can tell."""

from dataclasses import dataclass, replace

from frontdoor.answers.asking import ask
from frontdoor.answers.context import Context, bare
from frontdoor.errors import CannotTellError
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.formatting import format_value
from frontdoor.measures.measure import Parameter
from frontdoor.schema.units import Unit
from frontdoor.strategy.dated import ALWAYS
from frontdoor.strategy.strategy import DatedValue, PromisedMeasure
from frontdoor.warehouse.asking import Asked
from frontdoor.warehouse.scope import Scope

FEWEST_LINKED = 20  # calls whose caller is known: fewer cannot tell a share
SAME_DAY = 0  # days until the next contact


@dataclass(frozen=True, slots=True)
class Redials:
    """The share (0 to 1) of calls taken off because the same person had rung that day, 0 where nobody can tell."""

    share: float
    words: str
    asked: tuple[Asked, ...] = ()


def redials_of(scope: Scope, calls: float, context: Context) -> Redials:
    """Return the share of the `calls` in `scope` that followed another contact of the same person and service that day."""
    try:
        asked = ask("follow_ups_within", _same_day(), scope, context)
    except CannotTellError:
        return from_counts(0, 0, calls)
    linked = int(asked.frame["dated_linked_contacts"].sum() or 0)
    return replace(from_counts(int(asked.frame["repeat_contacts"].sum() or 0), linked, calls), asked=(asked,))


def from_counts(repeats: int, linked: int, calls: float) -> Redials:
    """Return the share of `linked` calls that are `repeats`, and which share of `calls` it is known for."""
    if 0 < linked < FEWEST_LINKED:
        return Redials(
            0.0, f"The caller of only {linked} calls is known, too few to say who rang twice: nothing was taken off."
        )
    if linked == 0:
        return Redials(
            0.0, "Calls carry no key that tells callers apart, so nobody knows who rang twice: nothing was taken off."
        )
    share = repeats / linked
    known = format_value(min(linked / calls, 1.0) if calls else None, Unit.SHARE)
    return Redials(
        share,
        f"Who rings again the same day about the same service counts once: {format_value(share, Unit.SHARE)} of calls were "
        f"taken off, as among the {known} of calls whose caller is known.",
    )


def _same_day() -> PromisedMeasure:
    return replace(
        bare(CATALOGUE["repeat_contact"]), parameters={Parameter.WITHIN_DAYS: (DatedValue(ALWAYS, SAME_DAY),)}
    )
