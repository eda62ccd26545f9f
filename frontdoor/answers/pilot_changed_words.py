"""What happened to an outcome of a pilot, in the words of a headline and of one sentence, never surer than its verdict."""

from frontdoor.answers.pilot_effect_words import change_words, effect_words, level_words, ways_of
from frontdoor.answers.pilot_found import OutcomeFound, PilotFound, Range, State
from frontdoor.answers.pilot_series import OutcomeSeries
from frontdoor.answers.pilot_verdict_reasons import short_reason
from frontdoor.answers.sentences import listed
from frontdoor.measures.formatting import format_date
from frontdoor.schema.units import Unit
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_verdict import Caution, Claim, Verdict
from frontdoor.strategy.pilot_plan import Role

DOUBTS = {
    Caution.CONFOUNDED: "but something else happened too",
    Caution.DISAGREE: "but it may be slow drift",
    Caution.DRIFT: "but it may be slow drift",
    Caution.NO_SEASON: "but it may be the time of year",
    Caution.SHORT: "but the pilot was short",
}
"""What limits a change, as short as a headline needs; the first that holds is said."""
RUNNING_NOTE = "The pilot still runs, so this is too early to say and its range is 99.7%."
NO_CHANGE = "That may be chance: the range leaves room for no change."


def headline_words(each: OutcomeFound, found: PilotFound) -> str:
    """Return '8.6 points lower after the pilot began', with the doubt where there is one; that none can be told."""
    series = each.series
    if found.state is State.BEFORE:
        return "What there was before the pilot"
    if series is None:
        return _untold(found)
    if each.analysis is Reason.ZERO_BEFORE and each.during is not None:
        return f"{_a_week(level_words(each.during, series.measure.unit), series.measure.unit)}, where there were none before"
    if each.effect is None:
        return _untold(found)
    change = change_words(each.effect.value, series.measure.unit, ways_of(series.measure))
    if is_too_early(each):
        return f"So far {change}; too early to say"
    if not is_clear(each.effect):
        return "No clear change after the pilot began"
    doubt = doubt_of(each)
    return f"{_large(change)}, {doubt}" if doubt else f"{_large(change)} {_when(each, found)}"


def _untold(found: PilotFound) -> str:
    return "Nobody can tell yet what changed" if found.state is State.RUNNING else "Nobody can tell what changed"


def sentence_words(each: OutcomeFound, found: PilotFound) -> str:
    """Return '22% against 30% expected (26% to 35%): 8.6 points lower (3.3 to 13.9). Changed after the pilot began.' or less."""
    series = each.series
    if series is None:
        return short_reason(each)
    unit = series.measure.unit
    if found.state is State.BEFORE:
        return (
            f"{_a_week(level_words(each.before, unit), unit)} on average before the pilot."
            if each.before is not None
            else ""
        )
    if each.effect is None or each.during is None:
        return " ".join(part for part in (_levels(each, unit), short_reason(each)) if part)
    if each.analysis is Reason.ZERO_BEFORE:
        ends = effect_words(each.effect, unit, ways_of(series.measure))
        return f"{_large(ends)}, where there were none before. {Reason.ZERO_BEFORE.value}"
    seen, expected = (level_words(level, unit) for level in (each.during, expected_of(each.during, each.effect).value))
    effect = effect_words(each.effect, unit, ways_of(series.measure))
    return f"{_a_week(seen, unit)} against {expected} expected without it{_ends(each, unit)}: {effect}. {cause_words(each, found, series)}"


def cause_words(each: OutcomeFound, found: PilotFound, series: OutcomeSeries) -> str:
    """Return what may be said of the cause, and what limits it."""
    if is_too_early(each):
        return RUNNING_NOTE
    if each.effect is None or not is_clear(each.effect):
        return NO_CHANGE
    if is_because(each, found):
        units = listed(list(series.labels))
        return f"It was planned before, and {units} did not change alike, which supports “because of”."
    cautions = [_caution_words(caution, series) for caution in _cautions(each) if caution in DOUBTS]
    return " ".join(("Changed after the pilot began.", *cautions[:1]))


def _caution_words(caution: Caution, series: OutcomeSeries) -> str:
    """Return a caution as a sentence, what else happened by its name and day."""
    events = [f"{event.label} ({format_date(event.on_date)})" for event in series.events if event.is_confounding]
    if caution is not Caution.CONFOUNDED or not events:
        return caution.value
    return f"{_large(listed(events))} touched the same figure, and not what it is compared with."


def expected_of(during: float, effect: Range) -> Range:
    """Return what would have been without the pilot: what was, less its effect, with the ends that the effect's leave."""
    low = None if effect.high is None else during - effect.high
    return Range(during - effect.value, low, None if effect.low is None else during - effect.low)


def doubt_of(each: OutcomeFound) -> str:
    """Return what limits the change most, nothing where nothing does."""
    return next((words for caution, words in DOUBTS.items() if caution in _cautions(each)), "")


def is_clear(effect: Range) -> bool:
    """Return whether the range leaves out no change."""
    return (effect.low is not None and effect.low > 0) or (effect.high is not None and effect.high < 0)


def is_too_early(each: OutcomeFound) -> bool:
    """Return whether the plan's rule calls it too early to say."""
    return each.judged is not None and each.judged.verdict is Verdict.TOO_EARLY


def is_because(each: OutcomeFound, found: PilotFound) -> bool:
    """Return whether the design supports "because of" for this outcome: its own comparison, its benefit met, no doubt."""
    has_own = each.series is not None and bool(each.series.labels) and not each.series.is_confounded
    is_met = each.judged is not None and each.judged.verdict is Verdict.MET
    return found.claim is Claim.BECAUSE_OF and has_own and is_met and each.outcome.role is not Role.GUARD


def _when(each: OutcomeFound, found: PilotFound) -> str:
    return "because of the pilot" if is_because(each, found) else "after the pilot began"


def _cautions(each: OutcomeFound) -> tuple[Caution, ...]:
    told = each.judged.cautions if each.judged else ()
    is_confounded = each.series is not None and each.series.is_confounded
    return (*told, *((Caution.CONFOUNDED,) if is_confounded else ()))


def _levels(each: OutcomeFound, unit: Unit) -> str:
    if each.before is None or each.during is None:
        return ""
    return f"{_a_week(level_words(each.before, unit), unit)} before, {level_words(each.during, unit)} since."


def _ends(each: OutcomeFound, unit: Unit) -> str:
    if each.during is None or each.effect is None:
        return ""
    expected = expected_of(each.during, each.effect)
    if expected.low is None or expected.high is None:
        return ""
    return f" ({level_words(possible(expected.low, unit), unit)} to {level_words(possible(expected.high, unit), unit)})"


def possible(level: float, unit: Unit) -> float:
    """Return a level no lower than nobody, and a share no higher than everybody."""
    if unit in (Unit.SCORE, Unit.NET_POINTS):
        return level
    return min(max(level, 0.0), 1.0) if unit is Unit.SHARE else max(level, 0.0)


def _a_week(level: str, unit: Unit) -> str:
    return f"{level} a week" if unit is Unit.COUNT else level


def _large(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
