"""What a shift of channels saved: what is usually claimed, what the evidence bears out, and what was turned into cash."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import isfinite


class Finding(StrEnum):
    """What may be said of a saving on contacts of a dearer channel."""

    SAVED = "saved"
    """The dearer channel fell below what would have come, beyond noise, and a contact moved is cheaper at every cost given."""
    DEPENDS_ON_COST = "depends_on_cost"
    """It fell beyond noise, but within the costs given moving a contact may save nothing."""
    WITHIN_NOISE = "within_noise"
    """It cannot be told apart from no change: no saving is claimed."""
    ROSE = "rose"
    """More came than would have: there is nothing to save."""
    CANNOT_TELL = "cannot_tell"
    """What would have come, or a unit cost, is not known."""


@dataclass(frozen=True, slots=True)
class Range:
    """A low, a central and a high value in one unit, in that order; ValueError otherwise."""

    low: float
    central: float
    high: float

    def __post_init__(self) -> None:
        if not all(isfinite(end) for end in (self.low, self.central, self.high)):
            raise ValueError(f"{self.low}, {self.central} and {self.high} are not all numbers.")
        if not self.low <= self.central <= self.high:
            raise ValueError(f"{self.low}, {self.central} and {self.high} are not in the order low, central, high.")

    def __add__(self, other: "Range") -> "Range":
        return Range(self.low + other.low, self.central + other.central, self.high + other.high)

    def __sub__(self, other: "Range") -> "Range":
        return Range(self.low - other.high, self.central - other.central, self.high - other.low)

    def __mul__(self, other: "Range") -> "Range":
        ends = [one * two for one in (self.low, self.high) for two in (other.low, other.high)]
        return Range(min(ends), self.central * other.central, max(ends))


NOTHING = Range(0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Saving:
    """Savings in pence over the weeks counted, each with the range its costs and contacts leave; None: not known.

    `claimed`: the usual claim, every contact more online counted as one call less. `claimed_net`: that less contacts that
    bounced. `borne_out`: contacts by which the dearer channel really fell, at the difference of the unit costs, with bounced
    contacts' second cost in it already, since their calls came. It is worth that much of people's time; `cashable`: the
    part of it that stopped being paid. `fell`: contacts.
    """

    finding: Finding
    claimed: Range | None
    claimed_net: Range | None
    fell: Range | None
    borne_out: Range | None
    cashable: Range | None


def unit_cost(low: float, central: float, high: float) -> Range:
    """Return the pence that a contact costs; ValueError below 0 or out of order."""
    if low < 0:
        raise ValueError(f"A unit cost is {low} pence. A contact costs nothing or something.")
    return Range(low, central, high)


def saving(
    moved: float,
    fell: Range | None,
    dearer: Range | None,
    cheaper: Range | None,
    *,
    bounced: Range | None = None,
    released: Range | None = None,
) -> Saving:
    """Return what moving contacts from the `dearer` to the `cheaper` channel (pence a contact) saved.

    `moved`: contacts by which the cheaper channel grew; `bounced`: how many of those ended in a call, None not
    known. `fell`: contacts fewer in the dearer channel than would have come (`counterfactual`), with its interval.
    `released` (0 to 1): what part of a dearer contact's cost somebody has stopped paying, such as posts given up;
    None: nobody has said, so `cashable` is not known. Interval arithmetic: each range holds every combination of its parts.
    ValueError for a cost below 0 or a share outside 0 to 1. Source: docs/decisions/0134.
    """
    _refuse_impossible(dearer, cheaper, released)
    if dearer is None or cheaper is None:
        return Saving(Finding.CANNOT_TELL, None, None, fell, None, None)
    difference = dearer - cheaper
    claimed = _times(moved) * difference
    net = None if bounced is None else (_times(moved) - bounced) * difference
    finding = _finding(fell, difference)
    if fell is None or finding is Finding.CANNOT_TELL:
        return Saving(finding, claimed, net, fell, None, None)
    if finding in (Finding.ROSE, Finding.WITHIN_NOISE):
        return Saving(finding, claimed, net, fell, NOTHING, NOTHING)
    return Saving(finding, claimed, net, fell, fell * difference, _cashable(fell, dearer, cheaper, released))


def worth(contacts: Sequence[float], costs: Sequence[Range]) -> Range:
    """Return what `contacts` by channel are worth at each channel's unit cost, in pence, with its range.

    The contacts are those of an effect, such as `volume` or `mix` of `volume_and_mix`, so some may be below 0. The sum is
    of ranges: it holds every combination of costs.
    """
    return sum((_times(number) * cost for number, cost in zip(contacts, costs, strict=True)), NOTHING)


def _finding(fell: Range | None, difference: Range) -> Finding:
    if fell is None:
        return Finding.CANNOT_TELL
    if fell.high < 0:
        return Finding.ROSE
    if fell.low <= 0:
        return Finding.WITHIN_NOISE
    return Finding.SAVED if difference.low > 0 else Finding.DEPENDS_ON_COST


def _cashable(fell: Range, dearer: Range, cheaper: Range, released: Range | None) -> Range | None:
    """Return what stopped being paid less what the contacts cost where they went; never below nothing."""
    if released is None:
        return None
    freed = fell * (dearer * released - cheaper)
    return Range(*(max(end, 0.0) for end in (freed.low, freed.central, freed.high)))


def _times(contacts: float) -> Range:
    return Range(contacts, contacts, contacts)


def _refuse_impossible(dearer: Range | None, cheaper: Range | None, released: Range | None) -> None:
    for cost in (dearer, cheaper):
        if cost is not None:
            unit_cost(cost.low, cost.central, cost.high)
    if released is not None and not 0 <= released.low <= released.high <= 1:
        raise ValueError(f"What is released is {released.low} to {released.high}. Give parts of a cost, from 0 to 1.")
