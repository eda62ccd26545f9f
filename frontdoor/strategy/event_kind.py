"""What kind of thing happened: the word that stands beside an event, so that alike ones can be told together."""

from enum import StrEnum


class EventKind(StrEnum):
    """The kinds, by the key that council files and the register keep."""

    BILLS = "bills"
    SERVICE_CHANGE = "service_change"
    WEATHER = "weather"
    OUTAGE = "outage"
    EMERGENCY = "emergency"
    CAMPAIGN = "campaign"
    RECORDING = "recording"
    OTHER = "other"


EVENT_KIND_WORDS = {
    EventKind.BILLS: "Bills or renewals sent",
    EventKind.SERVICE_CHANGE: "A service changed",
    EventKind.WEATHER: "Storm or other weather",
    EventKind.OUTAGE: "System outage",
    EventKind.EMERGENCY: "Pandemic or other emergency",
    EventKind.CAMPAIGN: "Letters or a campaign",
    EventKind.RECORDING: "We counted or recorded otherwise",
    EventKind.OTHER: "Something else",
}
"""Each kind as people choose it."""
