"""Does every view of channel shift answer its question, in words, to everybody, and can each be reached by a link?"""

import pytest

from frontdoor.answers.shift_choices import View, Within

AUDIENCES = ("officer", "member", "committee", "public")


def opened(reading, home, view, audience="officer", **query):
    """Return the page at one view."""
    return reading(home, "shift", {"shift_view": view.value, **query}, audience)


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


def test_the_shift_is_the_first_view_and_an_unknown_one_is_as_good(reading, sample_home):
    first = reading(sample_home, "shift")
    assert first.question == "Are people moving online?"
    assert reading(sample_home, "shift", {"shift_view": "The month"}).question == first.question


def test_the_view_of_demand_peaks_is_another_choice(reading, sample_home):
    screen = reading(sample_home, "shift", {"view": "The year"})
    assert not screen.is_broken
    assert screen.question == "Are people moving online?"


@pytest.mark.parametrize("within", list(Within))
def test_coming_back_is_counted_within_the_days_chosen(reading, sample_home, within):
    screen = opened(reading, sample_home, View.STICK, within=within.value)
    assert not screen.is_broken
    assert within.value in screen.words


def test_the_level_and_the_shift_are_facts_of_their_own(reading, sample_home):
    screen = opened(reading, sample_home, View.LEVEL)
    labels = [fact.text for fact in screen.page.first("dl", "fd-facts").all("dt")]
    assert labels == ["Online, October 2026", "Target now: at least 48%", "Shift in a year", "Online contacts"]


def test_a_channel_chosen_is_no_shift_and_the_page_says_so(reading, sample_home):
    screen = opened(reading, sample_home, View.LEVEL, channel="Phone")
    assert not screen.is_broken
    assert "leave the channel filter out" in screen.words


@pytest.mark.parametrize("view", list(View))
def test_a_ward_is_answered_or_refused_in_words(reading, sample_home, view):
    screen = opened(reading, sample_home, view, group="Ward: Castle Wharf")
    assert not screen.is_broken
    assert screen.answer.endswith(".")


@pytest.mark.parametrize("view", list(View))
def test_a_month_or_two_of_figures_is_no_crash(reading, small_home, view):
    screen = opened(reading, small_home, view)
    assert not screen.is_broken
    assert screen.answer.endswith(".")
