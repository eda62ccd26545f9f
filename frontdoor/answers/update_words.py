"""What is said of an update as a whole: that it is a draft, or which version it is, who issued it, and whether it was altered."""

from frontdoor.answers.update_versions import ALTERED, Version

DRAFT = "Draft, not issued. Numbers may still change."


def standing_lines(version: Version) -> tuple[str, ...]:
    """Return the lines that head a version."""
    altered = (ALTERED,) if version.is_altered else ()
    return (*altered, f"Version {version.number}, issued {version.when} by {version.author}. Digest {version.digest}.")


def issued_words(issued: tuple[Version, ...], year: str) -> str:
    """Return which version of the year's update was issued last, or that none was."""
    if not issued:
        return f"The update of {year} has not been issued yet."
    last = issued[-1]
    return f"Version {last.number} of the update of {year} was issued {last.when}."
