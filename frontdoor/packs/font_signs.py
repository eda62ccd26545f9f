"""Which signs a font has, read from its table of characters (OpenType specification, cmap, format 4)."""

import struct
from itertools import chain
from pathlib import Path

from frontdoor.errors import FrontdoorError

UNICODE_BASIC = (3, 1)  # platform Windows, encoding Unicode of two bytes
FORMAT = 4
LAST = 0xFFFF


def signs_of(file: Path) -> frozenset[str]:
    """Return every sign of two bytes that the font has; a FrontdoorError for a file that is no such font."""
    data = file.read_bytes()
    try:
        table = _tables(data)[b"cmap"]
        count = struct.unpack_from(">H", data, table + 2)[0]
        records = (struct.unpack_from(">HHL", data, table + 4 + 8 * index) for index in range(count))
        found = {(platform, encoding): table + offset for platform, encoding, offset in records}
        return _mapped(data, found[UNICODE_BASIC])
    except (KeyError, ValueError, OSError, struct.error) as error:
        raise FrontdoorError(
            f"{file} cannot be read as a font. Install Frontdoor again, or put the file back."
        ) from error


def _tables(data: bytes) -> dict[bytes, int]:
    """Return where each table of the font begins."""
    count = struct.unpack_from(">H", data, 4)[0]
    entries = (struct.unpack_from(">4sLLL", data, 12 + 16 * index) for index in range(count))
    return {name: offset for name, _, offset, _ in entries}


def _mapped(data: bytes, at: int) -> frozenset[str]:
    form, _, _, doubled = struct.unpack_from(">HHHH", data, at)
    if form != FORMAT:
        raise ValueError(f"format {form}")
    count = doubled // 2
    ends = struct.unpack_from(f">{count}H", data, at + 14)
    starts = struct.unpack_from(f">{count}H", data, at + 16 + doubled)
    spans = (range(start, end + 1) for start, end in zip(starts, ends, strict=True) if start != LAST)
    return frozenset(map(chr, chain.from_iterable(spans)))
