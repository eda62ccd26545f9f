"""Checks that a council has decided what the measures it promises need: digital channels, opening hours, costs, services."""

from collections.abc import Sized

from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.measure import Parameter
from frontdoor.strategy.council import Council
from frontdoor.strategy.entry import Entry, nearest


def refuse_unmet_needs(top: Entry, council: Council) -> None:
    """Raise StrategyError when a measure needs a decision, or counts a service, that the council file does not have."""
    decided: dict[Parameter, tuple[str, Sized]] = {
        Parameter.DIGITAL_CHANNELS: ("digital_channel", council.digital_channels),
        Parameter.OPENING_HOURS: ("opening", council.openings),
        Parameter.UNIT_COSTS: ("unit_cost", council.unit_costs),
        Parameter.HOMES: ("homes", council.homes),
    }
    for promised in council.measures:
        for need in CATALOGUE[promised.measure].needs:
            key, rows = decided.get(need, ("", (need,)))
            if not rows:
                raise top.problem(
                    key, f"measure.{promised.key} counts {promised.measure}, which needs [[{key}]] tables."
                )
        _refuse_unknown_services(top, council, promised.key, promised.services)


def _refuse_unknown_services(top: Entry, council: Council, measure: str, wanted: tuple[str, ...]) -> None:
    known = tuple(service.key for service in council.services)
    for service in wanted:
        if known and service not in known:
            raise top.problem(
                "service", f"measure.{measure} counts service {service}, which is not one.{nearest(service, known)}"
            )
