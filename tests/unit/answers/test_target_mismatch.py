"""Words that promise something else than the target are named; words that agree, and figures of the past, are not."""

from dataclasses import dataclass, replace
from datetime import date

import pytest

from frontdoor.answers.target_mismatch import mismatches, numbers_said
from frontdoor.measures.measure import Parameter
from frontdoor.schema.units import Unit
from frontdoor.strategy.council import Council
from frontdoor.strategy.reading import read_council, shipped_councils
from frontdoor.strategy.strategy import DatedValue, PromisedMeasure, Target

TODAY = date(2026, 11, 22)


@dataclass
class Files:
    """What is looked at of a council: its files, with the targets as they state them."""

    council: Council

    def measures(self) -> tuple[PromisedMeasure, ...]:
        return self.council.measures

    def targets(self, promised: PromisedMeasure) -> tuple[Target, ...]:
        return promised.targets


def found(council: Council) -> list[str]:
    return [each.sentence for each in mismatches(Files(council), TODAY)]  # type: ignore[arg-type]


def shipped(name: str) -> Council:
    return read_council(shipped_councils() / f"{name}.toml")


def changed(council: Council, key: str, **changes: object) -> Council:
    measures = (replace(each, **changes) if each.key == key else each for each in council.measures)  # type: ignore[arg-type]
    return replace(council, measures=tuple(measures))


@pytest.mark.parametrize("file", sorted(shipped_councils().glob("*.toml")), ids=lambda file: file.stem)
def test_what_is_shipped_agrees_with_itself(file) -> None:
    assert found(read_council(file)) == []


def test_within_20_seconds_against_300_is_named() -> None:
    council = shipped("nenebridge")
    (key,) = [each.key for each in council.measures if each.measure == "service_level" and "phone" in each.channels][:1]
    slow = {Parameter.WITHIN_SECONDS: (DatedValue(date(2026, 4, 1), 300),)}
    said = found(changed(council, key, parameters=slow))
    assert any("within 20 seconds" in each and "held against 5 minutes, not 20 seconds" in each for each in said)


def test_a_label_that_says_60_seconds_against_300_is_named() -> None:
    slow = {Parameter.WITHIN_SECONDS: (DatedValue(date(2026, 4, 1), 300),)}
    (said,) = found(changed(shipped("trentside"), "calls_in_60_seconds", parameters=slow))
    assert said.startswith("Its label says “Calls answered within 60 seconds”")


def test_a_promise_of_90_per_cent_against_a_target_of_60_is_named() -> None:
    council = shipped("thamesmere")
    promised = next(each for each in council.measures if each.measure == "answer_rate")
    lower = Target(date(2026, 11, 1), 0.6, Unit.SHARE, None, source="test")
    said = found(changed(council, promised.key, targets=(*promised.targets, lower)))
    assert any("At least 90% of calls" in each and "held against 60%" in each for each in said)


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("within 20 seconds (five rings)", {Unit.SECONDS: {20}}),
        ("in two minutes", {Unit.SECONDS: {120}}),
        ("acknowledged in 5 working days and answered in 10", {Unit.WORKING_DAYS: {5, 10}}),
        ("80% of calls in 20 seconds", {Unit.SHARE: {0.8}, Unit.SECONDS: {20}}),
        ("it took 17 seconds longer than a year before", {}),
        ("open from 8am to 9am, tried for 12 weeks in 2026", {}),
    ],
)
def test_numbers_are_read_out_of_words(words: str, numbers: dict[Unit, set[float]]) -> None:
    assert numbers_said(words) == numbers
