"""One entry of a chart's key: a mark as it is drawn there, and its words."""

from dataclasses import dataclass
from enum import StrEnum


class KeyMark(StrEnum):
    """A mark as the key draws it; WORDS has none."""

    MEASURED = "measured"
    WORSE = "worse"
    BETTER = "better"
    TARGET = "target"
    USUAL_RANGE = "usual_range"
    FEWER = "fewer"
    MORE = "more"
    GAP = "gap"
    UNFINISHED = "unfinished"
    IN_TIME = "in_time"
    LATE = "late"
    STILL_OPEN = "still_open"
    SCORE = "score"
    INTERVAL = "interval"
    RAMP = "ramp"
    OPENING = "opening"
    CLOSED = "closed"
    CELL_WORSE = "cell_worse"
    CELL_BETTER = "cell_better"
    CELL_LESS = "cell_less"
    CELL_MORE = "cell_more"
    UNMARKED = "unmarked"
    BANK_HOLIDAY = "bank_holiday"
    CLOCK_CHANGE = "clock_change"
    EVENT_DAY = "event_day"
    CIRCLE = "circle"
    CURVE = "curve"
    SHADE = "shade"
    SEEN = "seen"
    EXPECTED = "expected"
    BAND_80 = "band_80"
    BAND_95 = "band_95"
    DIFFERENCE = "difference"
    STEP = "step"
    ADDED = "added"
    WHISKER = "whisker"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """One mark and its words."""

    mark: KeyMark
    words: str
