"""Units, directions and closed vocabularies shared by every layer."""

from enum import StrEnum


class Unit(StrEnum):
    """What a number counts; shares are 0 to 1 in data and per cent only where people read them.

    A score goes from -1 to 1, points from 0 to 100 and net points from -100 to 100.
    """

    COUNT = "count"
    SHARE = "share"
    SECONDS = "seconds"
    DAYS = "days"
    WORKING_DAYS = "working_days"
    PENCE = "pence"
    RATIO = "ratio"
    SCORE = "score"
    POINTS = "points"
    NET_POINTS = "net_points"
    PER_THOUSAND = "per_thousand"


class Better(StrEnum):
    """Which way a number should go."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


class Channel(StrEnum):
    """How a customer reached the council; the one closed vocabulary that is an ENUM in the records."""

    PHONE = "phone"
    VISIT = "visit"
    EMAIL = "email"
    LETTER = "letter"
    WEB = "web"
    APP = "app"
    CHAT = "chat"
    SOCIAL_MEDIA = "social_media"
    TEXT_MESSAGE = "text_message"
    VOICEMAIL = "voicemail"
    OTHER = "other"


LIVE_CHANNELS = (Channel.PHONE, Channel.CHAT, Channel.VISIT)
"""Channels in which a person waits for a person; columns named `calls_` count these."""


class Outcome(StrEnum):
    """How a live contact ended."""

    ANSWERED = "answered"
    ABANDONED = "abandoned"
    CALLED_BACK = "called_back"
    OTHER = "other"


class IntervalGrain(StrEnum):
    """How long a stretch one row of a summary source covers."""

    HALF_HOUR = "half_hour"
    DAY = "day"
    MONTH = "month"


class Family(StrEnum):
    """A group of columns that has exactly one source of record per service, channel and date."""

    VOLUME = "volume"
    WAITS = "waits"
    REASONS = "reasons"
    COMPLAINTS = "complaints"
    SURVEYS = "surveys"


CHANNEL_LABELS = {
    Channel.PHONE: "Phone",
    Channel.VISIT: "Visit",
    Channel.EMAIL: "Email",
    Channel.LETTER: "Letter",
    Channel.WEB: "Web form",
    Channel.APP: "App",
    Channel.CHAT: "Web chat",
    Channel.SOCIAL_MEDIA: "Social media",
    Channel.TEXT_MESSAGE: "Text message",
    Channel.VOICEMAIL: "Voicemail",
    Channel.OTHER: "Other",
}
