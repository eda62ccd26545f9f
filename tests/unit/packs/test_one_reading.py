"""A pack's answers stand on one reading of the data, and say the same as they would on many."""

from contextlib import nullcontext
from datetime import UTC, date, datetime

import pytest

from frontdoor.access.audience import Audience
from frontdoor.answers.choices import choices
from frontdoor.answers.context import one_reading, open_context
from frontdoor.filters import Filters
from frontdoor.packs import making
from frontdoor.packs.making import make_pack
from frontdoor.packs.template import Show, Template, Wanted
from frontdoor.periods import Period
from frontdoor.warehouse.opening import Warehouse
from tests.pages.small_home import copied_small_home

OCTOBER = Filters("trentside", Period(date(2026, 10, 1), date(2026, 10, 31)))
NOW = datetime(2026, 11, 5, 9, tzinfo=UTC)
TEMPLATE = Template("two", "Twice the same", "", Audience.OFFICER, (Wanted(Show.PROMISES), Wanted(Show.EACH_MEASURE)))


@pytest.fixture(scope="module")
def home(shared_folder, tmp_path_factory):
    return copied_small_home(shared_folder, tmp_path_factory.mktemp("once") / "home")


@pytest.fixture(autouse=True)
def _at_home(home, monkeypatch):
    monkeypatch.setenv("FRONTDOOR_HOME", str(home))


def test_answers_for_one_audience_share_a_context_only_within_a_reading():
    with one_reading():
        first = open_context(OCTOBER, Audience.OFFICER)
        assert open_context(OCTOBER, Audience.OFFICER) is first
        assert open_context(OCTOBER, Audience.COMMITTEE) is not first
        assert choices("trentside", None, Audience.OFFICER) is choices("trentside", None, Audience.OFFICER)
    assert open_context(OCTOBER, Audience.OFFICER) is not first
    with one_reading():
        assert open_context(OCTOBER, Audience.OFFICER) is not first


def test_a_pack_is_the_same_with_and_without_and_asks_less(monkeypatch):
    asked = []
    ask = Warehouse.ask

    def counted(self, *question, **rest):
        asked.append(question)
        return ask(self, *question, **rest)

    monkeypatch.setattr(Warehouse, "ask", counted)
    shared = make_pack(TEMPLATE, OCTOBER, Audience.OFFICER, now=NOW)
    few = len(asked)
    monkeypatch.setattr(making, "one_reading", nullcontext)
    alone = make_pack(TEMPLATE, OCTOBER, Audience.OFFICER, now=NOW)
    assert shared.digest == alone.digest
    assert 0 < few < (len(asked) - few) * 0.8
