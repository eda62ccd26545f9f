"""What the map of the week can show: the two sums behind each figure, its unit, and the words around it."""

from collections.abc import Mapping
from dataclasses import dataclass

from frontdoor.answers.peaks_choices import Show
from frontdoor.schema.units import Better, Unit
from frontdoor.statistics.share_map_difference import Law


@dataclass(frozen=True, slots=True)
class Shown:
    """One figure of a half-hour: the sum of `top` over that of `bottom`, or over the days where `bottom` is ''.

    `measure` is its entry of the catalogue, `law` how one case of it varies ('' sums have none). `subtitle` says what is
    plotted, `worst` heads the hour that stands out and `answer` is the sentence of it, `noun` is what `bottom` counts.
    """

    measure: str
    top: str
    bottom: str
    unit: Unit
    better: Better
    subtitle: str
    worst: str = ""
    answer: str = ""
    law: Law | None = None
    noun: str = ""
    top_noun: str = ""
    key_words: tuple[str, ...] = ()


SHOWN: Mapping[Show, Shown] = {
    Show.WAIT: Shown(
        "average_speed_of_answer",
        "seconds_to_answer",
        "calls_with_wait",
        Unit.SECONDS,
        Better.LOWER,
        "Average wait of calls answered, by half-hour",
        "Waits are longest on {hour}",
        "On {hour} people wait {value}, the longest of the week.",
        Law.AMOUNT,
        "calls answered",
        "Seconds waited",
        ("Shorter", "Longer waits"),
    ),
    Show.ABANDONED: Shown(
        "abandonment_rate",
        "calls_abandoned",
        "calls_offered",
        Unit.SHARE,
        Better.LOWER,
        "Callers who gave up, % of calls, by half-hour",
        "Most give up on {hour}",
        "On {hour} {value} give up, the most of the week.",
        Law.SHARE,
        "calls",
        "Calls given up",
        ("Fewer", "More give up"),
    ),
    Show.IN_TIME: Shown(
        "service_level",
        "answered_within",
        "offered",
        Unit.SHARE,
        Better.HIGHER,
        "Answered within {within}, % of calls, by half-hour",
        "Fewest in time on {hour}",
        "On {hour} {value} get through in time, the fewest of the week.",
        Law.SHARE,
        "calls",
        "Answered in time",
        ("Fewer", "More in time"),
    ),
    Show.HANDLING: Shown(
        "average_handling_time",
        "seconds_handled",
        "contacts_with_handling_time",
        Unit.SECONDS,
        Better.NEITHER,
        "Average time to deal with a call, by half-hour",
        "Calls take longest on {hour}",
        "On {hour} a call takes {value}, the longest of the week.",
        Law.AMOUNT,
        "calls dealt with",
        "Seconds",
        ("Shorter", "Longer calls"),
    ),
}


def contacts_shown(column: str, noun: str) -> Shown:
    """Return how the number of contacts is shown, counted by `column` and called `noun`."""
    return Shown(
        column,
        column,
        "",
        Unit.COUNT,
        Better.NEITHER,
        f"{noun.capitalize()} per half-hour on an average day",
        noun=noun,
        key_words=("Fewer", f"More {noun}"),
    )
