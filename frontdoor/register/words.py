"""Checks what people type before it is kept: somebody's name, a label, the body that approved."""

from datetime import date, datetime
from unicodedata import category

from frontdoor.errors import RegisterError

LONGEST_NAME = 200
LONGEST_LABEL = 200
_ALLOWED_CONTROLS = "\n\t"
_REFUSED = ("Cc", "Cs")  # Unicode's control characters and lone surrogates: no database keeps them all


def typed(text: str, what: str, longest: int = LONGEST_NAME) -> str:
    """Return `text` without surrounding spaces; whatever else it holds is kept as it is, and is only ever data.

    Raises:
        RegisterError: it is empty, too long, or holds characters nobody can see.
    """
    kept = text.strip()
    if not kept:
        raise RegisterError(f"{what} is empty: please fill it in.")
    if len(kept) > longest:
        raise RegisterError(f"{what} has {len(kept):,} characters; at most {longest} are kept.")
    hidden = [letter for letter in kept if category(letter) in _REFUSED and letter not in _ALLOWED_CONTROLS]
    if hidden:
        raise RegisterError(f"{what} holds a character that cannot be kept (code {ord(hidden[0])}): please retype it.")
    return kept


def moment(now: datetime) -> datetime:
    """Return `now`; a bug in the caller if it does not say its zone."""
    if now.tzinfo is None:
        raise ValueError("the register needs to know the zone of the moment it is given")
    return now


def long_date(day: date) -> str:
    """Return a day as people write it: 4 June 2025."""
    return f"{day.day} {day:%B %Y}"
