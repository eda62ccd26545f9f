"""Estimates whose doubt follows Student's t: p values and intervals of any confidence."""

from dataclasses import dataclass

import numpy as np

from frontdoor.statistics.arrays import Floats
from frontdoor.statistics.intervals import Intervals


@dataclass(frozen=True, slots=True)
class Estimates:
    """Per series: an effect, its standard error and its degrees of freedom; NaN where nothing varies."""

    effect: Floats
    error: Floats
    freedom: Floats

    @property
    def p(self) -> Floats:
        """Return the two-sided p of no effect."""
        return self.p_of(0.0)

    def p_of(self, effect: float) -> Floats:
        """Return the two-sided p of `effect` being the true one."""
        from scipy.special import stdtr

        return np.asarray(2 * stdtr(self.freedom, -np.abs(self.effect - effect) / self.error), dtype=np.float64)

    def interval(self, confidence: float = 0.95) -> Intervals:
        """Return the interval of the effect."""
        from scipy.special import stdtrit

        reach = stdtrit(self.freedom, (1 + confidence) / 2) * self.error
        return Intervals(self.effect - reach, self.effect + reach)
