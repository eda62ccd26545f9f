"""What a reader can choose on the views of demand peaks: what the map shows, over which days, and how finely."""

from enum import StrEnum


class View(StrEnum):
    """The views, by the words in the address and on the screen."""

    WEEK = "The week"
    YEAR = "The year"
    LIMIT = "The limit"
    FORECAST = "The forecast"
    COVER = "The cover"
    WHAT_IF = "What if"


class Show(StrEnum):
    """What the map of the week shows; CONTACTS are calls where only live channels are chosen."""

    CONTACTS = "Contacts"
    WAIT = "Average wait"
    ABANDONED = "Callers who gave up"
    IN_TIME = "Answered in time"
    HANDLING = "Handling time"
    OUTSIDE = "Outside opening hours"


class Over(StrEnum):
    """Which days are counted: the 52 weeks up to the end of the period chosen, or just that period."""

    YEAR = "52 weeks"
    PERIOD = "The period chosen"


class Cut(StrEnum):
    """How finely the forecast is cut."""

    WEEK = "week"
    DAY = "day"
    HALF_HOUR = "half-hour"


class Staffing(StrEnum):
    """Which load advisers are needed for."""

    FORECAST = "The next 8 weeks"
    MEAN_DAY = "An average day of the last 52 weeks"
    BUSY_DAY = "A busy day (80th percentile) of the last 52 weeks"
