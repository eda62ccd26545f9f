"""Survey questions answered by brute force on the responses in force; shares nothing with the SQL."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from brute_force import FOR_EVER, Asked, Declared, Key, Sums, grouped
from small_warehouse import Row

FLAGS = {
    "good": "is_good", "average": "is_average", "poor": "is_poor", "satisfied": "is_satisfied", "promoters": "is_promoter",
    "detractors": "is_detractor", "easy": "is_easy", "resolved": "is_resolved",
}  # fmt: skip


class Responses:
    """The responses that count, and what their sources give."""

    def __init__(self, rows: Sequence[Row], declared: Sequence[Declared]) -> None:
        responses = [row for row in rows if row["kind"] == "survey_responses"]
        self.held = {(row["source"], row["survey"]) for row in responses}
        self.rows = [row for row in responses if self._counts(row, declared)]
        self.giving = {
            (row["source"], name)
            for row in responses
            for name in ("ward", "customer_type", "age_band")
            if row[name] not in {None, "unknown"}
        }

    def _counts(self, row: Row, declared: Sequence[Declared]) -> bool:
        """Whether it answers anything and no source that holds the same survey is named instead."""
        if not row["answers"]:
            return False
        fitting = [one for one in declared if one.fits(row, "surveys") and (one.source, row["survey"]) in self.held]
        return not fitting or fitting[-1].source == row["source"]

    def asked(self, asked: Asked) -> list[tuple[Key, Row]]:
        """Return every response asked for, with the key of its sums."""
        found = []
        for row in self.rows:
            value = self._value(asked, row)
            if value is not None and asked.holds(row["activity_date"]) and asked.takes(row["service"], row["channel"]):
                found.append(((asked.period(row["activity_date"]), row["service"], row["channel"], value), row))
        return found

    def _value(self, asked: Asked, row: Row) -> str | None:
        if asked.attribute is None:
            return "all"
        value: str = row[asked.attribute] or "unknown"
        return value if (row["source"], asked.attribute) in self.giving and asked.value in {None, value} else None


def _fits(one: Row, row: Row) -> bool:
    day = row["activity_date"]
    return one["survey"] in {None, row["survey"]} and one["from_date"] <= day < (one["before_date"] or FOR_EVER)


def survey_scores(responses: Responses, asked: Asked, bank: Sequence[Row]) -> dict[Key, Sums]:
    names = ("responses", "answers", "valid_answers", *FLAGS, "points", "points_squared")
    sums = grouped(lambda: dict.fromkeys(names, 0))
    for key, row in responses.asked(asked):
        fitting = [one for one in bank if _fits(one, row)]
        if not fitting:
            continue
        held = sums[key]
        held["responses"] += 1
        for question, answer in zip(row["questions"], row["answers"], strict=True):
            scale = [one for one in fitting if one["question"] == question]
            held["answers"] += bool(scale)
            for one in scale:
                if one["answer"] == answer:
                    _score(held, one)
    return sums


def _score(held: Sums, one: Row) -> None:
    held["valid_answers"] += 1
    held["points"] += one["points"]
    held["points_squared"] += one["points"] ** 2
    for name, flag in FLAGS.items():
        held[name] += one[flag]


def answer_counts(responses: Responses, asked: Asked, bank: Sequence[Row]) -> dict[Any, Sums]:
    found: dict[Any, Counter[str]] = defaultdict(Counter)
    for key, row in responses.asked(asked):
        questions = {one["question"] for one in bank if _fits(one, row)}
        for question, answer in zip(row["questions"], row["answers"], strict=True):
            if question in questions:
                found[*key, question, answer]["answers"] += 1
    return {key: dict(counted) for key, counted in found.items()}
