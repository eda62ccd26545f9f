"""How many callers are in the system at each moment of a day: every number with its chance."""

import numpy as np

from frontdoor.statistics.arrays import Floats
from frontdoor.statistics.queue_day import QueueDay
from frontdoor.statistics.shift_ends import without_leavers
from frontdoor.statistics.uniformised import Jump, advance


def callers_through_day(day: QueueDay, moments: Floats) -> tuple[list[Floats], Floats]:
    """Return the chances of 0, 1, 2, ... callers by half-hour (moments x days x states), and the mean queue at its end."""
    chances = np.zeros((len(day.agents), day.states))
    chances[:, 0] = 1
    callers, at_end, state = [], np.empty(day.arriving.shape), np.arange(day.states)
    for half_hour, on_duty in enumerate(day.agents[:, :-1].T):
        if half_hour:
            chances = without_leavers(chances, day.agents[:, half_hour - 1], on_duty)
        busy, waiting = np.minimum(state, on_duty[:, None]), np.maximum(state - on_duty[:, None], 0)
        down = busy * day.answering[:, half_hour, None] + waiting * day.leaving
        up = np.where(state < day.states - 1, day.arriving[:, half_hour, None], 0.0)
        rate = max(float((up + down).max()), 1 / day.seconds)
        path = advance(chances, _one_caller(up / rate, down / rate), rate, np.append(moments, day.seconds))
        callers.append(path[:-1])
        chances = path[-1]
        at_end[:, half_hour] = (chances * waiting).sum(axis=1)
    return callers, at_end


def _one_caller(up: Floats, down: Floats) -> Jump:
    """Return the jump by which a caller comes or goes."""
    stay = 1 - up - down

    def jump(before: Floats, after: Floats) -> None:
        np.multiply(before, stay, out=after)
        after[:, 1:] += before[:, :-1] * up[:, :-1]
        after[:, :-1] += before[:, 1:] * down[:, 1:]

    return jump
