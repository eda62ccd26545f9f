"""What the public can choose: one of the months that are published, of the whole council, and nothing narrower."""

from dataclasses import replace

from frontdoor.answers.choices import Choices
from frontdoor.packs.public.published import is_month


def published_filters(offered: Choices) -> Choices:
    """Return the choices without services, channels and groups, and with calendar months as the only periods.

    Why: docs/decisions/0913.
    """
    months = tuple(period for period in offered.periods if is_month(period))
    return replace(offered, periods=months or offered.periods[:1], services=(), channels=(), attributes=())
