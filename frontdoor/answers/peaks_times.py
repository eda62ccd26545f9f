"""Times of the week in words: '9am', '9am to 10am', 'Monday 9am to 10am', 'Mondays'."""

from frontdoor.measures.times_of_day import DAY_ENDS, span_words, time_words

__all__ = ["DAY_ENDS", "WEEKDAYS", "hour_words", "span_words", "time_words"]

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def hour_words(weekday: int, first: int, half_hours: int = 2) -> str:
    """Return 'Monday 9am to 10am'; `weekday` is 0 for Monday."""
    return f"{WEEKDAYS[weekday]} {span_words(first, first + half_hours)}"
