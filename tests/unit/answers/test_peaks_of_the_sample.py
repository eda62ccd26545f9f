"""The week and the year of Trentside: what was planted is found again, for every audience."""

from datetime import date

import pytest

from frontdoor.access.audience import Audience
from frontdoor.answers.peaks_choices import Over, Show
from frontdoor.answers.peaks_week import week
from frontdoor.answers.peaks_year import year
from frontdoor.filters import Filters
from frontdoor.periods import Period
from tests.unit.answers.week_home import map_of, words_of

pytestmark = pytest.mark.slow

OCTOBER = Filters("trentside", Period.month(date(2026, 10, 1)))
LONGEST_HEADLINE = 55


@pytest.fixture(autouse=True)
def trentside(sample_home, monkeypatch):
    monkeypatch.setenv("FRONTDOOR_HOME", str(sample_home))


@pytest.mark.parametrize("audience", list(Audience))
def test_mondays_from_9am_are_the_peak_for_every_audience(audience):
    answer = week(OCTOBER, audience, Show.CONTACTS, Over.YEAR)
    assert answer.answer.startswith("Monday 9am to 10am is the peak: twice the usual calls")
    assert words_of(answer).startswith("Monday 9am to 10am: ")
    assert map_of(answer).frame["value"].null_count() == 0


@pytest.mark.parametrize("show", list(Show))
@pytest.mark.parametrize("over", list(Over))
def test_every_map_has_its_words_and_they_fit(show, over):
    answer = week(OCTOBER, Audience.OFFICER, show, over)
    for section in answer.sections:
        for figure in section.figures:
            assert len(figure.headline) < LONGEST_HEADLINE
            assert figure.sentence.endswith(".")
            assert figure.stamp == "Invented figures"
    assert len(answer.sections[1].figures) == 2


def test_what_was_planted_in_the_year_is_found_again():
    answer = year(OCTOBER, Audience.OFFICER)
    words = words_of(answer)
    assert (
        answer.answer == "The day after a bank holiday brings 24% more calls; the busiest day was Monday 6 July 2026."
    )
    assert "Waste rounds changed, 6 July 2026: " in words
    assert "more calls a day" in words.split("Waste rounds changed, 6 July 2026: ")[1].split("\n")[0]
    assert "Pilot starts: Messages about bin days, 29 June 2026: no change beyond noise" in words
    assert "Council tax bills sent: expected in the week of Monday 8 March 2027" in words
