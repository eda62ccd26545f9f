"""Which services moved to other channels within themselves, and which only grew or shrank."""

from dataclasses import dataclass

import numpy as np

from frontdoor.statistics.arrays import Booleans, Floats, ratio
from frontdoor.statistics.shift_decomposition import checked_counts, shares


@dataclass(frozen=True, slots=True)
class ServiceShift:
    """Contacts by which each channel of each service changed, in three parts that add up; each (services, channels).

    `volume`: all contact grew alike. `composition`: the service grew more or less than the rest. `within`: people of
    that service chose other channels; over a service's channels it sums to 0. Volume summed over services is the
    volume of `volume_and_mix`, composition and within together its mix.
    """

    change: Floats
    volume: Floats
    composition: Floats
    within: Floats


@dataclass(frozen=True, slots=True)
class ShareParts:
    """The change of one share of all contact (0 to 1), and what each service gave to it, arrays of services.

    `within` and `composition` sum over services to `change`. `composition`: a service that is above the whole in that
    share grew faster than the rest, or one below it grew slower. `share_before` and `share_after` are each
    service's own (NaN without contacts). All NaN where one of the periods had no contact.
    """

    change: float
    within: Floats
    composition: Floats
    share_before: Floats
    share_after: Floats


def shift_by_service(before: Floats, after: Floats) -> ServiceShift:
    """Return why contacts (services, channels) changed between two periods, exactly.

    With w a service's share of all contact and r a channel's share of the service's: volume (V1 - V0) x mean of w r,
    composition mean V x mean r x (w1 - w0), within mean V x mean w x (r1 - r0). A service without contact in one period
    is taken to have been as the other says: it came or went, and shifted nothing. ValueError where a count is unknown
    or below 0. Source: Kitagawa 1955; docs/decisions/0130.
    """
    first, second = _two_way(before, after)
    v0, v1 = first.sum(), second.sum()
    (w0, w1), (r0, r1) = _weights(first, second), _rates(first, second)
    told = 1.0 if v0 > 0 and v1 > 0 else np.nan
    middle = (v0 + v1) / 2 * told
    return ServiceShift(
        change=second - first,
        volume=(v1 - v0) * told * (w0 * r0 + w1 * r1) / 2,
        composition=middle * (w1 - w0) * (r0 + r1) / 2,
        within=middle * (w0 + w1) / 2 * (r1 - r0),
    )


def share_parts(before: Floats, after: Floats, is_counted: Booleans) -> ShareParts:
    """Return why the share of the channels `is_counted` (such as the digital ones) changed; contacts (services, channels).

    Within: mean w x (r1 - r0). Composition: (w1 - w0) x (the service's mean r less the whole's mean share), which sums to
    the same as without the whole's share and tells a service that grew from one that pulled the share up.
    Source: Kitagawa 1955; docs/decisions/0130.
    """
    first, second = _two_way(before, after)
    if np.shape(is_counted) != first.shape[1:]:
        raise ValueError(f"There are {first.shape[1]} channels; say of each whether it is counted.")
    told = 1.0 if first.sum() > 0 and second.sum() > 0 else np.nan
    (w0, w1), (r0, r1) = _weights(first, second), _rates(first, second)
    of_0, of_1 = (np.where(is_counted, rate, 0.0).sum(axis=1, keepdims=True) for rate in (r0, r1))
    whole_0, whole_1 = (float((w * of).sum()) for w, of in ((w0, of_0), (w1, of_1)))
    within = (w0 + w1) / 2 * (of_1 - of_0) * told
    composition = (w1 - w0) * ((of_0 + of_1) / 2 - (whole_0 + whole_1) / 2) * told
    own = [np.where(one.sum(axis=1) > 0, of[:, 0], np.nan) for one, of in ((first, of_0), (second, of_1))]
    return ShareParts((whole_1 - whole_0) * told, within[:, 0], composition[:, 0], *own)


def _two_way(before: Floats, after: Floats) -> tuple[Floats, Floats]:
    first, second = checked_counts(before, after)
    if first.ndim != 2:
        raise ValueError(f"Give contacts as services by channels, not of shape {first.shape}.")
    return first, second


def _weights(first: Floats, second: Floats) -> tuple[Floats, Floats]:
    """Return each service's share of all contact, as columns; 0 where there was none at all."""
    w0, w1 = (ratio(one.sum(axis=1), np.full(len(one), one.sum())) for one in (first, second))
    return w0[:, None], w1[:, None]


def _rates(first: Floats, second: Floats) -> tuple[Floats, Floats]:
    """Return the channels' shares of each service; a service without contact has those of the other period, or 0."""
    r0, r1 = shares(first), shares(second)
    r0, r1 = np.where(np.isnan(r0), r1, r0), np.where(np.isnan(r1), r0, r1)
    return np.nan_to_num(r0), np.nan_to_num(r1)
