"""Which answers of a file do not belong to the scale of their question: codes nobody documented, two scales in one."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

import duckdb

from frontdoor.intake.rejects import safe
from frontdoor.intake.report import Finding, FindingKind
from frontdoor.intake.source_types import Source
from frontdoor.strategy.question_bank import Question

MOST_TOLD = 10
MOST_ANSWERS = 60  # a question with more different answers than any scale has is answered in free text

Answered = Mapping[tuple[str, str], Mapping[str, int]]
"""How often each answer stands in the file, by survey and question."""


def scale_findings(connection: duckdb.DuckDBPyConnection, source: Source, bank: Sequence[Question]) -> list[Finding]:
    """Return which answers in the view `incoming` are on no scale: the source's own, else that of the question bank.

    Where neither says what the answers are, words mixed with numbers are told.
    """
    found: list[Finding] = []
    unasked: list[str] = []
    for (survey, question), answers in _answered(connection).items():
        documented, scales = source.documented.get(question), _scales(survey, question, bank)
        if documented:
            found += _undocumented(question, answers, documented)
        elif scales:
            found += _off_the_scale(question, answers, scales)
        else:
            found += _mixed(question, answers)
        if bank and not scales:
            unasked.append(question)
    return [*found[:MOST_TOLD], *_not_in_the_bank(unasked)]


def _scales(survey: str, question: str, bank: Sequence[Question]) -> frozenset[str]:
    """Return every way an answer to a survey's question is written on a scale of the bank; none where it is not in it."""
    return frozenset(
        written
        for each in bank
        for asked in each.asked
        if asked.question == question and asked.survey in (None, survey)
        for answer in asked.scale.answers
        for written in answer.written
    )


def _off_the_scale(question: str, answers: Mapping[str, int], scale: Collection[str]) -> list[Finding]:
    return [
        Finding(
            FindingKind.NOT_ON_THE_SCALE,
            f"{question}: the answer {safe(answer)} stands in {rows:,} rows and is not on its scale; kept, in no score.",
            rows,
            question,
            safe(answer),
        )
        for answer, rows in answers.items()
        if answer not in scale
    ]


def _not_in_the_bank(questions: Sequence[str]) -> list[Finding]:
    """Return one finding of all questions no measure can be about until the question bank names them."""
    named = sorted(set(questions))
    if not named:
        return []
    words = f"Not in the question bank, so in no score: {', '.join(safe(name) for name in named[:MOST_TOLD])}."
    return [Finding(FindingKind.UNKNOWN_QUESTION, words)]


def _answered(connection: duckdb.DuckDBPyConnection) -> Answered:
    rows = connection.execute(
        "select survey, question, answer, count(*) as answers from ("
        "select survey, unnest(questions) as question, unnest(answers) as answer from incoming"
        ") group by all order by survey, question, answers desc, answer"
    ).fetchall()
    counts: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for survey, question, answer, number in rows:
        counts[survey, question][answer] = number
    return counts


def _undocumented(question: str, answers: Mapping[str, int], documented: Sequence[str]) -> list[Finding]:
    return [
        Finding(
            FindingKind.NOT_ON_THE_SCALE,
            f"{question}: the answer {safe(answer)} stands in {rows:,} rows, and no document says what it means; kept.",
            rows,
            question,
            safe(answer),
        )
        for answer, rows in answers.items()
        if answer not in documented
    ]


def _mixed(question: str, answers: Mapping[str, int]) -> list[Finding]:
    """Return a finding where some answers to a question are numbers and some are words."""
    numbers = sum(rows for answer, rows in answers.items() if _is_number(answer))
    words = sum(answers.values()) - numbers
    if not numbers or not words or len(answers) > MOST_ANSWERS:
        return []
    sentence = (
        f"{question}: {numbers:,} answers are numbers and {words:,} are words: are two scales mixed in one column?"
    )
    return [Finding(FindingKind.NOT_ON_THE_SCALE, sentence, min(numbers, words), question)]


def _is_number(answer: str) -> bool:
    return answer.lstrip("+-").replace(".", "", 1).isdecimal()
