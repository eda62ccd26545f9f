"""Which council this server shows, and for whom, until people sign in."""

import os

from frontdoor.access.audience import Audience
from frontdoor.warehouse.homes import DEFAULT_COUNCIL


def council_served() -> str:
    """Return the council this server shows: FRONTDOOR_COUNCIL, else the sample's."""
    return os.environ.get("FRONTDOOR_COUNCIL", DEFAULT_COUNCIL)


def audience_served() -> Audience:
    """Return whom this server is for: FRONTDOOR_AUDIENCE, else officers."""
    return Audience(os.environ.get("FRONTDOOR_AUDIENCE", Audience.OFFICER))
