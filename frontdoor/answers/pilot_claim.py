"""Whether a pilot's change may be called its doing, with the reasons: "because of" or only "changed after"."""

from frontdoor.answers.pilot_found import PilotFound
from frontdoor.answers.pilot_labels import quoted
from frontdoor.answers.sentences import listed
from frontdoor.answers.view_answer import Box, Line
from frontdoor.measures.formatting import format_date
from frontdoor.statistics.pilot_analysis import PilotAnalysis
from frontdoor.statistics.pilot_verdict import SIGNIFICANT, Claim

TITLE = "“Because of” or only “changed after”?"
NO_COMPARISON = "there is no comparison that shows what would have happened anyway"
ONE_COMPARISON = "one comparison cannot show how far two such places drift apart by chance"
WRITTEN_LATE = "the plan was written down after the start"


def claim_box(found: PilotFound) -> Box:
    """Return what may be said of the cause, and why."""
    return Box(TITLE, (Line(*claim_words(found)),))


def claim_words(found: PilotFound) -> tuple[str, str]:
    """Return the claim in bold and its reasons."""
    analysis = found.primary.analysis
    if not isinstance(analysis, PilotAnalysis):
        return "Neither:", "no change of the main outcome can be worked out."
    if analysis.primary.p >= SIGNIFICANT:
        return "Neither:", "the main outcome shows no change that is clearly more than chance."
    if found.claim is Claim.BECAUSE_OF:
        series = found.primary.series
        labels = listed(list(series.labels)) if series else "the comparisons"
        words = f"it was planned before it started, {labels} did not change alike, and nothing else is known to have touched the figure."
        return "Because of the pilot:", words
    return "Changed after the pilot began:", f"we don’t say because of it, since {listed(reasons(found))}."


def reasons(found: PilotFound) -> list[str]:
    """Return what keeps a change from being called the pilot's doing, one clause each."""
    series = found.primary.series
    events = [event for event in series.events if event.is_confounding] if series else []
    said = [
        f"{quoted(event.label)} ({format_date(event.on_date)}) touched the same figure meanwhile" for event in events
    ]
    number = len(series.labels) if series else 0
    said += [NO_COMPARISON] if not number else [ONE_COMPARISON] if number == 1 else []
    said += [WRITTEN_LATE] if found.held.is_retrospective else []
    return said or ["the design does not support it"]
