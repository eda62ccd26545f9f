"""Both axes of a picture together: where a place falls, told in values or as a share of the plot."""

from dataclasses import dataclass

from frontdoor.packs.svg.axis import Axis
from frontdoor.packs.svg.settings import chosen


@dataclass(frozen=True, slots=True)
class Axes:
    """Both axes; a place that is told on 'paper' is a share of the plot, from the left and from the bottom."""

    across: Axis
    down: Axis

    def x(self, value: object, reference: str) -> float:
        return _pixel(self.across, value, reference, "x")

    def y(self, value: object, reference: str) -> float:
        return _pixel(self.down, value, reference, "y")


def _pixel(axis: Axis, value: object, reference: str, own: str) -> float:
    chosen("place", reference, frozenset((own, "paper")))
    if reference == own:
        return axis.pixel(value)
    if not isinstance(value, int | float):
        raise TypeError(f"No share of a plot: {value!r}")
    return axis.start + value * (axis.end - axis.start)
