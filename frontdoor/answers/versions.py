"""Which kept data versions a reader can choose between, newest first, with what each load brought in plain words."""

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from frontdoor.access.audience import Audience
from frontdoor.answers.sentences import listed
from frontdoor.errors import WarehouseError
from frontdoor.measures.formatting import format_date, format_moment
from frontdoor.warehouse.home import Home
from frontdoor.warehouse.homes import open_home
from frontdoor.warehouse.versions import Version, kept_versions

MADE_BY = {
    "load": "nothing new",
    "undo": "a load was taken back",
    "rebuild": "made again from the records",
    "compaction": "made again from the records",
}
"""What made a version that brought no load."""


@dataclass(frozen=True, slots=True)
class KeptVersion:
    """One data version on offer: its number, when it was loaded in the council's own time, and what it brought."""

    generation: int
    loaded: str
    words: str
    is_in_force: bool


def versions(council: str, audience: Audience) -> tuple[KeptVersion, ...]:
    """Return the kept data versions, newest first; only officers read the names of files."""
    home = open_home(council)
    return tuple(_shown(version, home, audience) for version in kept_versions(home))


def checked_version(council: str, generation: int | None) -> int | None:
    """Return the version if it is kept; WarehouseError naming those that are. None stays None: the newest."""
    if generation is None:
        return None
    home = open_home(council)
    kept = [version.generation for version in kept_versions(home)]
    if generation in kept:
        return generation
    known = ", ".join(map(str, kept)) or "none"
    raise WarehouseError(f"Data version {generation} of {home.council.name} is not kept. Those that are: {known}.")


def _shown(version: Version, home: Home, audience: Audience) -> KeptVersion:
    loaded = format_moment(_council_time(version.loaded_at, home))
    parts = (
        f"Loaded {loaded}",
        f"figures to {format_date(version.as_at)}",
        _brought(version, audience),
        "taken back since" if version.is_taken_back else "",
    )
    return KeptVersion(version.generation, loaded, "; ".join(part for part in parts if part), version.is_in_force)


def _brought(version: Version, audience: Audience) -> str:
    """Return what made the version: '1,234 new rows of phone.csv (amazon_connect) and 20 of survey.csv (feedback)'."""
    if not version.brought:
        return MADE_BY.get(version.made_by, version.made_by)
    if audience is not Audience.OFFICER:
        return _rows(sum(each.loaded for each in version.brought))
    return listed([f"{_rows(each.loaded)} of {each.file_name} ({each.source})" for each in version.brought])


def _rows(count: int) -> str:
    return f"{count:,} new row{'' if count == 1 else 's'}"


def _council_time(moment: datetime, home: Home) -> datetime:
    return moment.replace(tzinfo=UTC).astimezone(ZoneInfo(home.council.time_zone))
