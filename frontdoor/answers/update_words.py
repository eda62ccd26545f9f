"""What is said of an update as a whole: that it is a draft, or which version it is, who issued it, and whether it was altered."""

from frontdoor.answers.update_versions import ALTERED, Version

DRAFT = "Draft, not issued. Numbers may still change."


def standing_lines(version: Version) -> tuple[str, ...]:
    """Return the lines that head a version."""
    altered = (ALTERED,) if version.is_altered else ()
    return (*altered, f"Version {version.number}, issued {version.when} by {version.author}. Digest {version.digest}.")
