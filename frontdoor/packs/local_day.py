"""Which day it is where the council is, at the moment a pack is made."""

from datetime import date
from zoneinfo import ZoneInfo

from frontdoor.answers.context import open_context
from frontdoor.packs.asked import Asked


def day_of(asked: Asked) -> date:
    """Return the council's day of the moment the pack is made."""
    context = open_context(asked.filters, asked.audience)
    return asked.now.astimezone(ZoneInfo(context.council.time_zone)).date()
