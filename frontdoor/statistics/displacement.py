"""Which share of an added hour's contacts only moved there from other times, with an interval that may have no end."""

from dataclasses import dataclass

import numpy as np

from frontdoor.statistics.arrays import Booleans, Floats
from frontdoor.statistics.autoregressive_fit import autoregressive_fit
from frontdoor.statistics.interrupted_series import filled, model_of
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_weeks import Design, PilotWeeks

SIGNIFICANT = 0.05
FIRST_REACH, GROWTH, ROUNDS = 2.0, 3.0, 6  # shares from -2 to 3 are looked at first
STEPS = 201
ZOOMS, POINTS_OF_A_ZOOM = 3, 33  # to 1/32,768 of a step


@dataclass(frozen=True, slots=True)
class Displacement:
    """The `share` of the added hour's contacts that only moved, 95% interval `lower` to `upper` (None: without end).

    Not clipped: below 0 the window gained too, above 1 it lost more than came. `added`: contacts in the added hour;
    `new`: added times (1 - share), `new_lower` and `new_upper` likewise. `can_tell`: the interval has both ends.
    """

    share: float | None
    lower: float | None
    upper: float | None
    added: float

    @property
    def can_tell(self) -> bool:
        return self.lower is not None and self.upper is not None

    @property
    def new(self) -> float | None:
        return None if self.share is None else self.added * (1 - self.share)

    @property
    def new_lower(self) -> float | None:
        return None if self.upper is None else self.added * (1 - self.upper)

    @property
    def new_upper(self) -> float | None:
        return None if self.lower is None else self.added * (1 - self.lower)


def displacement(
    added: Floats, window: Floats, control: Floats, weeks: PilotWeeks, *, has_trend: bool = False
) -> Displacement | Reason:
    """Return the share of `added` (weeks,) that came from `window`, `control` showing what the window would have been.

    Weekly sums: `added` contacts in the added hour (0 before), `window` those at the times they could come from, `control`
    those at other times. "Add-back": shares s whose effect on window - r control + s added is not excluded at 5%, with r
    the window over the control before the pilot. `has_trend` where parallel trends fail. Source: docs/decisions/0144.
    """
    rest = _without_usual(window, control, weeks)
    if isinstance(rest, Reason):
        return rest
    known = ~np.isnan(rest) & ~np.isnan(added)
    came = np.where(weeks.is_pilot & known, np.nan_to_num(added), 0.0)
    if not came.any():
        return Reason.NOTHING_ADDED
    model = model_of(np.where(known, rest, np.nan), weeks, has_trend=has_trend)
    if isinstance(model, Reason):
        return model
    return _set_of_shares(_Search(filled(np.where(known, rest, np.nan)), came, model), float(came.sum()))


@dataclass(frozen=True, slots=True)
class _Search:
    """The series without the added contacts, those contacts, and the model of both."""

    rest: Floats
    came: Floats
    model: Design

    def at(self, shares: Floats) -> tuple[Floats, Booleans]:
        """Return the effect at each share, and whether it is left possible; a series without errors excludes all but 0."""
        found = autoregressive_fit(self.rest + shares[:, None] * self.came, self.model.columns).effect(
            self.model.contrast
        )
        return found.effect, np.asarray(found.p >= SIGNIFICANT, dtype=np.bool_)

    @property
    def is_open(self) -> bool:
        """Return whether the added contacts alone show no effect, so that no share at all can be excluded."""
        alone = autoregressive_fit(self.came[None], self.model.columns).effect(self.model.contrast)
        return bool(alone.p[0] >= SIGNIFICANT)


def _without_usual(window: Floats, control: Floats, weeks: PilotWeeks) -> Floats | Reason:
    """Return the window less what the control leads one to expect of it."""
    before = ~weeks.is_pilot & ~np.isnan(window) & ~np.isnan(control)
    if not before.any():
        return Reason.NO_BASELINE
    if not control[before].sum() > 0:
        return Reason.NO_CONTROL
    return np.asarray(window - window[before].sum() / control[before].sum() * control, dtype=np.float64)


def _set_of_shares(search: _Search, added: float) -> Displacement:
    reach = FIRST_REACH
    for _ in range(ROUNDS):
        shares = np.linspace(-reach, reach + 1, STEPS)
        effects, possible = search.at(shares)
        turn = np.flatnonzero((effects[:-1] < 0) & (effects[1:] >= 0))
        if turn.size and not possible[0] and not possible[-1]:
            break
        reach *= GROWTH
    share = _crossing(search, shares[turn[0]], shares[turn[0] + 1]) if turn.size else None
    inside = np.flatnonzero(possible)
    if search.is_open:
        return Displacement(share, None, None, added)
    if not inside.size:
        return Displacement(share, share, share, added)
    first, last = int(inside[0]), int(inside[-1])
    lower = _end(search, shares[first - 1], shares[first]) if first else None
    upper = _end(search, shares[last + 1], shares[last]) if last + 1 < STEPS else None
    return Displacement(share, lower, upper, added)


def _crossing(search: _Search, low: float, high: float) -> float:
    """Return the share with effect 0 between `low` (below 0) and `high`."""
    for _ in range(ZOOMS):
        shares = np.linspace(low, high, POINTS_OF_A_ZOOM)
        place = int(np.argmax(search.at(shares)[0] >= 0)) or POINTS_OF_A_ZOOM - 1
        low, high = float(shares[place - 1]), float(shares[place])
    return (low + high) / 2


def _end(search: _Search, outside: float, inside: float) -> float:
    """Return the last possible share between one that is excluded and one that is not."""
    for _ in range(ZOOMS):
        shares = np.linspace(outside, inside, POINTS_OF_A_ZOOM)
        place = int(np.argmax(search.at(shares)[1])) or POINTS_OF_A_ZOOM - 1
        outside, inside = float(shares[place - 1]), float(shares[place])
    return inside
