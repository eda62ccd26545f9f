"""How long a caller at each place in the queue still has to wait, at each moment of a day whose agents change."""

import numpy as np

from frontdoor.statistics.arrays import Floats
from frontdoor.statistics.queue_day import QueueDay
from frontdoor.statistics.uniformised import Jump, advance


def waits_through_day(day: QueueDay, moments: Floats) -> list[Floats]:
    """Return the seconds still to wait by half-hour from each place in the queue, 0 (answered) first, as they are met.

    Worked backwards from the end of the day: a caller moves up when somebody ahead goes or an agent comes on duty.
    """
    place = np.arange(day.states + 1)
    answering = day.agents * day.answering
    least = answering[:, -1, None] + place * day.leaving
    waits = np.divide(place, least, out=np.zeros(least.shape), where=least > 0)
    found = []
    for half_hour in reversed(range(day.arriving.shape[1])):
        coming = np.maximum(day.agents[:, half_hour + 1] - day.agents[:, half_hour], 0)
        waits = np.take_along_axis(waits, np.maximum(place - coming[:, None], 0), axis=1)
        ahead = np.where(place > 0, answering[:, half_hour, None] + (place - 1) * day.leaving, 0.0)
        gone = np.where(place > 0, day.leaving, 0.0)
        rate = max(float((ahead + gone).max()), 1 / day.seconds)
        to_go = np.append(day.seconds - moments, day.seconds)
        path = advance(waits, _one_place(ahead / rate, gone / rate, 1 / rate), rate, to_go)
        found.append(path[:-1])
        waits = path[-1]
    return found[::-1]


def _one_place(ahead: Floats, gone: Floats, seconds: float) -> Jump:
    """Return the jump by which a caller moves up one place or gives up, `seconds` having passed while waiting."""
    stay, passed = 1 - ahead - gone, np.where(np.arange(ahead.shape[1]) > 0, seconds, 0.0)

    def jump(later: Floats, sooner: Floats) -> None:
        np.multiply(later, stay, out=sooner)
        sooner[:, 1:] += later[:, :-1] * ahead[:, 1:]
        sooner += passed

    return jump
