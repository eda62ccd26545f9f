"""A status is always a word, a shape and a colour together; this is the one place that says which."""

from dataclasses import dataclass
from enum import StrEnum

from frontdoor.answers.plan_standing import Returned, Standing
from frontdoor.charts.theme import Theme
from frontdoor.schema.units import Better
from frontdoor.statistics.pilot_verdict import Verdict
from frontdoor.strategy.judgement import PromiseState, State


class Shape(StrEnum):
    """The shapes of LOOK, told apart without colour."""

    DISC_TICK = "disc_tick"
    HALF_DIAMOND = "half_diamond"
    SQUARE_CROSS = "square_cross"
    DASHED_RING = "dashed_ring"
    THREE_DOTS = "three_dots"
    DOTTED_RING = "dotted_ring"
    RING_DASH = "ring_dash"
    ARROW_UP = "arrow_up"
    ARROW_DOWN = "arrow_down"
    WAVE = "wave"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Status:
    """A word, its shape and the name of its colour in Theme."""

    word: str
    shape: Shape
    colour: str

    def colour_in(self, theme: Theme) -> str:
        return str(getattr(theme, self.colour))


MEASURE_STATUS = {
    State.MET: Status("Met", Shape.DISC_TICK, "met"),
    State.CLOSE: Status("Close", Shape.HALF_DIAMOND, "close"),
    State.MISSED: Status("Missed", Shape.SQUARE_CROSS, "missed"),
    State.TO_BE_SET: Status("Target to be set", Shape.DASHED_RING, "target"),
    State.NO_TARGET: Status("Not judged", Shape.DASHED_RING, "target"),
    State.CANNOT_TELL: Status("Can’t tell", Shape.THREE_DOTS, "target"),
    State.TOO_FEW: Status("Too few to say", Shape.THREE_DOTS, "target"),
    State.INCOMPLETE: Status("Incomplete", Shape.DOTTED_RING, "target"),
    State.NO_DATA: Status("No data", Shape.RING_DASH, "target"),
}

PROMISE_STATUS = {
    PromiseState.KEPT: Status("Kept", Shape.DISC_TICK, "met"),
    PromiseState.PARTLY_KEPT: Status("Partly kept", Shape.HALF_DIAMOND, "close"),
    PromiseState.NOT_KEPT: Status("Not kept", Shape.SQUARE_CROSS, "missed"),
    PromiseState.CANNOT_SAY: Status("Can’t say yet", Shape.DASHED_RING, "target"),
}

VERDICT_STATUS = {
    Verdict.MET: Status("Met", Shape.DISC_TICK, "met"),
    Verdict.NOT_MET: Status("Not met", Shape.SQUARE_CROSS, "missed"),
    Verdict.CANNOT_TELL: Status("Can’t tell", Shape.THREE_DOTS, "target"),
    Verdict.TOO_EARLY: Status("Too early to say", Shape.DOTTED_RING, "target"),
}

STANDING_STATUS: dict[Standing | Returned, Status] = {
    Standing.ON_TRACK: Status("On track", Shape.DISC_TICK, "met"),
    Standing.PARTLY: Status("Partly on track", Shape.HALF_DIAMOND, "close"),
    Standing.OFF_TRACK: Status("Off track", Shape.SQUARE_CROSS, "missed"),
    Standing.CANNOT_SAY: Status("Can’t say yet", Shape.DASHED_RING, "target"),
    Standing.NO_FIGURES: Status("No figures", Shape.RING_DASH, "target"),
    Standing.NO_MEASURE: Status("No measure", Shape.THREE_DOTS, "target"),
    Returned.ALL_IN: Status("All in", Shape.DISC_TICK, "met"),
    Returned.SOME_MISSING: Status("Missing", Shape.SQUARE_CROSS, "missed"),
    Returned.NOTHING_OWED: Status("None owed", Shape.RING_DASH, "target"),
}
"""How an objective of a plan and a partner's returns stand."""

DRAWN = {  # on a square of 18; `#` is the colour of the status, holes show what lies beneath
    Shape.DISC_TICK: '<path fill="#" fill-rule="evenodd" d="M9 .5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM7.8 13.8 '
    '4.2 10.2l1.6-1.6 2 2 4.6-5 1.6 1.5z"/>',
    Shape.HALF_DIAMOND: '<path fill="none" stroke="#" stroke-width="1.8" d="M9 1.4 16.6 9 9 16.6 1.4 9z"/>'
    '<path fill="#" d="M9 1.5v15L1.6 9z"/>',
    Shape.SQUARE_CROSS: '<path fill="#" fill-rule="evenodd" d="M2 .5h14A1.5 1.5 0 0 1 17.5 2v14a1.5 1.5 0 0 1-1.5 '
    "1.5H2A1.5 1.5 0 0 1 .5 16V2A1.5 1.5 0 0 1 2 .5zM6 4.4 4.4 6l3 3-3 3L6 13.6l3-3 3 3 1.6-1.6-3-3 3-3L12 "
    '4.4l-3 3z"/>',
    Shape.DASHED_RING: '<circle cx="9" cy="9" r="7.8" fill="none" stroke="#" stroke-width="1.8" '
    'stroke-dasharray="3.2 2.2"/>',
    Shape.THREE_DOTS: '<circle cx="9" cy="9" r="7.8" fill="none" stroke="#" stroke-width="1.8"/>'
    '<circle cx="5.4" cy="9" r="1.3" fill="#"/><circle cx="9" cy="9" r="1.3" fill="#"/>'
    '<circle cx="12.6" cy="9" r="1.3" fill="#"/>',
    Shape.DOTTED_RING: '<circle cx="9" cy="9" r="7.8" fill="none" stroke="#" stroke-width="2" '
    'stroke-linecap="round" stroke-dasharray=".1 4"/>',
    Shape.RING_DASH: '<circle cx="9" cy="9" r="7.8" fill="none" stroke="#" stroke-width="1.8"/>'
    '<path stroke="#" stroke-width="2" d="M5 9h8"/>',
    Shape.ARROW_UP: '<path fill="#" d="M9 1.5 16.5 10h-5v6.5h-5V10h-5z"/>',
    Shape.ARROW_DOWN: '<path fill="#" d="M9 16.5 1.5 8h5V1.5h5V8h5z"/>',
    Shape.WAVE: '<path fill="none" stroke="#" stroke-width="2.2" d="M1.5 11c2.5-6 5-6 7.5-2s5 4 7.5-2"/>',
    Shape.FLAG: '<path fill="none" stroke="#" stroke-width="2" d="M3.5 17V1.5h11l-3 4.5 3 4.5h-9"/>',
}


def standing_status(standing: State | Standing | Returned) -> Status:
    """Return how a measure, an objective of a plan or a partner's returns stand."""
    return MEASURE_STATUS[standing] if isinstance(standing, State) else STANDING_STATUS[standing]


def shape_svg(shape: Shape, colour: str, size: int = 18) -> str:
    """Return the shape as a whole SVG picture in one colour (any CSS colour), `size` pixels square, without text."""
    drawn = DRAWN[shape].replace('"#"', f'"{colour}"')
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" viewBox="0 0 18 18">{drawn}</svg>'


def change_status(words: str, direction: str, better: Better) -> Status:
    """Return how a change is shown: an arrow the way the value went, a wave where nothing really changed.

    `direction` is Change.direction: better, worse, high, low, none or unknown. The arrow follows the value, the word
    and the colour say whether that is good: more people giving up is an arrow up, and worse.
    """
    if direction in {"none", "unknown"}:
        return Status(words, Shape.WAVE, "ink_second")
    rose = direction == "high" or ((direction == "better") == (better is Better.HIGHER) and direction != "low")
    colour = {"better": "met", "worse": "missed"}.get(direction, "ink_second")
    return Status(words, Shape.ARROW_UP if rose else Shape.ARROW_DOWN, colour)
