"""What there is to choose from, handed in by the caller: periods, services, channels and one attribute at a time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from frontdoor.periods import Period

EVERYONE = "Everyone, everywhere"

Group: TypeAlias = tuple[str, str] | None
"""An attribute's key and value, ('ward', 'Castle'); None is everyone."""


@dataclass(frozen=True, slots=True)
class FilterOptions:
    """Every choice by its label; labels are what an address carries, so they must not change lightly."""

    council: str
    periods: Mapping[str, Period]
    default_period: Period
    services: Mapping[str, str]  # key -> label
    channels: Mapping[str, str]  # key -> label
    groups: Mapping[str, Group]
    generation: int | None = None
    versions: Mapping[str, str] = field(default_factory=dict)  # number -> what each data version is, newest first


def filter_options(
    council: str,
    periods: Sequence[Period],
    *,
    services: Mapping[str, str],
    channels: Mapping[str, str],
    attributes: Mapping[str, tuple[str, Sequence[str]]],
    generation: int | None = None,
    versions: Mapping[str, str] | None = None,
) -> FilterOptions:
    """Return the options; the first period is the default, and of two periods with one label the first is kept.

    `attributes` is key -> (label, values): {'ward': ('Ward', ('Castle', 'Trent'))} is offered as 'Ward: Castle'.
    """
    named: dict[str, Period] = {}
    for period in periods:
        named.setdefault(period.label, period)
    groups: dict[str, Group] = {EVERYONE: None}
    for key, (label, values) in attributes.items():
        groups |= {f"{label}: {value}": (key, value) for value in values}
    return FilterOptions(council, named, periods[0], dict(services), dict(channels), groups, generation, versions or {})


def keys_of(labels: Iterable[str], known: Mapping[str, str]) -> tuple[str, ...]:
    """Return the keys of these labels, in the order of `known`; unknown labels are left out."""
    wanted = set(labels)
    return tuple(key for key, label in known.items() if label in wanted)


def attributes_of(group: Group) -> tuple[str | None, str | None]:
    """Return (attribute, value), both None for everyone."""
    return group if group else (None, None)
