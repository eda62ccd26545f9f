"""What speaks against a pilot whatever it found: each doubt as a whole sentence, '' where there is no ground for it."""

from collections.abc import Iterator

from frontdoor.answers.pilot_found import PilotFound
from frontdoor.answers.pilot_labels import capital
from frontdoor.answers.pilot_sensitivity_seen import SeenWays
from frontdoor.answers.pilot_verdict_reasons import LIMITS
from frontdoor.answers.sentences import count_noun
from frontdoor.measures.formatting import format_date, format_value, in_every_hundred
from frontdoor.schema.units import Unit
from frontdoor.statistics.pilot_analysis import PilotAnalysis
from frontdoor.statistics.pilot_verdict import SIGNIFICANT

HARDLY_BY_CHANCE = (
    "Chance hardly explains it. What is left is what nobody wrote down: something else that began with the pilot."
)
"""Said only where nothing else can be."""

HARDLY_EVER = 0.001
"""A p below it leaves chance out of the question."""


def confounded(found: PilotFound) -> Iterator[str]:
    """Yield each other thing that touched the main outcome and not its comparisons."""
    series = found.primary.series
    for event in series.events if series else ():
        if event.is_confounding:
            compared = "not what it is compared with" if series and series.labels else "nothing is compared with it"
            yield (
                f"**{capital(event.label)}** on {format_date(event.on_date)} touched the same figure, and {compared}. "
                "What changed may be its doing and not the pilot’s."
            )


def written_late(found: PilotFound) -> str:
    """Return that the plan came after the start."""
    if not found.held.is_retrospective:
        return ""
    late = (found.held.recorded_at.date() - found.held.plan.first_day).days
    return (
        f"The plan was written down {count_noun(late, 'day')} after the start, when the first figures could be seen: "
        "what counts as success may have been chosen to fit them."
    )


def no_comparison(found: PilotFound) -> str:
    """Return that nothing shows what would have happened anyway."""
    series = found.primary.series
    if series is None or series.labels:
        return ""
    return (
        "Nothing shows what would have happened anyway: no other day, service or place was compared, so what was expected is "
        "only the past carried on."
    )


def limited(found: PilotFound) -> Iterator[str]:
    """Yield what limits the main outcome's verdict, in the words of the analysis."""
    judged = found.primary.judged
    yield from (caution.value for caution in LIMITS if judged and caution in judged.cautions)


def disagreeing(ways: SeenWays | None) -> str:
    """Return how many other ways of working it out do not find it, or find something where there was nothing."""
    if ways is None:
        return ""
    if ways.false:
        return (
            f"The same sums show a change at least half as large at {ways.false} of {ways.pretended} pretended starts or places, "
            "where there was no pilot."
        )
    unclear = ways.number - ways.clear
    if not ways.number or not unclear:
        return ""
    opposite = f", {ways.opposite} of them the opposite" if ways.opposite else ""
    return f"Of {ways.number} other reasonable ways to work it out, {unclear} show no clear change that way{opposite}."


def edited(found: PilotFound) -> str:
    """Return that the plan was changed after the start, which changes nothing here."""
    number = len(found.held.edits)
    return (
        f"The plan was changed {count_noun(number, 'time')} after the start; what was fixed before counts here."
        if number
        else ""
    )


def chance(found: PilotFound) -> str:
    """Return how often chance alone looks like this; where hardly ever, what is left when nothing else speaks against it."""
    analysis = found.primary.analysis
    if not isinstance(analysis, PilotAnalysis) or found.primary.effect is None:
        return ""
    p = analysis.primary.p
    if p >= SIGNIFICANT:
        return f"Chance alone could explain it: {in_every_hundred(p, 'pilots that change nothing')} show as much, one way or the other."
    if p < HARDLY_EVER:
        return HARDLY_BY_CHANCE
    return f"Chance: about 1 in {format_value(1 / p, Unit.COUNT)} pilots that change nothing show as much, one way or the other."
