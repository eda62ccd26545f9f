"""Why there is no map of the week, and what would bring one."""

from frontdoor.answers.demand import NO_TIME_KNOWN
from frontdoor.answers.feedback_answer import Nothing
from frontdoor.answers.peaks_choices import Show

CANNOT_SAY = "We can’t say when in the week people need us."
DOCUMENT = "docs/canonical-csv.md"
COMMAND = "python -m frontdoor load FILE --source frontdoor"
LOAD_TIMES = "Load contacts with the time each began, or the sums of each half-hour:"
LOAD_COLUMNS = "Load an export that has it:"
NOTHING_THEN = "Nothing is recorded in these days. Choose a later period."
NO_HOURS = "Nobody can say what is outside opening hours: the council file gives none. Put them in council.toml under [[opening]]."
NOBODY_OUTSIDE = "Hardly anybody is recorded while we are closed."
NOT_COUNTED = (
    "Many phone systems do not record a call made while the line is closed, so there may have been more. "
    "Choose other channels to see when people write."
)
NOBODY = "Too few contacts are recorded in these days. Choose a longer stretch, or more services or channels."
NOT_RECORDED = {
    Show.CONTACTS: NOBODY,
    Show.WAIT: "How long people waited is not recorded for this choice.",
    Show.ABANDONED: "Whether callers gave up is not recorded for this choice.",
    Show.IN_TIME: "How long people waited is not recorded for this choice.",
    Show.HANDLING: "How long it took to deal with people is not recorded for this choice.",
}


def nothing_of(reason: str) -> Nothing:
    """Return what is said instead of a map; the command only where loading more would help."""
    if reason == NO_TIME_KNOWN:
        return Nothing(CANNOT_SAY, f"{reason} {LOAD_TIMES}", COMMAND, DOCUMENT)
    if reason == NOBODY_OUTSIDE:
        return Nothing(reason, NOT_COUNTED)
    if reason != NOBODY and reason in NOT_RECORDED.values():
        return Nothing(CANNOT_SAY, f"{reason} {LOAD_COLUMNS}", COMMAND, DOCUMENT)
    return Nothing(CANNOT_SAY, reason)
