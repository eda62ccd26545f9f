"""Which answers of a file do not belong to the scale of their question: codes nobody documented, and two scales in one."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import duckdb

from frontdoor.intake.rejects import safe
from frontdoor.intake.report import Finding, FindingKind
from frontdoor.intake.source_types import Source

MOST_TOLD = 10
MOST_ANSWERS = 60  # a question with more different answers than any scale has is answered in free text

Answered = Mapping[tuple[str, str], Mapping[str, int]]
"""How often each answer stands in the file, by survey and question."""


def scale_findings(connection: duckdb.DuckDBPyConnection, source: Source) -> list[Finding]:
    """Return which answers in the view `incoming` the source does not document, or where words and numbers are mixed."""
    found: list[Finding] = []
    for (_, question), answers in _answered(connection).items():
        documented = source.documented.get(question)
        found += _undocumented(question, answers, documented) if documented else _mixed(question, answers)
    return found[:MOST_TOLD]


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
