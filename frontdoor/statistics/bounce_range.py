"""How many online contacts ended in a call or visit after all: known among linked contacts only, so told as a range."""

from dataclasses import dataclass

import numpy as np

from frontdoor.statistics.arrays import Booleans, Floats, ratio
from frontdoor.statistics.intervals import Intervals, wilson_interval


@dataclass(frozen=True, slots=True)
class BounceRange:
    """Digital contacts that bounced, arrays of one shape (a form, service or period each); NaN where it cannot be known.

    `lower`: those seen, as if no other had. `upper`: as many as can have bounced without being seen. `middle`: if
    contacts without a link bounce like those with one, and calls without a link follow like those with one; an
    assumption, never a finding. `share_of_linked`: seen over linked digital contacts, with its 95% interval.
    `is_known`: there are links on both sides; without them bounces cannot be known.
    """

    lower: Floats
    middle: Floats
    upper: Floats
    share_of_linked: Floats
    share_interval: Intervals
    linked_share: Floats
    linked_share_of_calls: Floats
    is_known: Booleans


@dataclass(frozen=True, slots=True)
class NetShare:
    """The digital share (0 to 1) as counted (`gross`), and net of bounces as a range; arrays alike, NaN not known."""

    gross: Floats
    lower: Floats
    middle: Floats
    upper: Floats


def bounce_range(digital: Floats, linked: Floats, bounced: Floats, calls: Floats, linked_calls: Floats) -> BounceRange:
    """Return the range of bounces among `digital` contacts, of which `linked` have a customer and `bounced` were seen to.

    `calls` are the phone calls and visits that could follow (same service, same period and the days after), `linked_calls`
    those with a customer. A bounce is seen only if both ends are linked; a call can be what one digital contact led to,
    so there are never more bounces than calls. Give digital contacts whose days to follow have passed. ValueError
    where a part exceeds its whole. Source: docs/decisions/0132.
    """
    of, known, seen, all_calls, known_calls = np.broadcast_arrays(
        *(np.asarray(given, dtype=np.float64) for given in (digital, linked, bounced, calls, linked_calls))
    )
    _refuse_impossible(of, known, seen, all_calls, known_calls)
    is_known = (known > 0) & ((known_calls > 0) | (all_calls == 0))
    unseen_after_a_link = np.minimum(known - seen, all_calls - known_calls)
    upper = seen + np.minimum(unseen_after_a_link + of - known, all_calls - seen)
    share, share_of_calls = ratio(seen, known, np.nan), ratio(known_calls, all_calls, np.nan)
    alike = np.nan_to_num(share) * of / np.where(share_of_calls > 0, share_of_calls, 1.0)
    lower, middle, upper = (np.where(is_known, ends, np.nan) for ends in (seen, np.clip(alike, seen, upper), upper))
    interval = wilson_interval(np.atleast_1d(seen), np.atleast_1d(known))
    ends = Intervals(*(np.where(is_known, end.reshape(of.shape), np.nan) for end in interval))
    return BounceRange(
        lower,
        middle,
        upper,
        np.where(is_known, share, np.nan),
        ends,
        ratio(known, of, np.nan),
        share_of_calls,
        is_known,
    )


def net_share(digital: Floats, contacts: Floats, bounces: BounceRange) -> NetShare:
    """Return the digital share of `contacts` with each bounced contact left out: it is counted as the call it became.

    (digital - bounced) / (contacts - bounced), which falls as more bounced. NaN where not known or without contacts.
    """
    of, whole = np.asarray(digital, dtype=np.float64), np.asarray(contacts, dtype=np.float64)
    if np.any((of < 0) | (of > whole)):
        raise ValueError("There are more digital contacts than contacts, or fewer than none.")
    ends = (
        ratio(of - off, np.nan_to_num(whole - off), np.nan) for off in (bounces.upper, bounces.middle, bounces.lower)
    )
    return NetShare(ratio(of, whole, np.nan), *ends)


def net_shift(before: NetShare, after: NetShare) -> NetShare:
    """Return the change of the digital share, gross and net of bounces.

    `lower`: most bounced after, fewest before; `upper` the other way round; `middle`: unlinked like linked in both.
    """
    return NetShare(
        after.gross - before.gross, after.lower - before.upper, after.middle - before.middle, after.upper - before.lower
    )


def _refuse_impossible(of: Floats, known: Floats, seen: Floats, calls: Floats, known_calls: Floats) -> None:
    for name, part, whole in (
        ("linked digital contacts", known, of), ("bounced contacts", seen, known),
        ("linked calls", known_calls, calls), ("bounced contacts", seen, known_calls),
    ):  # fmt: skip
        if not np.all((part >= 0) & (part <= whole)):
            raise ValueError(f"There are more {name} than can be, or fewer than none.")
