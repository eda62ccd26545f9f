"""Which survey questions are the same question: their wording by date and survey, their scale, and where a line breaks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from frontdoor.strategy.dated import ALWAYS, OPEN_ENDED
from frontdoor.strategy.scales import FLAGS, Scale, ScaleAnswer

OF_ANY_SCALE = ("response_rate", "response_rate_of_contacts")
"""Measures that count responses, whatever they answered."""

BankRow = dict[str, str | float | bool | date | None]
"""One struct of $bank: survey (null: every survey), question, from_date, before_date, answer, points and FLAGS."""


@dataclass(frozen=True, slots=True)
class Asked:
    """How a survey (None: every survey) asked the question over [from_date, before_date), in the source's own name for it.

    `breaks` says that answers from here on are not to be joined with earlier ones.
    """

    survey: str | None
    question: str
    from_date: date
    before_date: date | None
    words: str
    scale: Scale
    breaks: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the bank; `words` as it is asked now."""

    key: str
    label: str
    words: str
    scale: Scale
    asked: tuple[Asked, ...]


def bank_rows(question: Question, on: date | None = None) -> list[BankRow]:
    """Return $bank for one question: a struct for every way each answer is written, wherever the question is asked.

    With `on`, answers from before the last break until then, and from the next break on, are left out: they are another line.
    """
    since, until = _line(question, on) if on else (ALWAYS, OPEN_ENDED)
    return [
        _row(asked, answer, written) | _within(asked, since, until)
        for asked in question.asked
        if asked.from_date < until and (asked.before_date or OPEN_ENDED) > since
        for answer in asked.scale.answers
        for written in answer.written
    ]


def fitting_questions(measure: str, questions: Sequence[Question]) -> tuple[Question, ...]:
    """Return the questions a survey measure can be about, those on a scale of satisfaction first; all for a response rate."""
    if measure in OF_ANY_SCALE:
        return tuple(questions)
    fitting = [each for each in questions if measure in each.scale.measures]
    return tuple(sorted(fitting, key=lambda each: "share_satisfied" not in each.scale.measures))


def _line(question: Question, on: date) -> tuple[date, date]:
    """Return the days [since, until) whose answers compare with those of `on`."""
    until = min((day for day in breaks(question) if day > on), default=OPEN_ENDED)
    return unbroken_since(question, on) or ALWAYS, until


def _within(asked: Asked, since: date, until: date) -> BankRow:
    """Return the dates of `asked` cut to [since, until)."""
    before = asked.before_date or OPEN_ENDED
    return {"from_date": max(asked.from_date, since), "before_date": min(before, until)}


def _row(asked: Asked, answer: ScaleAnswer, written: str) -> BankRow:
    return {
        "survey": asked.survey,
        "question": asked.question,
        "answer": written,
        "points": answer.points,
        **{flag: bool(getattr(answer, flag)) for flag in FLAGS},
    }


def breaks(question: Question) -> tuple[date, ...]:
    """Return the days, ascending, from which a line starts anew: the wording or the scale changed after it was first asked."""
    first = min((asked.from_date for asked in question.asked), default=OPEN_ENDED)
    return tuple(sorted({asked.from_date for asked in question.asked if asked.breaks and asked.from_date > first}))


def unbroken_since(question: Question, on: date) -> date | None:
    """Return the last break on or before `on`, the first day comparable with it; None where nothing broke."""
    return max((day for day in breaks(question) if day <= on), default=None)
