"""What the demand of a choice is called in a sentence, and how counts of it are said: 'calls', 'chats', 'about 880'."""

from datetime import date

from frontdoor.answers.context import Context
from frontdoor.answers.labels import label_of
from frontdoor.answers.sentences import listed
from frontdoor.filters import Filters
from frontdoor.measures.formatting import format_date, format_value
from frontdoor.schema.units import CHANNEL_LABELS, LIVE_CHANNELS, Channel, Unit

NOUNS = {Channel.PHONE.value: "calls", Channel.CHAT.value: "chats", Channel.VISIT.value: "visits"}
MOST_NAMED = 3  # services or channels named in one line

STEPS = ((200, 10), (2_000, 50), (5_000, 100))
"""From which count on an estimate is said to the nearest 10, 50 and 100."""


def noun_of(filters: Filters) -> str:
    """Return what the contacts of the channels chosen are called: 'calls', 'chats', 'visits', else 'contacts'."""
    return NOUNS.get(filters.channels[0], "contacts") if len(filters.channels) == 1 else "contacts"


def is_live(filters: Filters) -> bool:
    """Return whether channels are chosen, and in each of them a person waits for a person."""
    return bool(filters.channels) and all(channel in LIVE_CHANNELS for channel in filters.channels)


def chosen_words(filters: Filters, context: Context) -> str:
    """Return what is counted, to begin a sentence: 'Phone', 'Phone and Web chat, Waste and recycling only'."""
    channels = [CHANNEL_LABELS.get(Channel(key), key) for key in filters.channels] or ["Every channel"]
    services = [label_of(key, "service", context) for key in filters.services]
    only = f", {_named(services, 'services')} only" if services else ""
    return f"{_named(channels, 'channels')}{only}"


def _named(labels: list[str], many: str) -> str:
    return listed(labels) if len(labels) <= MOST_NAMED else f"{len(labels)} {many}"


def about(count: float) -> str:
    """Return an estimated count as people say it: to the nearest 10 from 200 on, 50 from 2,000 and 100 from 5,000."""
    step = next((step for least, step in reversed(STEPS) if count >= least), 1)
    return format_value(round(count / step) * step, Unit.COUNT)


def weekday_date(day: date) -> str:
    """Return 'Monday 5 October 2026'."""
    return f"{day:%A} {format_date(day)}"
