"""What was planted in the sample is found again through the product, and nothing is found where nothing was planted."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from frontdoor.access.audience import Audience
from frontdoor.answers.answer import Result
from frontdoor.answers.context import Context, bare, open_context
from frontdoor.answers.overview import overview
from frontdoor.answers.result import result_of
from frontdoor.filters import Filters
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.measure import Parameter
from frontdoor.periods import Period
from frontdoor.strategy.judgement import State
from frontdoor.strategy.strategy import DatedValue, PromisedMeasure
from sample_data.planted import contacts as planted
from tools.server import build_sample

OCTOBER = Period.month(date(2026, 10, 1))
LONG_AGO = date(2000, 1, 1)

Find = Callable[..., Result]

pytestmark = pytest.mark.slow


@pytest.fixture
def find(sample_home: Path, monkeypatch: pytest.MonkeyPatch) -> Find:
    monkeypatch.setenv("FRONTDOOR_HOME", str(sample_home))

    def found(key: str, period: Period = OCTOBER, days: int | None = None, **narrowed: tuple[str, ...]) -> Result:
        filters = Filters("trentside", period, **narrowed)
        context = open_context(filters, Audience.OFFICER)
        return result_of(promised(key, days, context), filters, context)

    return found


def promised(key: str, days: int | None, context: Context) -> PromisedMeasure:
    known = {each.key: each for each in context.council.measures}
    if key in known:
        return known[key]
    plain = bare(CATALOGUE[key])
    if days is None:
        return plain
    return replace(plain, parameters={Parameter.WITHIN_DAYS: (DatedValue(LONG_AGO, days),)})


def test_volumes_are_sized_to_life(find: Find) -> None:
    assert find("calls_offered", channels=("phone",)).value == pytest.approx(planted.CALLS_IN_OCTOBER_2026, abs=800)
    assert find("contacts").value == pytest.approx(planted.CONTACTS_IN_OCTOBER_2026, abs=1500)


def test_the_service_level_and_its_fall_are_found(find: Find) -> None:
    result = find("calls_in_60_seconds")
    assert result.value == pytest.approx(planted.OVERALL_SERVICE_LEVEL_IN_OCTOBER_2026, abs=0.015)
    assert result.judgement.state is State.MISSED
    assert result.change.direction == "worse"
    before = find("calls_in_60_seconds", Period(date(2024, 5, 1), date(2026, 6, 30)))
    assert before.value == pytest.approx(planted.OVERALL_SERVICE_LEVEL_BEFORE, abs=0.015)


@pytest.mark.parametrize(("service", "level"), planted.SERVICE_LEVEL_IN_OCTOBER_2026.items())
def test_each_service_has_the_level_planted(find: Find, service: str, level: float) -> None:
    assert find("calls_in_60_seconds", services=(service,)).value == pytest.approx(level, abs=0.02)


def test_the_slow_channel_shift_is_found(find: Find) -> None:
    first = find("contacts_online", Period.month(date(2024, 5, 1)))
    last = find("contacts_online")
    assert first.value == pytest.approx(planted.DIGITAL_SHARE_AT_FIRST, abs=0.012)
    assert last.value == pytest.approx(planted.DIGITAL_SHARE_IN_THE_END, abs=0.012)
    assert last.change.direction == "better"


def test_bounces_are_found_among_linked_contacts(find: Find) -> None:
    bounced = find("bounce", Period(date(2025, 11, 1), date(2026, 9, 30)), days=3)
    assert bounced.value == pytest.approx(planted.BOUNCED_WITHIN_3_DAYS, abs=0.01)


def test_a_target_made_easier_is_flagged(find: Find) -> None:
    judgement = find("calls_in_60_seconds").judgement
    assert judgement.is_lowered
    assert judgement.previous_target is not None
    assert (judgement.previous_target.value, judgement.target and judgement.target.value) == (0.8, 0.7)


def test_nothing_is_found_where_nothing_was_planted(shared_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = shared_folder / "quiet-council"
    build_sample(home, "--council", "ouseford")
    monkeypatch.setenv("FRONTDOOR_HOME", str(home))
    answer = overview(Filters("ouseford", OCTOBER), Audience.OFFICER)
    results = [result for promise in answer.promises for result in promise.results]
    changed = {result.key: result.change.words for result in results if result.change.direction in ("better", "worse")}
    assert results
    assert changed == {}
