"""Where a council is: the nation whose bank holidays it keeps and the zone its clocks show."""

import re
from zoneinfo import available_timezones

from frontdoor.strategy.entry import Entry

UNITED_KINGDOM = {"England": "GB-ENG", "Scotland": "GB-SCT", "Wales": "GB-WLS", "Northern Ireland": "GB-NIR"}
"""The four nations by name; bank holidays differ. Codes are ISO 3166-2."""

DEFAULT_TIME_ZONE = "Europe/London"
_SUBDIVISION = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")


def read_nation(entry: Entry) -> str:
    """Return the ISO 3166-2 code at `nation`, given as such or as one of the four nations' names."""
    value = entry.text("nation")
    if value in UNITED_KINGDOM:
        return UNITED_KINGDOM[value]
    if _SUBDIVISION.fullmatch(value):
        return value
    return UNITED_KINGDOM[entry.name_in("nation", tuple(UNITED_KINGDOM), "nation or ISO 3166-2 code, such as US-MA,")]


def read_time_zone(entry: Entry) -> str:
    """Return the IANA zone at `time_zone`, Europe/London unless it says otherwise."""
    if not entry.has("time_zone"):
        return DEFAULT_TIME_ZONE
    return entry.name_in("time_zone", sorted(available_timezones()), "time zone")
