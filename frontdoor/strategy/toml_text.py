"""Writes keys and words as lines of TOML, so that reading them gives the very same words back."""

import json
from collections.abc import Mapping, Sequence

DELETE = "\x7f"
"""The one control character that JSON leaves as it is and TOML forbids (TOML 1.0, String)."""


def toml_lines(values: Mapping[str, str | Sequence[str]]) -> str:
    """Return a line `key = "words"` for each, or `key = ["one", "two"]`, each ended by a line break."""
    return "".join(f"{key} = {_written(value)}\n" for key, value in values.items())


def _written(value: str | Sequence[str]) -> str:
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace(DELETE, "\\u007f")
    return f"[{', '.join(_written(each) for each in value)}]"
