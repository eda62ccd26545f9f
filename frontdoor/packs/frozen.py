"""A pack as it was made, kept whole: its own figures, words and definitions with their digest, so that it never drifts."""

import json
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import Any

import polars as pl
from cattrs.preconf.json import JsonConverter, make_converter

from frontdoor.errors import FrontdoorError
from frontdoor.packs.pack import Pack

LAYOUT = 1
"""Version of the file's shape; raised whenever a reader of an older one would be misled."""

COLUMN_TYPES = {
    str(kind): kind
    for kind in (
        pl.String(), pl.Float64(), pl.Float32(), pl.Boolean(), pl.Date(), pl.Int8(), pl.Int16(), pl.Int32(), pl.Int64(),
        pl.UInt8(), pl.UInt16(), pl.UInt32(), pl.UInt64(), pl.Null(), pl.List(pl.List(pl.List(pl.Int64()))),
    )
}  # fmt: skip
"""What a column of a figure can hold, by its name in the file; lists within lists are the outlines of wards."""


def sealed(pack: Pack) -> Pack:
    """Return the pack with the digest of its content, as `thawed` gives it back."""
    return replace(pack, digest=digest_of(_content(pack)))


def frozen(pack: Pack) -> str:
    """Return the pack as JSON with the SHA-256 of its content; the same pack always gives the same text."""
    content = _content(pack)
    return _text({"layout": LAYOUT, "digest": digest_of(content), "pack": content})


def thawed(text: str) -> Pack:
    """Return the pack of such a text, with its digest; FrontdoorError as `unaltered`."""
    content, digest = unaltered(text)
    return _converter().structure({**content, "digest": digest}, Pack)


def unaltered(text: str) -> tuple[dict[str, Any], str]:
    """Return the content of such a text as JSON has it, and its digest.

    Raises:
        FrontdoorError: the text is no frozen pack, is of a newer layout, or is not what the digest was made from.
    """
    try:
        kept = json.loads(text)
        layout, digest, content = kept["layout"], kept["digest"], kept["pack"]
    except (ValueError, TypeError, KeyError) as error:
        raise FrontdoorError("This is not a frozen pack: `pack KEY --format json` makes one.") from error
    if layout != LAYOUT:
        raise FrontdoorError(f"This pack was frozen in layout {layout}, which this version of Frontdoor cannot read.")
    if digest_of(content) != digest:
        raise FrontdoorError("This pack was altered after it was frozen: its content does not match its digest.")
    return content, digest


def _content(pack: Pack) -> dict[str, Any]:
    content: dict[str, Any] = _converter().unstructure(pack)
    content.pop("digest")
    return content


def digest_of(content: object) -> str:
    """Return the SHA-256 of JSON-ready content, in hexadecimal."""
    return sha256(_text(content).encode()).hexdigest()


def _text(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=True)


def _converter() -> JsonConverter:
    """Return what turns packs into JSON-ready values and back; frames keep their types, days are ISO."""
    converter = make_converter()
    converter.register_unstructure_hook(pl.DataFrame, _frame_written)
    converter.register_structure_hook(pl.DataFrame, lambda written, _: _frame_read(written))
    converter.register_structure_hook(float | date | None, lambda written, _: _value_read(written))
    return converter


def _frame_written(frame: pl.DataFrame) -> list[dict[str, Any]]:
    """Return the columns in their order."""
    return [{"name": each.name, "type": str(each.dtype), "values": _plain(each)} for each in frame]


def _plain(column: pl.Series) -> list[Any]:
    return [value.isoformat() if isinstance(value, date) else value for value in column.to_list()]


def _frame_read(written: list[dict[str, Any]]) -> pl.DataFrame:
    return pl.DataFrame([_column(each) for each in written])


def _column(written: dict[str, Any]) -> pl.Series:
    values = written["values"]
    if written["type"] == str(pl.Date()):
        values = [None if value is None else date.fromisoformat(value) for value in values]
    return pl.Series(written["name"], values, COLUMN_TYPES[written["type"]])


def _value_read(written: object) -> float | date | None:
    """Return a cell's value: text is a day, all else is as it stands."""
    if isinstance(written, str):
        return date.fromisoformat(written)
    return written if isinstance(written, int | float) else None
