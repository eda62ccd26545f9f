"""How long live contacts wait: waits grow with load, have a long tail, and end when patience does."""

from dataclasses import dataclass, replace

import numpy as np

from sample_data.generator.arrays import Random, Real, chance, where_true
from sample_data.generator.congestion import congestion, easing
from sample_data.generator.days import day_number
from sample_data.generator.drafts import ABANDONED, ANSWERED, CALLED_BACK, Drafts
from sample_data.generator.profile import CHAT, VISIT, Step
from sample_data.generator.steps import step_of
from sample_data.generator.stretch import Stretch

CALLED_BACK_SHARE = 0.05  # of those who would give up, take the offer of a call back
_TAIL = 1 / 0.6  # Weibull shape 0.6: one in ten waits seven times the median or more
_REDIALS_DRAG = 0.005  # redials join the busiest half-hours and lower the level by about this
_LONGEST = (1_500.0, 2_700.0)  # seconds; a queue is cleared or closed by then
_RINGS = (3, 8)  # seconds the line rings before anyone can answer
_SHORTEST_PATIENCE = 3.0
_SCALE_WITHOUT_CALLS = 40.0
_NOISE_FROM_MONTH = 600  # January 2020, in months since 1970
_CHAT_WAIT, _VISIT_WAIT, _DESK_SPREAD = 32.0, 230.0, 0.8  # medians in seconds, spread of the logarithm
_CHATS_ABANDONED, _VISITS_ABANDONED = 0.04, 0.012


@dataclass(frozen=True, slots=True)
class Draws:
    """What chance gives each caller: a wait in units of the line's scale, patience and ringing, in seconds."""

    unit: Real
    patience: Real
    rings: Real


@dataclass(frozen=True, slots=True)
class Lines:
    """The telephone lines of a stretch: crowding by day and half-hour, and the scale of waits by service and step."""

    stretch: Stretch
    crowding: Real
    eased: Real
    scales: tuple[Real, ...]


def drawn(stretch: Stretch, size: int, random: Random) -> Draws:
    """Draw for `size` callers."""
    unit = np.maximum(random.standard_exponential(size) ** _TAIL, 1e-9)
    patience = _SHORTEST_PATIENCE + stretch.town.profile.patience_seconds * random.standard_exponential(size)
    return Draws(unit, patience, random.uniform(*_RINGS, size))


def lines_of(stretch: Stretch, calls: Drafts, draws: Draws) -> Lines:
    """Return lines on which every service meets its planted level for these calls."""
    crowding = congestion(stretch, calls)
    within = stretch.town.profile.answered_within
    limit = draws.patience if within is None else np.minimum(draws.patience, within + 1.0)
    at = (calls.day - stretch.first, calls.half_hour)
    reach = np.maximum(limit - draws.rings, 0.0) / (draws.unit * crowding[at])
    services = range(len(stretch.town.profile.services))
    scales = tuple(_calibrated(stretch, calls, reach, service) for service in services)
    return Lines(stretch, crowding, easing(stretch), scales)


def _calibrated(stretch: Stretch, calls: Drafts, reach: Real, index: int) -> Real:
    """Return, for each step of a service's levels, the scale at which that share of its calls is answered in time."""
    levels = stretch.town.profile.services[index].levels
    rows = where_true(calls.service == index)
    steps = step_of(levels, calls.day[rows])
    scales = np.full(len(levels), _SCALE_WITHOUT_CALLS)
    for step in np.unique(steps):
        here = rows[steps == step]
        scales[step] = np.quantile(reach[here], 1 - _planted_level(stretch, index, levels[int(step)], len(here)))
    return scales


def _planted_level(stretch: Stretch, index: int, step: Step, calls: int) -> float:
    """Return the level to meet: planted, plus chance and the month's wobble until the profile turns steady."""
    level = step.level + _REDIALS_DRAG
    if stretch.first >= day_number(stretch.town.profile.steady_from):
        return level
    noise = stretch.town.level_noise[stretch.month - _NOISE_FROM_MONTH]
    wobble = stretch.town.profile.monthly_wobble
    spread = np.sqrt(wobble**2 + level * (1 - level) / calls)
    return float(np.clip(level + spread * noise[index] + wobble * noise[-1], 0.02, 0.99))


def answered(lines: Lines, calls: Drafts, draws: Draws, random: Random) -> Drafts:
    """Answer or lose each call: it ends when an adviser is free or when patience is gone."""
    stretch = lines.stretch
    at = (calls.day - stretch.first, calls.half_hour)
    scale = np.empty(calls.size)
    for index, service in enumerate(stretch.town.profile.services):
        rows = where_true(calls.service == index)
        scale[rows] = lines.scales[index][step_of(service.levels, calls.day[rows])]
    unending = draws.rings + scale * lines.crowding[at] * lines.eased[at] * draws.unit
    wait = np.minimum(unending, random.uniform(*_LONGEST, calls.size))
    gave_up = wait > draws.patience
    rung_back = gave_up & chance(random, CALLED_BACK_SHARE, calls.size)
    ending = np.where(rung_back, CALLED_BACK, np.where(gave_up, ABANDONED, ANSWERED))
    waited = np.minimum(wait, draws.patience).astype(np.int64)
    return replace(calls, outcome=ending.astype(np.int64), waited=waited)


def desk_waits(drafts: Drafts, random: Random) -> Drafts:
    """Give chats and visits their waits; other channels are left alone."""
    waited, outcome = drafts.waited.copy(), drafts.outcome.copy()
    for channel, median, lost in ((CHAT, _CHAT_WAIT, _CHATS_ABANDONED), (VISIT, _VISIT_WAIT, _VISITS_ABANDONED)):
        rows = where_true(drafts.channel == channel)
        wait = median * np.exp(_DESK_SPREAD * random.standard_normal(len(rows)))
        waited[rows] = np.minimum(wait, _LONGEST[1])
        outcome[rows] = np.where(chance(random, lost, len(rows)), ABANDONED, ANSWERED)
    return replace(drafts, waited=waited, outcome=outcome)
