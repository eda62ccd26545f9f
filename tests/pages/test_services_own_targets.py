"""Is a service judged by its own target from its own first day on, and by the council's before that and without one?"""

from datetime import UTC, date, datetime

import pytest

from frontdoor.access.audience import Audience
from frontdoor.answers.measure import measure
from frontdoor.filters import Filters
from frontdoor.periods import Period
from frontdoor.register.register import open_register
from frontdoor.register.target_changes import TargetChange, TargetPlace, change_target
from frontdoor.schema.units import Unit
from frontdoor.strategy.judgement import State

KEY = "calls_in_60_seconds"
SEPTEMBER, OCTOBER = Period(date(2026, 9, 1), date(2026, 9, 30)), Period(date(2026, 10, 1), date(2026, 10, 31))
EASY = TargetChange(
    0.01, Unit.SHARE, None, OCTOBER.first, why="A pilot", approved_by="Cabinet", approved_where="Item 7"
)


@pytest.fixture
def home(own_home, monkeypatch):
    monkeypatch.setenv("FRONTDOOR_HOME", str(own_home))
    place = TargetPlace(KEY, Unit.SHARE, "waste")
    now = datetime(2026, 9, 30, 9, tzinfo=UTC)
    change_target(open_register(own_home / "trentside"), place, EASY, author="Jo", now=now, seen=None)
    return own_home


def asked(period, *services):
    return measure(KEY, Filters("trentside", period, services=services), Audience.OFFICER)


def targets(answer):
    return {row.key: row.judgement.target.value for row in answer.by_service}


def test_its_row_is_judged_by_its_own_target(home):
    answer = asked(OCTOBER)
    assert targets(answer)["waste"] == 0.01
    assert targets(answer)["council_tax"] == 0.7
    (waste,) = [row for row in answer.by_service if row.key == "waste"]
    assert waste.judgement.state is State.MET
    assert waste.judgement.is_lowered
    bars = next(figure for figure in answer.figures if figure.key.endswith("services"))
    assert "Waste and recycling is judged by its own target, at least 1%." in bars.sentence
    assert "Target" in bars.table.columns


def test_before_its_own_began_it_is_judged_by_the_council_s(home):
    assert set(targets(asked(SEPTEMBER)).values()) == {0.7}


def test_a_page_of_that_service_alone_is_judged_by_it_and_of_several_by_the_council_s(home):
    assert asked(OCTOBER, "waste").result.judgement.target.value == 0.01
    assert asked(OCTOBER, "waste", "council_tax").result.judgement.target.value == 0.7
    assert asked(OCTOBER).result.judgement.target.value == 0.7


def test_what_made_it_easier_is_said_on_every_page(home, reading):
    words = reading(home, "complaints").words
    assert "60 seconds, Waste and recycling, from at least 80% to at least 1% on 1 October 2026. And 1 more." in words
    assert (
        "Calls answered within 60 seconds Waste and recycling at least 1%"
        in reading(home, "actions", {"account_view": "Targets"}).words
    )
