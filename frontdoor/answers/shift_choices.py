"""What a reader can choose on the views of channel shift: the view, and within how many days somebody came back."""

from enum import StrEnum


class View(StrEnum):
    """The views, by the words in the address and on the screen."""

    LEVEL = "The shift"
    STICK = "Did it stick?"
    NEEDLESS = "What need not happen"
    SAVED = "What it saved"
    LEFT_OUT = "Who was left out"


class Within(StrEnum):
    """Within how many days a call or a visit counts as having come back."""

    ONE = "1 day"
    THREE = "3 days"
    SEVEN = "7 days"
    FOURTEEN = "14 days"

    @property
    def days(self) -> int:
        return int(self.value.split()[0])
