"""Where a commentary contradicts the data: what it claims, held against the figure, its trend and where its year is heading."""

from dataclasses import dataclass

from frontdoor.answers.action_heading import Heading, chance_words, state_words, value_in_words, year_words
from frontdoor.answers.answer import Result
from frontdoor.answers.commentary_claims import Claim, Said, claims
from frontdoor.answers.result_words import target_words, value_words
from frontdoor.strategy.judgement import State

OF_THE_STATE = {
    Claim.MET: (State.MISSED, State.CLOSE),
    Claim.MISSED: (State.MET,),
}
"""The states that each claim about the period contradicts."""

OF_THE_TREND = {
    Claim.BETTER: ("worse", "none"),
    Claim.WORSE: ("better", "none"),
    Claim.NOT_BETTER: ("better",),
    Claim.NOT_WORSE: ("worse",),
    Claim.SAME: ("better", "worse", "high", "low"),
    Claim.CHANGED: ("none",),
}
"""The changes, as the control chart says them, that each claim about the trend contradicts."""

OF_THE_YEAR = {
    Claim.ON_TRACK: (State.MISSED, State.CLOSE),
    Claim.WILL_MEET: (State.MISSED, State.CLOSE),
    Claim.OFF_TRACK: (State.MET,),
    Claim.WILL_MISS: (State.MET,),
}
"""The predicted states that each claim about the year contradicts."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the data say of a measure in a period: the judged result, and where its year is heading."""

    result: Result
    heading: Heading


def doubts(words: str, known: Known) -> tuple[str, ...]:
    """Return a sentence for each claim that the data contradict; none where there is no figure to hold it against."""
    result = known.result
    if result.value is None:
        return ()
    said = claims(words, result.measure.better, result.period)
    return tuple(sentence for each in said if (sentence := _doubt(each, known)))


def _doubt(said: Said, known: Known) -> str:
    state, direction = known.result.judgement.state, known.result.change.direction
    if state in OF_THE_STATE.get(said.claim, ()):
        return f"“{said.words}”: {figure_words(known.result)}."
    if direction in OF_THE_TREND.get(said.claim, ()):
        return f"“{said.words}”: {_trend_words(known.result)}."
    if known.heading.value is not None and known.heading.state in OF_THE_YEAR.get(said.claim, ()):
        return f"“{said.words}”: {year_end_words(known)}."
    if said.claim is Claim.ON_TRACK and _is_off_track(known):
        return f"“{said.words}”: {figure_words(known.result)}, and {_trend_words(known.result)}."
    if said.claim is Claim.OFF_TRACK and state is State.MET and known.heading.value is None:
        return f"“{said.words}”: {figure_words(known.result)}."
    return ""


def _is_off_track(known: Known) -> bool:
    """Say whether the target is missed, nothing says that the year will meet it, and it is not getting better."""
    state, direction = known.result.judgement.state, known.result.change.direction
    is_short = state is State.MISSED or (state is State.CLOSE and direction == "worse")
    return is_short and known.heading.state is not State.MET and direction != "better"


def figure_words(result: Result) -> str:
    """Return 'October 2026 is 62% against at least 70%, which is missed'."""
    state = state_words(result.judgement.state)
    return f"{result.period.label} is {value_words(result)} against {target_words(result)}, which is {state}"


def year_end_words(known: Known) -> str:
    """Return '2026/27 is heading for about 66%, between 64% and 68%: missed (less than 1 chance in 100 of at least 70%)'."""
    heading, measure = known.heading, known.result.measure
    chance = chance_words(heading, measure.better)
    return (
        f"{year_words(heading.year)} is heading for {value_in_words(heading, measure.unit)}: {state_words(heading.state)}"
        f"{f' ({chance})' if chance else ''}"
    )


def _trend_words(result: Result) -> str:
    if result.change.direction == "none":
        return "the latest month is within the usual ups and downs"
    if result.change.direction == "unknown":
        return "whether it changes cannot be told"
    return f"it is {_in_line(result.change.words)}, by more than the usual ups and downs"


def _in_line(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"
