"""Whether two places of pilots' plans hold the same contacts."""

from frontdoor.strategy.pilot_hours import do_overlap
from frontdoor.strategy.pilot_plan import Where


def do_meet(one: Where, other: Where) -> bool:
    """Return whether two places may hold the same contact."""
    pairs = (
        (one.weekdays, other.weekdays),
        (one.services, other.services),
        (one.channels, other.channels),
        (one.wards, other.wards),
    )
    are_met = all(not own or not others or bool(set(own) & set(others)) for own, others in pairs)
    windows = one.window, other.window
    return are_met and (windows[0] is None or windows[1] is None or do_overlap(windows[0], windows[1]))
