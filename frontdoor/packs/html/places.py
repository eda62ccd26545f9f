"""Where the sources of numbers stand in a pack's offline page, so that each number can lead there."""

import re
from collections.abc import Mapping

from frontdoor.packs.pack import Pack

NOT_A_NAME = re.compile(r"[^a-z0-9]+")

Places = Mapping[str, str]
"""The id of the place of each source by its key."""


def places_of(pack: Pack) -> dict[str, str]:
    """Return where each source stands: with the first page that has it; no two at the same place."""
    places: dict[str, str] = {}
    for page in pack.pages:
        for source in page.sources:
            if source.key not in places:
                places[source.key] = _free(source.key, set(places.values()))
    return places


def _free(key: str, taken: set[str]) -> str:
    named = f"from-{NOT_A_NAME.sub('-', key.lower()).strip('-')}"
    number, place = 2, named
    while place in taken:
        place, number = f"{named}-{number}", number + 1
    return place
