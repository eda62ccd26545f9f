"""What a reader can choose of the actions: which of them, words to find, and the page of a long list."""

from dataclasses import dataclass
from enum import StrEnum


class Which(StrEnum):
    """Which actions are listed, by the words in the address and on the screen."""

    OPEN = "Open"
    OVERDUE = "Overdue"
    ENDED = "Done or dropped"
    ALL = "All"


NO_ACTION = "None"
"""What the address says where no action is shown in full."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is listed: which actions, those whose words hold `find`, page `page` of them (from 1); `key` is one in full."""

    which: Which = Which.OPEN
    find: str = ""
    page: int = 1
    key: str = ""
