"""Why an outcome cannot be told, or not surely, in the sentence of whoever refused it."""

from frontdoor.answers.pilot_found import OutcomeFound
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_verdict import Caution

LIMITS = (Caution.DISAGREE, Caution.NO_SEASON, Caution.DRIFT, Caution.SHORT, Caution.EARLY_STOP)
"""Cautions that limit a verdict, beside that of something else happening meanwhile."""

UNKNOWN = "Nothing is known of it."


def short_reason(each: OutcomeFound) -> str:
    """Return why there is no effect: what could not be asked, or what the analysis refuses; a whole sentence."""
    if each.trouble:
        return each.trouble
    if isinstance(each.analysis, Reason):
        return each.analysis.value
    if each.judged and each.judged.reason:
        return each.judged.reason.value
    return UNKNOWN


def limit_of(each: OutcomeFound) -> str:
    """Return what keeps an outcome's verdict from being as sure as its range looks, in the analysis's own words; '' for nothing."""
    cautions = each.judged.cautions if each.judged else ()
    is_running = Caution.RUNNING in cautions  # then it has not run for long, and that is no fault of it
    told = [caution for caution in (Caution.CONFOUNDED, *LIMITS) if not (is_running and caution is Caution.SHORT)]
    return next((caution.value for caution in told if caution in cautions), "")
