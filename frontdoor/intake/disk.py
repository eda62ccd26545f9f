"""Says plainly that the disk is full, whichever library noticed it."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

from frontdoor.errors import IntakeError

_FULL = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}
_SAID = ("no space left", "file too large", "disk quota")


@contextmanager
def room_on_the_disk() -> Iterator[None]:
    """Raise IntakeError instead of whatever a full disk makes a library raise; other errors pass unchanged."""
    try:
        yield
    except (OSError, duckdb.Error, MemoryError) as error:
        if not _is_full(error):
            raise
        words = "there is no room left on the disk. Nothing was changed; make room and load again."
        raise IntakeError(words) from error


def _is_full(error: BaseException) -> bool:
    words = str(error).lower()
    return any(one in words for one in _SAID) or (isinstance(error, OSError) and error.errno in _FULL)
