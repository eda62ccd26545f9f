"""The names people know services and channels by."""

from typing import Literal

from frontdoor.answers.context import Context
from frontdoor.schema.units import CHANNEL_LABELS, Channel

Side = Literal["service", "channel"]


def label_of(key: str, side: Side, context: Context) -> str:
    """Return the name people know a service or channel by."""
    if side == "channel":
        return CHANNEL_LABELS.get(Channel(key), key) if key in set(Channel) else key
    known = {service.key: service.label for service in context.council.services}
    return known.get(key, key.replace("_", " ").capitalize() if key == key.lower() else key)
