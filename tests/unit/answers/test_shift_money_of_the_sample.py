"""Trentside's savings and those left out: what was planted is found, what was not is not claimed, for every audience."""

from datetime import date

import pytest
from saved_home import lines_of

from frontdoor.access.audience import Audience
from frontdoor.answers.shift_left_out import left_out
from frontdoor.answers.shift_saved import saved
from frontdoor.filters import Filters
from frontdoor.periods import Period

pytestmark = pytest.mark.slow

OCTOBER = Filters("trentside", Period.month(date(2026, 10, 1)))


@pytest.fixture(autouse=True)
def trentside(sample_home, monkeypatch):
    monkeypatch.setenv("FRONTDOOR_HOME", str(sample_home))


@pytest.mark.parametrize("audience", list(Audience))
def test_people_aged_75_and_over_hardly_moved(audience):
    answer = left_out(OCTOBER, audience)
    assert answer.answer == "People aged 75 and over fell further behind in going online."
    assert "17% online, 16% a year before" in lines_of(answer, "By age")  # planted: 15% to 17% over 30 months
    assert "No group fell further behind" in lines_of(answer, "By ward")  # nothing is planted by ward
    assert "No group fell further behind" in lines_of(answer, "By customer type")


def test_calls_rose_with_the_waste_change_so_nothing_is_stood_behind():
    answer = saved(OCTOBER, Audience.OFFICER)
    assert answer.answer.endswith("we can stand behind none of it.")
    assert "Waste and recycling: about" in lines_of(answer, "Calls by service, against their own trend and season")
    assert any("Waste rounds changed (6 July 2026)" in note for note in answer.notes)
    said = lines_of(answer, "Did calls and visits really fall?")
    assert "Used: trend and season. No comparison services: every service moved online" in said


def test_every_picture_has_its_sentence_and_is_marked_invented():
    for answer in (saved(OCTOBER, Audience.MEMBER), left_out(OCTOBER, Audience.MEMBER)):
        figures = [figure for section in answer.sections for figure in section.figures]
        assert len(figures) >= 3
        for figure in figures:
            assert figure.sentence.endswith(".")
            assert figure.stamp == "Invented figures"
            assert len(figure.headline) < 60
