"""What the two Complaint Handling Codes ask for, where the council has promised nothing of its own: shown, never judged."""

from dataclasses import replace

from frontdoor.measures.complaints import COMPLAINTS_PER_1000_HOMES
from frontdoor.measures.measure import Parameter
from frontdoor.strategy.council import Council
from frontdoor.strategy.dated import ALWAYS
from frontdoor.strategy.strategy import DatedValue, PromisedMeasure

CODES = "by the Complaint Handling Codes"
"""LGSCO, February 2024; Housing Ombudsman, April 2024 (DOMAIN.md sections 2.1 and 2.2)."""

PROCEDURES = ("corporate", "housing")
"""The procedures that follow them; social care and others have clocks of their own."""

OF_HOMES = ("housing",)
"""The procedure whose complaints are about a landlord's homes."""

_ACKNOWLEDGED = {Parameter.ACKNOWLEDGED_WITHIN: 5}
WORKING_DAYS = {
    "acknowledged_in_time": {Parameter.PROMISED_WORKING_DAYS: 5},
    "stage_1_in_time": {Parameter.PROMISED_WORKING_DAYS: 10, Parameter.LONGEST_EXTENSION: 10, **_ACKNOWLEDGED},
    "stage_2_in_time": {Parameter.PROMISED_WORKING_DAYS: 20, Parameter.LONGEST_EXTENSION: 20, **_ACKNOWLEDGED},
}
"""Working days of each clock: section 6 of both Codes."""

ENGLAND = "GB-ENG"
"""Where both Codes hold."""


def by_the_codes(plain: PromisedMeasure, council: Council) -> PromisedMeasure:
    """Return a measure nobody promised with the Codes' working days, where it is one of theirs and the council in England."""
    if plain.measure == COMPLAINTS_PER_1000_HOMES.key:
        return replace(plain, procedures=OF_HOMES)
    if plain.measure not in WORKING_DAYS or council.nation != ENGLAND:
        return plain
    codes = WORKING_DAYS[plain.measure].items()
    days: dict[Parameter, tuple[DatedValue, ...]] = {
        parameter: (DatedValue(ALWAYS, value, source=CODES),) for parameter, value in codes
    }
    return replace(plain, parameters=days, procedures=PROCEDURES)


def is_by_the_codes(promised: PromisedMeasure) -> bool:
    """Return whether the working days are the Codes' and not the council's own."""
    return any(each.source == CODES for each in promised.parameters.get(Parameter.PROMISED_WORKING_DAYS, ()))
