"""Whether a pilot can succeed, in words: the smallest change it could find against the one hoped for, and the length needed."""

from frontdoor.answers.pilot_before_found import Findable, Odds
from frontdoor.answers.pilot_effect_words import size_words
from frontdoor.answers.sentences import count_noun
from frontdoor.answers.view_answer import Row, Table
from frontdoor.measures.formatting import NOTHING
from frontdoor.schema.units import Unit
from frontdoor.statistics.detectable_effect import LONGEST, Detectable, WeeksNeeded
from frontdoor.strategy.pilot_plan import Role

ANSWERS = {
    Odds.FOUND: "Yes: {weeks} could find the change hoped for.",
    Odds.LIKELY: "Probably: {weeks} could find the change hoped for, unless weeks vary more than it seems.",
    Odds.UNSURE: "It may not: {weeks} would find the change hoped for less than 4 times in 5.",
    Odds.MISSED: "No: {weeks} would miss the change hoped for more often than find it.",
}
TELLS = {
    Odds.FOUND: "it would be found at least 4 times in 5",
    Odds.LIKELY: "it would probably be found, but less often than 4 times in 5 if weeks vary more than it seems",
    Odds.UNSURE: "it would be found more often than missed, but less than 4 times in 5",
    Odds.MISSED: "it would be missed more often than found",
}
CANNOT = "We can’t say whether it could succeed."
NOTE = (
    "The smallest change is one that the planned analysis would find 4 times in 5, from how the weeks before varied: first as they most "
    "likely do, then a cautious value. Plans made on the first turn out too hopeful in about half of cases."
)
ROUGH = "That is rough: with so few weeks in all, how much weeks vary is itself little known."


def answer_words(primary: Findable, planned_weeks: int) -> str:
    """Return whether the pilot could find the change its plan hopes for."""
    if primary.odds is None:
        return CANNOT
    return ANSWERS[primary.odds].format(weeks=count_noun(planned_weeks, "week"))


def lead_words(primary: Findable, planned_weeks: int) -> str:
    """Return '12 weeks could find a change of 7.5 to 9.1 points or more; the plan hopes for 5: it would be missed ...'."""
    series = primary.found.series
    label = primary.found.outcome.label
    if primary.smallest is None or series is None:
        return f"{label}: {primary.reason or 'nothing is recorded.'}"
    unit = series.measure.unit
    size = smallest_words(primary.smallest, unit)
    said = f"{label}: {count_noun(planned_weeks, 'week')} could find a change of {size} or more"
    if primary.odds is None or primary.wanted is None:
        return f"{said}; the plan does not say what change would be worth having."
    rough = f" {ROUGH}" if primary.smallest.is_rough else ""
    return f"{said}; the plan hopes for {size_words(primary.wanted, unit)}: {TELLS[primary.odds]}.{rough} {length_words(primary, planned_weeks)}"


def smallest_words(size: Detectable, unit: Unit) -> str:
    """Return '7.5 to 9.1 points', or one size where both are said alike."""
    likely, cautious = size_words(size.likely, unit), size_words(size.cautious, unit)
    if likely == cautious:
        return likely
    number, _, word = likely.partition(" ")
    same = word and cautious.endswith(f" {word}") and " " not in word
    return f"{number if same else likely} to {cautious}"


def length_words(asked: Findable, planned_weeks: int) -> str:
    """Return how long the pilot would have to run for the change hoped for."""
    if asked.needed is None:
        return ""
    needed = asked.needed
    if needed.likely is None:
        other = "a closer comparison" if asked.found.series and asked.found.series.labels else "a comparison"
        return f"Not even {LONGEST} weeks would do: a longer run of weeks before it, {other} or a bigger change might."
    if needed.cautious is None:
        return f"It would take {count_noun(needed.likely, 'week')} at best, and more than {LONGEST} if weeks vary more than it seems."
    if needed.cautious <= planned_weeks:
        return f"{_range(needed)} would do."
    return f"It would take {_range(needed)}."


def _range(needed: WeeksNeeded) -> str:
    if needed.likely == needed.cautious:
        return count_noun(needed.likely or 0, "week")
    return f"{needed.likely} to {needed.cautious} weeks"


def outcomes_table(asked: tuple[Findable, ...]) -> Table:
    """Return every outcome with what the pilot could find of it."""
    rows = tuple(_row(each) for each in asked)
    columns = ("Outcome", "Smallest change it could find", "Hoped for", "Length needed")
    return Table("What it could find", columns, rows, NOTE, result_head="The change hoped for is")


def _row(asked: Findable) -> Row:
    outcome, series = asked.found.outcome, asked.found.series
    kind = {Role.PRIMARY: "decides", Role.GUARD: "guard", Role.SECONDARY: "for learning"}[outcome.role]
    if asked.smallest is None or series is None:
        return Row(
            (outcome.label, "can’t tell", NOTHING, NOTHING), result=asked.reason or "nothing recorded", detail=kind
        )
    unit = series.measure.unit
    rough = " (rough)" if asked.smallest.is_rough else ""
    wanted = NOTHING if asked.wanted is None else size_words(asked.wanted, unit)
    if outcome.role is Role.GUARD and asked.wanted is not None:
        wanted = f"at most {wanted} worse"
    size = f"{smallest_words(asked.smallest, unit)}{rough}"
    odds = asked.odds.value if asked.odds else ""
    return Row((outcome.label, size, wanted, _needed(asked.needed)), result=odds, detail=kind)


def _needed(needed: WeeksNeeded | None) -> str:
    if needed is None:
        return NOTHING
    if needed.likely is None:
        return f"more than {LONGEST} weeks"
    return f"{needed.likely} to more than {LONGEST} weeks" if needed.cautious is None else _range(needed)
