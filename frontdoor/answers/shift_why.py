"""Why online contact changed between two years: more contact in all, services that grew, or people who moved online."""

from dataclasses import dataclass

import numpy as np

from frontdoor.answers.shift_counted import TwoYears
from frontdoor.answers.shift_parts import points_places, points_words, rounded_parts
from frontdoor.statistics.arrays import Floats
from frontdoor.statistics.shift_by_service import ServiceShift, ShareParts, share_parts, shift_by_service
from frontdoor.statistics.shift_decomposition import (
    VolumeMix,
    VolumeMixInteraction,
    volume_and_mix,
    volume_mix_interaction,
)

ONLINE, OTHER = 0, 1
"""Columns of the two-way table of services."""


@dataclass(frozen=True, slots=True)
class Why:
    """What the change of online contact is made of; `of_services` has columns online and other, rows as `services`."""

    services: TwoYears
    of_services: ServiceShift
    share: ShareParts

    @property
    def steps(self) -> tuple[float, float, float]:
        """Return the online contacts that came by more contact in all, by services that grew and by moving online."""
        parts = (self.of_services.volume, self.of_services.composition, self.of_services.within)
        volume, composition, within = (float(part[:, ONLINE].sum()) for part in parts)
        return volume, composition, within


@dataclass(frozen=True, slots=True)
class ChannelParts:
    """Why contacts in each channel changed: in two parts, and in three as told from the first year's side."""

    channels: TwoYears
    two: VolumeMix
    three: VolumeMixInteraction


def why(services: TwoYears | None) -> Why | None:
    """Return the parts, None where a count is hidden or a year has no contact: they would not add up."""
    if services is None or not services.is_whole or not services.contacts.sum(axis=0).all():
        return None
    before, now = (_online_and_other(services, year) for year in (0, 1))
    parts = share_parts(before, now, np.array([True, False]))
    return Why(services, shift_by_service(before, now), parts)


def channel_parts(channels: TwoYears | None) -> ChannelParts | None:
    """Return the same of every channel, None where a count is hidden or a year has no contact."""
    if channels is None or np.isnan(channels.contacts).any() or not channels.contacts.sum(axis=0).all():
        return None
    before, now = channels.contacts[:, 0], channels.contacts[:, 1]
    return ChannelParts(channels, volume_and_mix(before, now), volume_mix_interaction(before, now))


def parts_columns(found: Why) -> dict[str, list[int]]:
    """Return the online contacts that each service gave to each part, by the part's name."""
    named = (
        ("Moved online", found.of_services.within),
        ("Grew beside the rest", found.of_services.composition),
        ("More contact overall", found.of_services.volume),
    )
    return {name: [round(float(count)) for count in part[:, ONLINE]] for name, part in named}


def why_words(found: Why, is_clear: bool = True) -> str:
    """Return 'Digital rose by 9 points: 6 because the same services moved online, 3 because …'; parts add up.

    A change that is not clear of noise says so.
    """
    change, within, grew = found.share.change, float(found.share.within.sum()), float(found.share.composition.sum())
    places = points_places(change)
    parts = rounded_parts([within * 100, grew * 100], places)
    whole = round(sum(parts), places)
    moved, mixed = (_signed(part, whole, places) for part in parts)
    by = f"{'rose' if whole > 0 else 'fell'} by {points_words(whole / 100)}" if whole else "has not moved"
    by += "" if is_clear or not whole else ", within the usual ups and downs"
    return (
        f"Digital {by}: {moved} because the same services moved {'online' if parts[0] >= 0 else 'away from online'}, "
        f"{mixed} because services that are mostly online {'grew' if parts[1] >= 0 else 'shrank'}."
    )


def _signed(part: float, whole: float, places: int) -> str:
    """Return a part as it stands in the whole: '6', or 'less 2' where it went the other way."""
    said = f"{abs(part):.{places}f}" if part else "0"
    if whole == 0:
        return f"{'−' if part < 0 else ''}{said}"
    return f"less {said}" if part * whole < 0 else said


def _online_and_other(services: TwoYears, year: int) -> Floats:
    online = services.online[:, year]
    return np.stack([online, services.contacts[:, year] - online], axis=1)
