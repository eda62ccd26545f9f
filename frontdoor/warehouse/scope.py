"""Which figures a question is asked of: dates, grain, services, channels and at most one attribute."""

from dataclasses import dataclass
from datetime import date

from frontdoor.periods import Grain


@dataclass(frozen=True, slots=True)
class Scope:
    """Local dates, both inclusive; empty services or channels are all; `value` None is every value of the attribute."""

    first: date
    last: date
    grain: Grain = Grain.MONTH
    services: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    attribute: str | None = None
    value: str | None = None
