"""Does every view of demand peaks answer its question, in words, to everybody, and can each be reached by a link?"""

import pytest

from frontdoor.answers.peaks_choices import Cut, Over, Show, Staffing, View

AUDIENCES = ("officer", "member", "committee", "public")


def opened(reading, home, view, audience="officer", **query):
    """Return the page at one view."""
    return reading(home, "peaks", {"view": view.value, **query}, audience)


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("view", list(View))
def test_every_view_answers_everybody(reading, sample_home, view, audience):
    screen = opened(reading, sample_home, view, audience)
    assert not screen.is_broken
    assert screen.question.endswith("?")
    assert screen.answer.endswith(".")
    assert screen.page.all("article", "fd-card")
    assert "Figures to 31 October 2026" in screen.words


def test_each_view_has_a_question_of_its_own(reading, sample_home):
    assert len({opened(reading, sample_home, view).question for view in View}) == len(View)


@pytest.mark.parametrize("show", list(Show))
@pytest.mark.parametrize("over", list(Over))
def test_the_map_shows_whatever_is_chosen(reading, sample_home, show, over):
    screen = opened(reading, sample_home, View.WEEK, show=show.value, over=over.value)
    assert not screen.is_broken
    assert screen.page.all("article", "fd-card")


@pytest.mark.parametrize("cut", list(Cut))
def test_the_forecast_is_cut_as_chosen(reading, sample_home, cut):
    screen = opened(reading, sample_home, View.FORECAST, grain=cut.value)
    assert not screen.is_broken
    assert "In the last 12 weeks the forecast was within 10%" in screen.words


@pytest.mark.parametrize("staffing", list(Staffing))
def test_advisers_are_counted_for_the_load_chosen(reading, sample_home, staffing):
    screen = opened(reading, sample_home, View.COVER, staffing=staffing.value)
    assert not screen.is_broken
    assert screen.page.all("article", "fd-card")


def test_an_unknown_view_is_the_first(reading, sample_home):
    screen = reading(sample_home, "peaks", {"view": "The month"})
    assert not screen.is_broken
    assert screen.question == opened(reading, sample_home, View.WEEK).question


@pytest.mark.parametrize("view", list(View))
def test_a_ward_cannot_be_told_and_says_why(reading, sample_home, view):
    screen = opened(reading, sample_home, view, group="Ward: Castle Wharf")
    assert not screen.is_broken
    assert "by ward" in screen.words
