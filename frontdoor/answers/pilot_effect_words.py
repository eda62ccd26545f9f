"""Effects of a pilot in words: how large, which way, with the range, as '8.6 points lower (3.3 to 13.9)'."""

from dataclasses import dataclass

from frontdoor.answers.pilot_found import Range
from frontdoor.measures.formatting import format_gap, format_value
from frontdoor.measures.measure import Measure
from frontdoor.schema.units import Better, Unit

FEW = 10
"""Below it a count has a tenth."""


@dataclass(frozen=True, slots=True)
class Ways:
    """How a change upwards and one downwards are called."""

    up: str
    down: str

    def of(self, change: float) -> str:
        return self.up if change > 0 else self.down


WAYS = {
    Unit.COUNT: Ways("more", "fewer"),
    Unit.PENCE: Ways("more", "less"),
    Unit.SECONDS: Ways("longer", "shorter"),
    Unit.DAYS: Ways("longer", "shorter"),
    Unit.WORKING_DAYS: Ways("longer", "shorter"),
}
"""Every other unit goes higher and lower."""
HIGHER_LOWER = Ways("higher", "lower")


def ways_of(measure: Measure) -> Ways:
    """Return how changes of a measure are called: 'more' and 'fewer', 'longer' and 'shorter'."""
    return WAYS.get(measure.unit, HIGHER_LOWER)


def good_or_bad(measure: Measure) -> Ways:
    """Return 'worse' and 'better' as the measure goes up and down; one that is neither goes as its unit does."""
    if measure.better is Better.NEITHER:
        return ways_of(measure)
    return Ways("better", "worse") if measure.better is Better.HIGHER else Ways("worse", "better")


def size_words(size: float, unit: Unit) -> str:
    """Return a size without its sign: '8.6 points', '12 seconds', '41', '£3.37'."""
    size = abs(size)
    match unit:
        case Unit.SHARE:
            return format_gap(size * 100, Unit.POINTS)
        case Unit.COUNT:
            return format_value(size, unit, places=int(size < FEW and round(size, 1) % 1 > 0))
        case _:
            return format_gap(size, unit)


def change_words(change: float, unit: Unit, ways: Ways) -> str:
    """Return '8.6 points lower', 'no different' where it rounds to nothing."""
    size = size_words(change, unit)
    return f"{size} {ways.of(change)}" if _is_some(size) else "no different"


def effect_words(effect: Range, unit: Unit, ways: Ways) -> str:
    """Return the effect and its range: '8.6 points lower (3.3 to 13.9)', '0.4 points worse (1.5 better to 2.3 worse)'."""
    said = range_words(effect, unit, ways)
    return change_words(effect.value, unit, ways) + (f" ({said})" if said else "")


def range_words(effect: Range, unit: Unit, ways: Ways) -> str:
    """Return the ends of an effect's range, the nearer to 0 first; '' where it has none."""
    low, high = effect.low, effect.high
    if low is None or high is None:
        return "" if low == high else "the range has no end on one side"
    near, far = sorted((low, high), key=abs)
    crosses = low < 0 < high
    is_bare = _is_some(size_words(effect.value, unit)) and _word(near, unit) == _word(far, unit)
    first, last = (size_words(low, unit), size_words(high, unit)) if crosses else _both(near, far, unit)
    if is_bare:
        first, last = first.split()[0], last.split()[0]
    return f"{first} {ways.of(low)} to {last} {ways.of(high)}" if crosses else f"{first} to {last}"


def level_words(level: float, unit: Unit) -> str:
    """Return a level beside an effect: counts a week to a tenth below 10, shares as everywhere."""
    return size_words(level, unit) if unit is Unit.COUNT else format_value(level, unit)


def _both(near: float, far: float, unit: Unit) -> tuple[str, str]:
    return size_words(near, unit), size_words(far, unit)


def _word(size: float, unit: Unit) -> str:
    """Return the word of a size's unit, the same for one and for several; '' without one, all of it where there are two."""
    words = size_words(size, unit).split()
    return words[1].rstrip("s") if len(words) == 2 else " ".join(words[1:])


def _is_some(size: str) -> bool:
    return any(digit in size for digit in "123456789")
