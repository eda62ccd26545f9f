"""What happened when: events of the council file and the register, starts and ends of pilots, as marks on a chart."""

from frontdoor.answers.context import Context
from frontdoor.answers.pilot_events import happened
from frontdoor.answers.recording_changes import RecordingChange
from frontdoor.figure import Mark
from frontdoor.periods import Period
from frontdoor.strategy.strategy import PromisedMeasure


def marks_of(
    promised: PromisedMeasure, period: Period, context: Context, changes: tuple[RecordingChange, ...] = ()
) -> tuple[Mark, ...]:
    """Return the events within the period that touch the measure's services (all of them where it names none).

    Changes of recording stand among them, so that nobody takes one for a change of habit.
    """
    told = happened(period.first, period.last, promised.channels, context)
    held = [(event.on_date, event.label, event.services) for event in told]
    held += [(change.on_date, change.mark, ()) for change in changes]
    own = set(promised.services)
    return tuple(
        Mark(on_date, label)
        for on_date, label, services in sorted(held)
        if period.first <= on_date <= period.last and (not own or not services or own & set(services))
    )
