"""What a reader can choose on the page of actions: the view."""

from enum import StrEnum


class View(StrEnum):
    """The views, by the words in the address and on the screen."""

    ACTIONS = "Actions"
    TARGETS = "Targets"
    PLANS = "Service plans"
    UPDATE = "The annual update"
    SIGN_OFF = "Sign-off"
