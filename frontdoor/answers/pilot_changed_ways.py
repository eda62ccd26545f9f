"""What each other way of working a pilot out is called, in words a committee reads."""

from frontdoor.answers.pilot_series import OutcomeSeries
from frontdoor.answers.sentences import count_noun, listed
from frontdoor.statistics.pilot_scale import Scale
from frontdoor.statistics.pilot_sensitivity import Row

PRETENDED = "(should show nothing)"
PLAIN = {
    "drift guard": "guard: what if the figure drifts slowly by itself",
    "effect as average": "take the change as one that builds up",
    "effect as step": "take the change as one that came at once",
    "no trend": "assume that nothing was rising or falling before",
    "with trend": "allow for a rise or fall before",
    "without comparisons": "leave out what it is compared with",
    "against comparisons": "compare with places where there was no pilot",
    "with yearly season": "allow for a yearly wave",
    "without yearly season": "do not allow for a yearly wave",
    "without holiday weeks": "leave out weeks with a bank holiday",
    "ordinary least squares": "ordinary least squares",
    "Newey-West, 3 lags": "least squares with Newey and West’s errors (HAC)",
}
EXACT = "main method: exact counts, as so few come"
SCALES = {
    Scale.RAW: "count changes in numbers, not in per cent",
    Scale.LOG: "count changes in per cent, not in numbers",
    Scale.ROOT: "count changes in square roots",
}


def way_words(row: Row, series: OutcomeSeries, *, is_exact: bool = False) -> str:
    """Return the plain name of a row: 'pretend it began 12 weeks earlier (should show nothing)'."""
    if row.name == "primary":
        return EXACT if is_exact else main_words(series)
    if row.name.startswith("on scale"):
        return SCALES[row.scale]
    return PLAIN[row.name] if row.number is None else _numbered(row.name, row.number, series)


def main_words(series: OutcomeSeries) -> str:
    """Return 'main method: the weeks before, and Tuesdays and Wednesdays'."""
    beside = f", and {_units(series)}" if series.labels else ""
    return f"main method: the weeks before{beside}"


def is_pretended(row: Row) -> bool:
    """Return whether the row is of a time or place without a pilot."""
    return row.name.startswith("pretended")


def _numbered(name: str, number: int, series: OutcomeSeries) -> str:
    match name:
        case "without the weeks of an event":
            return _without_event(number, series)
        case "shorter baseline":
            return f"use only the {number} weeks before it"
        case "pretended start":
            weeks = count_noun(series.weeks.first - number, "week")
            return f"pretend it began {weeks} earlier {PRETENDED}"
        case "without one comparison":
            return f"leave {series.labels[number]} out of the comparison"
    return f"pretend that {series.labels[number]} had the pilot {PRETENDED}"


def _without_event(number: int, series: OutcomeSeries) -> str:
    event = series.events[number]
    weeks = int(event.weeks.sum())
    label = event.label if event.label[:4] == "the " or event.label[1:2].isupper() else f"“{event.label}”"
    return f"leave out the {'week' if weeks == 1 else f'{weeks} weeks'} of {label}"


def _units(series: OutcomeSeries) -> str:
    return listed(list(series.labels)) if len(series.labels) <= 3 else f"{len(series.labels)} comparisons"
