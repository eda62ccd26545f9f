"""Does a pilot's verdict say what its rule gives, why, and what speaks against it; and is it pointed at where it matters?"""

import re

import pytest

from frontdoor.answers.pilot_choices import View

MONDAY = "Open from 8am on Mondays"
CANNOT_TELL = "Your rule gives: run it on, since we can’t tell yet whether it worked."
CONFOUNDED, LATE = "Messages about bin days", "Plainer council tax reminders"
RUNNING, TO_COME = "Tell people what happens next in planning", "Open from 8am on Mondays and Tuesdays"


def opened(reading, home, pilot, view=View.VERDICT):
    """Return the page at one view of one pilot."""
    return reading(home, "pilots", {"pilot": pilot, "pilot_view": view.value})


def results(screen):
    """Return the last cell of each criterion."""
    return [row[-1] for row in screen.page.first("table", "fd-judged").rows()[1:]]


def test_the_library_marks_what_weakens_a_pilot(reading, sample_home):
    screen = reading(sample_home, "pilots")
    assert screen.answer.startswith("4 pilots have ended: ")
    rows = screen.page.first("table", "fd-judged").rows()[1:]
    weak = {title: row for row in rows for title in (LATE, CONFOUNDED) if row[0].startswith(title)}
    assert weak[LATE][3] == "Retrospective; no comparison; too short; something else happened meanwhile"
    assert weak[CONFOUNDED][3] == "Something else happened meanwhile"
    assert weak[CONFOUNDED][4] == "Can’t tell"


@pytest.mark.parametrize("pilot", [MONDAY, CONFOUNDED, LATE])
def test_a_pilot_that_ended_has_a_verdict_and_an_argument_against_it(reading, sample_home, pilot):
    screen = opened(reading, sample_home, pilot)
    assert not screen.is_broken
    assert screen.question == f"Did “{pilot}” work?"
    assert screen.answer.startswith("Your rule gives: ")
    headings = [heading.text for heading in screen.page.all("h2")]
    assert "The strongest argument against" in headings
    assert "“Because of” or only “changed after”?" in headings
    assert "Members decide." in screen.words
    assert not re.search(r"\b(nan|None)\b", screen.words)


def test_a_confounded_pilot_is_flagged_and_not_celebrated(reading, sample_home):
    screen = opened(reading, sample_home, CONFOUNDED)
    assert screen.answer == CANNOT_TELL
    assert "Waste rounds changed" in screen.page.first("section", "fd-quiet").text
    assert "Changed after the pilot began:" in screen.words
    assert "Because of the pilot:" not in screen.words
    assert "Met" not in results(screen)


def test_a_plan_written_late_is_never_called_fixed_before(reading, sample_home):
    screen = opened(reading, sample_home, LATE)
    assert screen.answer == CANNOT_TELL
    assert re.search(r"Written down after the start, \d+ [A-Z][a-z]+ \d{4}", screen.words)
    assert "retrospective for good" in screen.words
    assert "Fixed before the start" not in screen.words


def test_a_running_pilot_is_too_early_to_say_in_every_criterion(reading, sample_home):
    screen = opened(reading, sample_home, RUNNING)
    assert re.fullmatch(r"Too early to say: \d+ of 12 weeks done\.", screen.answer)
    assert "99.7% range" in screen.words
    assert set(results(screen)) == {"Too early to say"}


def test_a_pilot_to_come_is_not_judged_and_points_to_what_can_be_known(reading, sample_home):
    screen = opened(reading, sample_home, TO_COME)
    assert re.fullmatch(r"Not judged yet: it starts on \d+ [A-Z][a-z]+ \d{4}\.", screen.answer)
    links = {link.text: link.attributes["href"] for link in screen.page.all("a")}
    assert "pilot_view=Before+it+starts" in links["Before it starts"]
    assert not screen.page.all("span", "fd-status")


def test_filters_of_other_pages_are_not_offered(reading, sample_home):
    screen = opened(reading, sample_home, MONDAY)
    assert not screen.session.multiselect
    assert [each.key for each in screen.session.selectbox] == ["pilot"]


def test_an_unknown_pilot_is_said_to_be_unknown(reading, sample_home):
    screen = reading(sample_home, "pilots", {"pilot": "Open at midnight"})
    assert "There is no pilot called “Open at midnight”; showing all there are." in screen.words


def test_the_way_back_leads_to_all_pilots_and_the_page_can_be_printed(reading, sample_home):
    crumbs = opened(reading, sample_home, MONDAY).page.first("nav", "fd-crumbs")
    assert "pilot=All+pilots" in crumbs.first("a").attributes["href"]
    assert "data-print" in crumbs.first("button").attributes


def test_a_council_without_a_pilot_is_told_how_to_declare_one_and_why_before(reading, small_home):
    screen = reading(small_home, "pilots")
    assert screen.answer == "1 pilot announced, none declared yet."
    assert "Why before it starts:" in screen.words
    assert "Announced is not declared" in screen.words


def test_what_if_points_to_the_pilot_that_tried_it(reading, sample_home):
    screen = reading(sample_home, "peaks", {"view": "What if"})
    links = {link.text: link.attributes["href"] for link in screen.page.all("a")}
    assert "pilot=Open+from+8am+on+Mondays&" in links[f"What the pilot found: {MONDAY}"]


def test_the_overview_names_the_pilot_that_waits_for_members(reading, sample_home):
    attention = reading(sample_home).page.first("section", "fd-attention")
    links = {link.text: link.attributes["href"] for link in attention.all("a")}
    assert links["The verdict"].startswith("./pilots?pilot=Messages+about+bin+days")
