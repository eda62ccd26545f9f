"""Makes keyed pseudonyms of customer references in SQL, exactly as `access.pseudonyms` does it one by one."""

import string
from collections.abc import Sequence

from frontdoor.access import pseudonyms as reference
from frontdoor.intake.quoting import literal, literals

_BLOCK_BYTES = 64  # SHA-256's block, RFC 2104
_INNER, _OUTER = 0x36, 0x5C  # RFC 2104


def pads(key: bytes) -> dict[str, bytes]:
    """Return the inner and outer pads of HMAC (RFC 2104) as the parameters `pseudonym_sql` needs."""
    block = key.ljust(_BLOCK_BYTES, b"\0")
    return {"inner_pad": bytes(byte ^ _INNER for byte in block), "outer_pad": bytes(byte ^ _OUTER for byte in block)}


def one_form_sql(text: str) -> str:
    """Return SQL for a reference without spaces and in small letters."""
    letters = literal(string.ascii_uppercase + reference.IGNORED_CHARACTERS), literal(string.ascii_lowercase)
    return f"translate({text}, {letters[0]}, {letters[1]})"


def normalised_sql(one_form: str) -> str:
    """Return SQL for a reference in one form with phone numbers as digits that start with 0."""
    number = f"translate({one_form}, {literal(reference.PHONE_PUNCTUATION)}, '')"
    domestic = f"regexp_replace({number}, {literal(reference.COUNTRY_CODE)}, '0')"
    return (
        f"case when regexp_full_match({number}, {literal(reference.PHONE_NUMBER)}) then {domestic} else {one_form} end"
    )


def is_nobody_sql(normalised: str, nobody: Sequence[str]) -> str:
    """Return SQL for whether a normalised reference is withheld, empty, or one of the council's own numbers."""
    own = (one for one in map(reference.normalised_reference, nobody) if one is not None)
    listed = f"{normalised} in ({literals([*sorted(reference.NOBODY), *own])})"
    return f"({listed} or regexp_matches({normalised}, {literal(reference.NO_DIGIT_BUT_ZERO)}))"


def pseudonym_sql(normalised: str) -> str:
    """Return SQL for the pseudonym of a normalised reference; needs the parameters of `pads`."""
    inner = f"unhex(sha256($inner_pad || encode({normalised})))"
    return f"left(sha256($outer_pad || {inner}), {reference.PSEUDONYM_CHARACTERS})"
