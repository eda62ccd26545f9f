"""Reads what a measure is bound to beyond thresholds: a question of the bank, procedures, or a reported figure."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.measure import Kind, Measure, Parameter
from frontdoor.schema.units import Better, Unit
from frontdoor.strategy.entry import Entry, nearest
from frontdoor.strategy.question_bank import OF_ANY_SCALE, Question
from frontdoor.strategy.strategy import PromisedMeasure

BINDING_KEYS = ("question", "procedures", "reported", "provider", "unit", "better", "noun")


def bound_to(
    entry: Entry, promised: PromisedMeasure, questions: tuple[Question, ...], published: PromisedMeasure | None
) -> PromisedMeasure:
    """Return `promised` with what its entry binds it to, else what was published; StrategyError for what does not fit."""
    measure = CATALOGUE[promised.measure]
    _refuse_misplaced(entry, measure)
    readers: dict[str, Callable[[], object]] = {
        "question": lambda: entry.text("question"),
        "procedures": lambda: entry.texts("procedures"),
        "reported": lambda: entry.text("reported"),
        "provider": lambda: entry.text("provider"),
        "unit": lambda: entry.choice("unit", Unit, "unit"),
        "better": lambda: entry.choice("better", Better, "direction"),
        "noun": lambda: entry.text("noun"),
    }
    own: dict[str, Any] = {key: read() for key, read in readers.items() if entry.has(key)}
    held: dict[str, Any] = {key: getattr(published, key) for key in BINDING_KEYS if published}
    bound = replace(promised, **(held | own))
    _refuse_unfit_question(entry, measure, bound.question, questions)
    if Parameter.REPORTED in measure.needs and not bound.reported:
        raise entry.problem("reported", "name the figure as the returns do: the `measure` of each of their rows.")
    return bound


def _refuse_misplaced(entry: Entry, measure: Measure) -> None:
    """Raise for a key that this measure has no use for."""
    allowed = {"question": Parameter.QUESTION in measure.needs, "procedures": Parameter.PROCEDURES in measure.needs}
    for key in BINDING_KEYS:
        if entry.has(key) and not allowed.get(key, measure.kind is Kind.STATED):
            raise entry.problem(key, f"{measure.key} has no use for this; leave it out.")


def _refuse_unfit_question(entry: Entry, measure: Measure, key: str, questions: tuple[Question, ...]) -> None:
    """Raise where a survey measure has no question of the bank, or one whose scale it cannot be worked out from."""
    if Parameter.QUESTION not in measure.needs:
        return
    if not key:
        raise entry.problem(
            "question", f"{measure.key} needs the question it is about: one of the [[question]] tables."
        )
    bank = {question.key: question for question in questions}
    if key not in bank:
        raise entry.problem("question", f"no question is called that.{nearest(key, tuple(bank))}")
    unfit = [each.scale.key for each in bank[key].asked if measure.key not in each.scale.measures]
    if unfit and measure.key not in OF_ANY_SCALE:
        raise entry.problem("question", f"{measure.key} cannot be worked out from answers on the scale {unfit[0]}.")
