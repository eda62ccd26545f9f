"""Makes keyed pseudonyms of customer references in SQL, so that nobody's number or address is ever stored."""

import hashlib
import hmac
import os
import secrets
from pathlib import Path

from frontdoor.intake.quoting import literals

KEY_FILE = "key"
KEY_BYTES = 32
_BLOCK_BYTES = 64  # SHA-256's block, RFC 2104
_INNER, _OUTER = 0x36, 0x5C  # RFC 2104
PSEUDONYM_LENGTH = 32  # hexadecimal digits: HMAC-SHA256 cut to 128 bits, NIST SP 800-107 section 5.3.3
NOBODY = (
    "anonymous", "withheld", "numberwithheld", "withheldnumber", "private", "privatenumber", "unavailable", "unknown",
    "restricted", "blocked", "none", "n/a", "notgiven", "noreply", "0",
)  # fmt: skip
"""What telephone systems write where the caller is not known, as `normalised` leaves it."""


def read_key(folder: Path) -> bytes:
    """Return the council's pseudonym key, made at the first use; readable by its owner only (0600)."""
    path = folder / KEY_FILE
    try:
        return bytes.fromhex(path.read_text(encoding="ascii").strip())
    except FileNotFoundError:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(KEY_BYTES) + "\n")
            file.flush()
            os.fsync(file.fileno())
        return read_key(folder)


def pads(key: bytes) -> dict[str, bytes]:
    """Return the inner and outer pads of HMAC (RFC 2104) as the parameters the SQL below needs."""
    block = key.ljust(_BLOCK_BYTES, b"\0")
    return {"inner_pad": bytes(byte ^ _INNER for byte in block), "outer_pad": bytes(byte ^ _OUTER for byte in block)}


def pseudonym(reference: str, key: bytes) -> str:
    """Return the pseudonym of a reference already normalised; the same as `pseudonym_sql` makes."""
    return hmac.new(key, reference.encode(), hashlib.sha256).hexdigest()[:PSEUDONYM_LENGTH]


def normalised_sql(text: str) -> str:
    """Return SQL for a reference in one spelling: no spaces, lower case; phone numbers as digits, +44 and 0044 as 0."""
    plain = f"lower(replace({text}, ' ', ''))"
    digits = f"regexp_replace(replace({plain}, '(0)', ''), '[()./-]', '', 'g')"
    number = f"regexp_replace({digits}, '^(?:[+]44|0044)0?', '0')"
    return f"nullif(case when regexp_matches({text}, '^ *[+(]?[0-9][0-9 ()./-]{{6,}}$') then {number} else {plain} end, '')"


def is_nobody_sql(reference: str, nobody: tuple[str, ...]) -> str:
    """Return SQL for whether a normalised reference is a withheld or switchboard number."""
    listed = f"{reference} in ({literals(NOBODY)})"
    own = "".join(f" or {reference} = {normalised_sql(literals([one]))}" for one in nobody)
    return f"({listed}{own})"


def pseudonym_sql(reference: str) -> str:
    """Return SQL for the pseudonym of a normalised reference; needs the parameters of `pads`."""
    inner = f"unhex(sha256($inner_pad || encode({reference})))"
    return f"left(sha256($outer_pad || {inner}), {PSEUDONYM_LENGTH})"
