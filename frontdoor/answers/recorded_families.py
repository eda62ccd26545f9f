"""Which families of records a measure stands on, and by what each is told apart when looking for changes of recording."""

from frontdoor.answers.recording_changes import Subject
from frontdoor.schema.clock_marts import Clock
from frontdoor.schema.units import Family
from frontdoor.strategy import parameters
from frontdoor.strategy.bound import measure_of
from frontdoor.strategy.strategy import PromisedMeasure

CONTACTS = (Subject(Family.VOLUME, "channel"),)
WAITS = (Subject(Family.WAITS, "channel", is_live=True),)
REPLIES = (Subject(Family.WAITS, "channel", is_live=False),)
HANDLING = (Subject(Family.WAITS, "channel"),)
OUTCOMES = (Subject(Family.REASONS, "channel"),)
COMPLAINTS = (Subject(Family.COMPLAINTS, "service"),)
ANSWERS = (Subject(Family.SURVEYS, "service"), Subject(Family.SURVEYS, "channel"))

OF_QUESTION = {
    "waits_within": WAITS,
    "wait_seconds": WAITS,
    "wait_quantiles": WAITS,
    "complaint_totals": COMPLAINTS,
    "survey_scores": ANSWERS,
    "answer_counts": ANSWERS,
}
"""Questions that always read the same family."""

OF_COLUMN = {
    "contacts": CONTACTS,
    "linked_contacts": CONTACTS,
    "timed_contacts": CONTACTS,
    "costed_contacts": CONTACTS,
    "contacts_on_resolved_requests": CONTACTS,
    "calls_offered": WAITS,
    "calls_answered": WAITS,
    "calls_abandoned": WAITS,
    "calls_with_wait": WAITS,
    "longest_wait_seconds": WAITS,
    "contacts_with_handling_time": HANDLING,
    "contacts_assessed": OUTCOMES,
    "contacts_with_outcome": OUTCOMES,
}
"""Columns of the totals of contacts that tell which family they are of; the others stand beside one of these."""

OF_CLOCK = {Clock.FIRST_REPLY.value: REPLIES, Clock.COMPLETION.value: OUTCOMES}
"""Clocks of contacts; every other one is of complaints."""

ON_A_CLOCK = ("clock_results", "clock_durations", "working_days_taken")


def subjects_of(promised: PromisedMeasure) -> tuple[Subject, ...]:
    """Return what to look at for this measure, each once; nothing where changes of recording do not touch it.

    What follows from contacts (repeats, cases) comes and goes with them and is not looked at by itself.
    """
    found: dict[Subject, None] = {}
    for term in measure_of(promised).terms:
        if term.question in ON_A_CLOCK:
            found |= dict.fromkeys(OF_CLOCK.get(parameters.clock(promised), COMPLAINTS))
        else:
            found |= dict.fromkeys(OF_QUESTION.get(term.question, OF_COLUMN.get(term.column, ())))
    return tuple(found)
