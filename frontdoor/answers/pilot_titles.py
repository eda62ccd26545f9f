"""What pilots are called on the screen and in addresses: their titles, which the register keeps apart."""

from collections.abc import Iterable

from frontdoor.register.pilot_plans import HeldPilot


def titles_of(held: Iterable[HeldPilot]) -> dict[str, str]:
    """Return each pilot's title by its key, the latest first."""
    latest_first = sorted(held, key=lambda each: each.plan.first_day, reverse=True)
    return {each.plan.key: each.plan.title for each in latest_first}
