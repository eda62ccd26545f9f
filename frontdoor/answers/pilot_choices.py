"""What a reader can choose on the page of pilots: the pilot, and what of it to see."""

from enum import StrEnum

ALL_PILOTS = "All pilots"
"""The word in the address and on the screen for the library: no pilot is chosen."""


class View(StrEnum):
    """The views of one pilot, by the words in the address and on the screen."""

    VERDICT = "The verdict"
    BEFORE = "Before it starts"
    RUNNING = "Week by week"
    CHANGED = "What changed"
    MOVED = "What only moved"
    PEOPLE = "Who used it"
