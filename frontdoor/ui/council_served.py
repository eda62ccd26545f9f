"""Which council this server shows, and for whom, until people sign in."""

import os
from typing import Literal

from frontdoor.access.audience import Audience
from frontdoor.errors import AccessError
from frontdoor.warehouse.homes import DEFAULT_COUNCIL


def council_served() -> str:
    """Return the council this server shows: FRONTDOOR_COUNCIL, else the sample's."""
    return os.environ.get("FRONTDOOR_COUNCIL", DEFAULT_COUNCIL)


def audience_served() -> Audience:
    """Return whom this server is for: FRONTDOOR_AUDIENCE, else officers; AccessError for a word that names nobody."""
    said = os.environ.get("FRONTDOOR_AUDIENCE", Audience.OFFICER)
    if said not in set(Audience):
        known = ", ".join(Audience)
        raise AccessError(f"FRONTDOOR_AUDIENCE is {said!r}, which is nobody we know. Set it to one of: {known}.")
    return Audience(said)


def not_for_the_public() -> Literal["visible", "hidden"]:
    """Return whether the menu shows a page the public has none of; the page refuses them itself."""
    return "hidden" if os.environ.get("FRONTDOOR_AUDIENCE") == Audience.PUBLIC else "visible"


def officers_only() -> Literal["visible", "hidden"]:
    """Return whether the menu shows a page made for officers; the page's answer refuses everybody else itself."""
    return "visible" if os.environ.get("FRONTDOOR_AUDIENCE", Audience.OFFICER) == Audience.OFFICER else "hidden"
