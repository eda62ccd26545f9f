"""Does every view of every pilot answer its question, in words, to everybody, and can each be reached by a link?"""

import pytest

from frontdoor.answers.pilot_choices import View
from frontdoor.commands.options import opened
from frontdoor.commands.sample_pilots import enter_pilots, invented_plans

AUDIENCES = ("officer", "member", "committee", "public")
MONDAYS = "Open from 8am on Mondays"
NOT_STARTED = "Open from 8am on Mondays and Tuesdays"
RUNNING = "Tell people what happens next in planning"
CONFOUNDED = "Messages about bin days"
LATE = "Plainer council tax reminders"
HOUSING = "One officer sees your repair through"
ALL = (MONDAYS, HOUSING, LATE, CONFOUNDED, RUNNING, NOT_STARTED)


def opened_at(reading, home, title="", view=None, audience="officer", **query):
    """Return the page at one view of one pilot, or at the library."""
    asked = ({"pilot": title} if title else {}) | ({"pilot_view": view.value} if view else {})
    return reading(home, "pilots", asked | query, audience)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_library_tells_everybody_of_every_pilot(reading, sample_home, audience):
    screen = opened_at(reading, sample_home, audience=audience)
    assert not screen.is_broken
    assert screen.question.endswith("?")
    assert screen.answer.endswith(".")
    for title in ALL:
        assert title in screen.words


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("view", list(View))
def test_every_view_answers_everybody(reading, sample_home, view, audience):
    screen = opened_at(reading, sample_home, MONDAYS, view, audience)
    assert not screen.is_broken
    assert screen.question.endswith("?")
    assert screen.answer.endswith(".")
    assert "nan" not in screen.words.lower().split()


@pytest.mark.slow
@pytest.mark.parametrize("title", ALL[1:])
@pytest.mark.parametrize("view", list(View))
def test_every_view_of_every_pilot_is_answered_or_refused_in_words(reading, sample_home, view, title):
    screen = opened_at(reading, sample_home, title, view)
    assert not screen.is_broken
    assert screen.answer.endswith(".")
    assert "nan" not in screen.words.lower().split()


def test_each_view_has_a_question_of_its_own(reading, sample_home):
    assert len({opened_at(reading, sample_home, MONDAYS, view).question for view in View}) == len(View)


def test_the_verdict_is_the_first_view_and_an_unknown_one_is_as_good(reading, sample_home):
    first = opened_at(reading, sample_home, MONDAYS)
    assert first.question == opened_at(reading, sample_home, MONDAYS, View.VERDICT).question
    assert reading(sample_home, "pilots", {"pilot": MONDAYS, "pilot_view": "The month"}).question == first.question


def test_an_unknown_pilot_is_no_crash(reading, sample_home):
    screen = opened_at(reading, sample_home, "Open on the moon")
    assert not screen.is_broken
    assert screen.question == opened_at(reading, sample_home).question


def test_filters_of_other_pages_change_nothing(reading, sample_home):
    asked = {"service": "Planning", "channel": "Phone", "group": "Ward: Castle Wharf"}
    screen = opened_at(reading, sample_home, HOUSING, **asked)
    assert not screen.is_broken
    assert screen.answer == opened_at(reading, sample_home, HOUSING).answer


def test_a_confounded_pilot_names_what_else_happened(reading, sample_home):
    assert "Waste rounds changed" in opened_at(reading, sample_home, CONFOUNDED).words


def test_a_confounded_pilot_is_celebrated_in_no_view(reading, sample_home):
    answers = [opened_at(reading, sample_home, CONFOUNDED, view).answer for view in (View.VERDICT, *list(View)[2:])]
    for praise in ("because of", "could have been stopped", "extend", "which is better"):
        assert not [answer for answer in answers if praise in answer], praise


def test_a_pilot_entered_late_says_so(reading, sample_home):
    assert "etrospective" in opened_at(reading, sample_home, LATE).words
    assert "etrospective" not in opened_at(reading, sample_home, HOUSING).words


def test_a_running_pilot_is_too_early_to_say(reading, sample_home):
    assert "too early to say" in opened_at(reading, sample_home, RUNNING).words.lower()


@pytest.mark.parametrize("view", [None, *View])
def test_pilots_outside_the_figures_are_refused_in_words(reading, own_home, monkeypatch, view):
    monkeypatch.setenv("FRONTDOOR_HOME", str(own_home))
    home = opened("trentside")
    assert enter_pilots(home) == len(invented_plans(home.council))
    screen = opened_at(reading, own_home, MONDAYS if view else "", view)
    assert not screen.is_broken
    assert screen.answer.endswith(".")


def test_a_council_that_has_tried_nothing_says_so(reading, small_home):
    screen = opened_at(reading, small_home)
    assert not screen.is_broken
    assert screen.answer.endswith(".")
    assert MONDAYS in screen.words  # its strategy announced it, and nobody planned it here
