"""What weakens a pilot's evidence, in a word or two each: no comparison, too short, retrospective, something else meanwhile."""

from frontdoor.answers.pilot_found import PilotFound, State
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_verdict import FEWEST_WEEKS_TO_JUDGE, Caution

NO_COMPARISON = "no comparison"
TOO_SHORT = "too short"
RETROSPECTIVE = "retrospective"
CONFOUNDED = "something else happened meanwhile"
CANNOT_BE_WORKED_OUT = "cannot be worked out"
SHORT = (Reason.SHORT_PILOT, Reason.SHORT_SERIES, Reason.SHORT_BASELINE, Reason.FEW_TO_SPARE)


def marks_of(found: PilotFound) -> tuple[str, ...]:
    """Return the marks that apply, in a fixed order."""
    primary = found.primary
    judged = primary.judged
    cautions = judged.cautions if judged else ()
    has_comparison = bool(primary.series.labels) if primary.series else primary.outcome.comparison is not None
    was_short = found.state is State.FINISHED and (primary.analysis in SHORT or Caution.SHORT in cautions)
    is_short = was_short or found.planned_weeks < FEWEST_WEEKS_TO_JUDGE
    is_refused = isinstance(primary.analysis, Reason) and found.state is State.FINISHED
    is_unknown = primary.series is None or (is_refused and not is_short)
    is_confounded = Caution.CONFOUNDED in cautions or bool(primary.series and primary.series.is_confounded)
    marks = {
        RETROSPECTIVE: found.held.is_retrospective,
        NO_COMPARISON: not has_comparison,
        TOO_SHORT: is_short,
        CONFOUNDED: is_confounded,
        CANNOT_BE_WORKED_OUT: is_unknown,
    }
    return tuple(mark for mark, is_so in marks.items() if is_so)
