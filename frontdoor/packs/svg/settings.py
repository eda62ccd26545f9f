"""Keeps the drawings of charts/ to what is drawn here: a setting nobody draws is an error, never left out in silence."""

from collections.abc import Mapping
from typing import Any

Settings = dict[str, Any]


class NotDrawnError(ValueError):
    """A drawing asks for something that is not drawn as SVG; packs/svg/ must learn it or charts/ do without."""


def hold_to(where: str, part: Mapping[str, Any], known: frozenset[str], ignored: frozenset[str] = frozenset()) -> None:
    """Raise unless every setting of `part` is `known`, or `ignored` because paper has no pointer."""
    strange = sorted(set(part) - known - ignored)
    if strange:
        raise NotDrawnError(f"{where}: {', '.join(strange)} cannot be drawn as SVG")


def chosen(where: str, value: object, known: frozenset[Any]) -> None:
    """Raise unless a setting's value is one of those known."""
    if value not in known:
        raise NotDrawnError(f"{where}: {value!r} cannot be drawn as SVG, only {sorted(map(str, known))}")
