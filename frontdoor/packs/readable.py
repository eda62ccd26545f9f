"""A pack without the signs that no XML may hold, which come along in files of other systems and in what people paste."""

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any

import polars as pl
from polars import selectors

from frontdoor.packs.pack import Pack

NOT_XML = "[\x00-\x08\x0b-\x1f\ufffe\uffff]"
SIGNS = re.compile(NOT_XML)


def readable(pack: Pack) -> Pack:
    """Return the pack, every word of it, its figures' frames too, without such signs."""
    cleaned: Pack = _cleaned(pack)
    return cleaned


def _cleaned(value: Any) -> Any:
    """Return words, tuples, frames and dataclasses cleaned all through; anything else as it is."""
    if type(value) is str:  # words of an enum are ours
        return SIGNS.sub("", value)
    if isinstance(value, tuple):
        return tuple(map(_cleaned, value))
    if isinstance(value, pl.DataFrame):
        words = value.rename(lambda name: SIGNS.sub("", name))
        return words.with_columns(selectors.string().str.replace_all(NOT_XML, ""))
    if is_dataclass(value) and not isinstance(value, type):
        held = {field.name: getattr(value, field.name) for field in fields(value)}
        changed = {name: new for name, old in held.items() if (new := _cleaned(old)) is not old}
        return replace(value, **changed) if changed else value
    return value
