"""How an objective of a service plan stands, by the measures that show it, and whether a partner's returns are in."""

from enum import StrEnum


class Standing(StrEnum):
    """What can be said of an objective: of its measures judged, all met, some, none; else why nothing can be said."""

    ON_TRACK = "On track"
    PARTLY = "Partly on track"
    OFF_TRACK = "Off track"
    CANNOT_SAY = "Can’t say yet"
    NO_FIGURES = "No figures"
    NO_MEASURE = "No measure"


class Returned(StrEnum):
    """Whether what a partner owes has come."""

    ALL_IN = "All in"
    SOME_MISSING = "Missing"
    NOTHING_OWED = "None owed"


RULES = (
    "An objective is on track where every one of its measures that is judged was met in the period, partly where some were, "
    "off track where none was. Target to be set, too few to say and not finished are not judged."
)
