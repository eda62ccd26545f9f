"""Customer references become keyed pseudonyms on the way in; the key lives apart from the data.

A plain hash of a phone number is undone by trying all of them; a keyed one is not without the key. A pseudonym is still
personal data (ICO, Anonymisation guidance, March 2025). Intake works the same thing out in SQL; this is the reference it
is tested against, and everything here is plain ASCII steps that mean the same in SQL.
"""

import hashlib
import hmac
import os
import re
import secrets
from collections.abc import Collection
from pathlib import Path

from frontdoor.errors import AccessError

KEY_BYTES = 32  # as long as SHA-256's output, RFC 2104 section 3
KEY_DIGITS = rb"[0-9a-f]{64}"
PSEUDONYM_CHARACTERS = 32
IGNORED_CHARACTERS = " \t\n\r\v\f\u00a0\u2007\u2009\u200b\u202f\ufeff"
"""Spaces of every sort that exports hold, removed wherever they stand: translate(reference, these, '') in SQL."""
PHONE_PUNCTUATION = "-().[]/"
"""Removed to see whether what is left is a phone number."""
PHONE_NUMBER = r"\+?[0-9]{7,15}"
"""The whole of a phone number without punctuation; 15 digits is the longest there is (ITU-T E.164)."""
COUNTRY_CODE = r"^(\+44|0044)0?"
"""What a British number may start with instead of 0; '+44 (0)1636' has both."""
NOBODY = frozenset(
    {
        "anon", "anonymous", "blocked", "callerwithheld", "n/a", "na", "none", "noreply", "notavailable", "notgiven", "notknown",
        "notprovided", "null", "numberwithheld", "private", "privatenumber", "restricted", "switchboard", "unavailable",
        "undefined", "unknown", "withheld", "withheldnumber", "-",
    }
)  # fmt: skip
"""What phone systems and people write where no customer is known, normalised."""
NO_DIGIT_BUT_ZERO = r"^\+?0*$"
"""An empty reference, or one of zeros only, is nobody too."""
_LOWER_CASE = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")
_NO_SPACES = str.maketrans("", "", IGNORED_CHARACTERS)
_NO_PUNCTUATION = str.maketrans("", "", PHONE_PUNCTUATION)


def normalised_reference(text: str | None, nobody: Collection[str] = ()) -> str | None:
    """Return a customer reference in the one form that is hashed, or None where it is nobody we can link.

    In this order: spaces out; A to Z lower-case (ASCII only, so that SQL agrees); if it is a phone number once
    PHONE_PUNCTUATION is out, that number, starting with 0 instead of +44 or 0044; else (an e-mail address, an account
    number) as it is. None if that is in NOBODY, zeros only, or in `nobody`: the council's own switchboard numbers.
    """
    if text is None:
        return None
    reference = _one_form(text)
    if (
        re.search(NO_DIGIT_BUT_ZERO, reference)
        or reference in NOBODY
        or reference in {_one_form(own) for own in nobody}
    ):
        return None
    return reference


def _one_form(text: str) -> str:
    reference = text.translate(_NO_SPACES).translate(_LOWER_CASE)
    number = reference.translate(_NO_PUNCTUATION)
    return re.sub(COUNTRY_CODE, "0", number) if re.fullmatch(PHONE_NUMBER, number) else reference


def pseudonym(key: bytes, reference: str | None, nobody: Collection[str] = ()) -> str | None:
    """Return the first 32 hex characters of HMAC-SHA256(key, UTF-8 of the normalised reference); None for nobody.

    128 bits: among 100 million customers the odds that any two share one are about 1 in 10^22 (n^2 / 2^129).
    In SQL with sha256 over blobs: the key is padded to 64 bytes with zeros, then RFC 2104's inner and outer hash.
    """
    normalised = normalised_reference(reference, nobody)
    if normalised is None:
        return None
    return hmac.new(key, normalised.encode(), hashlib.sha256).hexdigest()[:PSEUDONYM_CHARACTERS]


def create_key(path: Path) -> bytes:
    """Return the key kept at `path`, made first if there is none: 32 random bytes that only their owner can read.

    The file holds them as 64 hex digits and a line end, so that it can be written down. It appears whole or not at all,
    and of two processes making it at once one wins for both.
    """
    if path.exists():
        return load_key(path)
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(f"{secrets.token_hex(KEY_BYTES)}\n")
            file.flush()
            os.fsync(file.fileno())
        _publish(draft, path)
    except OSError as error:
        raise AccessError(f"{path}: the pseudonym key cannot be written ({error.strerror}).") from error
    finally:
        draft.unlink(missing_ok=True)
    return load_key(path)


def _publish(draft: Path, path: Path) -> None:
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        return


def load_key(path: Path) -> bytes:
    """Return the key kept at `path`.

    Raises:
        AccessError: it is missing, not 64 hex digits, or readable by others. A lost key cannot be made again: contacts
            loaded with a new one no longer link to earlier ones.
    """
    try:
        written, mode = path.read_bytes().strip(), path.stat().st_mode
    except OSError as error:
        raise AccessError(f"{path}: the pseudonym key cannot be read ({error.strerror}).") from error
    if not re.fullmatch(KEY_DIGITS, written):
        raise AccessError(f"{path}: this is not a pseudonym key of {2 * KEY_BYTES} hex digits; put back its copy.")
    if os.name == "posix" and mode & 0o077:
        raise AccessError(f"{path}: other people on this machine can read the pseudonym key; run chmod 600 on it.")
    return bytes.fromhex(written.decode("ascii"))
