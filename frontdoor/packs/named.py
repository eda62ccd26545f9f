"""Finds what a name in a template means, and says which was meant where there is none."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from frontdoor.errors import FrontdoorError
from frontdoor.strategy.entry import nearest

Meant = TypeVar("Meant")


def meant(name: str, names: Mapping[str, Meant], what: str) -> Meant:
    """Return what `name` stands for; FrontdoorError with the nearest name there is."""
    if name in names:
        return names[name]
    raise FrontdoorError(f"There is no {what} called {name!r}.{nearest(name, tuple(names))}")


def keys_meant(names: Sequence[str], pairs: Sequence[tuple[str, str]], what: str) -> tuple[str, ...]:
    """Return the keys of names, each a key or its label, in the order of `pairs` of key and label."""
    by_name = {label: key for key, label in pairs} | {key: key for key, _ in pairs}
    wanted = {meant(name, by_name, what) for name in names}
    return tuple(key for key, _ in pairs if key in wanted)


def key_meant(name: str, labels: Mapping[str, str], what: str) -> str:
    """Return the key of a name that is a key or its label; `labels` are by key."""
    return keys_meant((name,), tuple(labels.items()), what)[0]
