"""The pilot a view is about: its plan as the register holds it, and all that is found of it."""

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context, open_context
from frontdoor.answers.pilot_found import PilotFound
from frontdoor.answers.pilot_found_made import pilot_found
from frontdoor.errors import FrontdoorError
from frontdoor.filters import Filters


def opened(filters: Filters, audience: Audience, pilot_key: str) -> tuple[PilotFound, Context]:
    """Return what is found of the pilot with this key, and the context it was asked from; FrontdoorError where there is none."""
    context = open_context(filters, audience)
    held = next((each for each in context.pilots() if each.plan.key == pilot_key), None)
    if held is None:
        raise FrontdoorError(f"there is no pilot called {pilot_key}; the library of pilots lists those there are")
    return pilot_found(held, context), context
