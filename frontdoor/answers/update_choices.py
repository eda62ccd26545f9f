"""What a reader can choose of the annual update: the year, the draft or a version, and how much of it."""

from enum import StrEnum

from frontdoor.access.audience import Audience
from frontdoor.answers.update_made import Asking, drafting_of, may_draft
from frontdoor.answers.update_versions import Version, versions
from frontdoor.answers.update_year import usual_year, years_offered

DRAFTED = "Draft"


class Standing(StrEnum):
    """Which update a pack shows, by the words in its template; without one the version issued last, else the draft."""

    DRAFT = "Draft"
    ISSUED = "Issued"


class Length(StrEnum):
    """How much of an update is shown, by the words in the address and on the screen."""

    IN_FULL = "In full"
    ONE_PAGE = "Summary on a page"


def years_named(asking: Asking) -> tuple[dict[str, int], str]:
    """Return the calendar year in which each strategy year begins by its label, the newest first, and the label of the usual one."""
    context = drafting_of(asking).context
    return {each.label: each.first.year for each in years_offered(context)}, usual_year(context).label


def version_label(version: Version) -> str:
    """Return what a version is called in the address and on the screen."""
    return f"Version {version.number}"


def shown_named(asking: Asking) -> tuple[str, ...]:
    """Return what can be shown: the draft for those who may read it, then every version, the newest first."""
    issued = tuple(version_label(each) for each in reversed(versions(asking)))
    return (DRAFTED, *issued) if may_draft(asking.audience) else issued


def is_officer(audience: Audience) -> bool:
    """Return whether this reader writes and issues updates."""
    return audience is Audience.OFFICER
