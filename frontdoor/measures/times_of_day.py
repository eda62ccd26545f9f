"""Times of day in words: '9am', '9:30am', 'midday', '9am to 10am'."""

MIDDAY, DAY_ENDS = 24, 48  # half-hours
NAMED = {0: "midnight", MIDDAY: "midday", DAY_ENDS: "midnight"}


def time_words(half_hour: int) -> str:
    """Return '9am', '9:30am', 'midday' or 'midnight' for the start of a half-hour, 0 to 48."""
    hour, half = divmod(half_hour, 2)
    said = f"{hour % 12 or 12}{':30' if half else ''}{'am' if hour < MIDDAY // 2 else 'pm'}"
    return NAMED.get(half_hour, said)


def span_words(first: int, before: int) -> str:
    """Return '9am to 10am' for the half-hours from `first` up to but not `before`."""
    return f"{time_words(first)} to {time_words(before)}"
