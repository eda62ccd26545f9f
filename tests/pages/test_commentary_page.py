"""Is what an owner says kept beside its figure, asked for where a target is missed, and held against the data?"""

from datetime import UTC, date, datetime
from html import unescape

import pytest

from frontdoor.commands.main import main
from frontdoor.commands.options import opened
from frontdoor.intake.loading import load
from frontdoor.periods import Period
from frontdoor.register.commentary import About, all_commentary, comment, commentary_on
from frontdoor.register.register import open_register
from tests.pages.canonical_file import write_contacts
from tests.pages.screen import Screen

MISSED, NOT_SAID = "Calls answered within 60 seconds", "Missed, and nobody has said why."
OCTOBER = Period.month(date(2026, 10, 1))


def shown(reading, home, measure=MISSED, audience="officer", **query) -> Screen:
    return reading(home, "measure", {"measure": measure, "period": "October 2026", **query}, audience)


def say(screen: Screen, words: str, name: str = "Jo Smith") -> Screen:
    next(each for each in screen.session.text_area if each.label == "What you say of it").set_value(words)
    next(each for each in screen.session.text_input if each.label == "Your name").set_value(name)
    return press(screen, "Keep it")


def press(screen: Screen, label: str) -> Screen:
    next(each for each in screen.session.button if each.label == label).click()
    return screen.run()


def held(home):
    return commentary_on(open_register(home / "trentside"), About("calls_in_60_seconds", "", OCTOBER))


def test_a_missed_measure_asks_why_and_keeps_the_answer_beside_its_figure(reading, own_home):
    screen = shown(reading, own_home)
    assert not screen.is_broken
    assert NOT_SAID in screen.words
    say(screen, "Two posts are vacant.")
    assert not screen.is_broken
    kept = held(own_home)
    assert kept.words == "Two posts are vacant."
    assert (kept.figure["value"], kept.figure["target"]) == (pytest.approx(59 / 186), 0.7)
    assert (kept.figure["state"], kept.figure["generation"], kept.figure["doubts"]) == ("missed", 2, [])
    words = shown(reading, own_home).words
    assert NOT_SAID not in words
    assert "Two posts are vacant. Jo Smith (name given, not verified)" in words
    assert "Written beside 32% against a target of 70%: missed." in words
    assert "Now it is" not in words
    assert open_register(own_home / "trentside").verify_chain().is_whole


@pytest.mark.parametrize("audience", ["member", "committee", "public"])
def test_everybody_reads_it_and_only_officers_write(reading, own_home, audience):
    say(shown(reading, own_home), "Two posts are vacant.")
    screen = shown(reading, own_home, audience=audience)
    assert "Two posts are vacant." in screen.words
    assert ("Jo Smith" in screen.words) == (audience != "public")
    assert not [each for each in screen.session.button if each.label == "Keep it"]


def test_words_that_contradict_the_data_are_pointed_out_kept_and_marked(reading, own_home):
    screen = say(shown(reading, own_home), "We are on track.")
    assert "The data say otherwise:" in screen.words
    assert "“on track”: October 2026 is 32% against at least 70%, which is missed" in screen.words
    assert held(own_home) is None  # a first click only points it out
    press(screen, "Keep them all the same")
    assert not screen.is_broken
    (doubt,) = held(own_home).figure["doubts"]
    assert doubt.startswith("“on track”")
    assert doubt in shown(reading, own_home, audience="public").words


def test_words_that_were_changed_after_the_warning_are_read_anew(reading, own_home):
    screen = say(shown(reading, own_home), "We are on track.")
    say(screen, "We are not on track.")
    assert held(own_home).words == "We are not on track."
    assert held(own_home).figure["doubts"] == []


def test_the_second_of_two_writers_is_told_of_the_first(reading, own_home):
    one, other = (shown(reading, own_home) for _ in range(2))
    say(one, "Two posts are vacant.")
    say(other, "A storm.", "Sam")
    assert "Jo Smith changed this commentary meanwhile" in other.words
    assert held(own_home).words == "Two posts are vacant."
    say(other, "A storm.", "Sam")  # having seen it
    assert "1 earlier version" in shown(reading, own_home).words
    assert held(own_home).words == "A storm."


@pytest.mark.parametrize(("words", "name", "told"), [(" ", "Jo", "is empty"), ("Posts", " ", "Your name is empty")])
def test_what_cannot_be_kept_is_said(reading, own_home, words, name, told):
    assert told in say(shown(reading, own_home), words, name).words
    assert held(own_home) is None


def test_script_and_sql_are_only_ever_words(reading, own_home):
    hostile = "<script>alert(1)</script>'); drop table commentary; --"
    screen = say(shown(reading, own_home), hostile)
    assert "<script>" not in screen.html
    assert hostile in unescape(shown(reading, own_home).words)


def test_a_service_has_words_of_its_own_and_a_channel_none(reading, own_home):
    say(shown(reading, own_home, service="Waste and recycling"), "Bins were late.")
    assert held(own_home) is None
    (kept,) = all_commentary(open_register(own_home / "trentside"))
    assert kept.service == "waste"
    assert "Bins were late." not in shown(reading, own_home).words
    screen = shown(reading, own_home, channel="Phone")
    assert "kept for the whole council or for one service" in screen.words
    assert not [each for each in screen.session.button if each.label == "Keep it"]


def test_where_the_figure_has_since_changed_both_are_said(reading, own_home):
    say(shown(reading, own_home), "Two posts are vacant.")
    more = write_contacts(own_home / "more.csv", date(2026, 10, 1), 20, name="E", services=("waste",))
    load(opened("trentside"), more, "frontdoor")
    words = shown(reading, own_home).words
    assert "Written beside 32% against a target of 70%: missed. Now it is " in words
    assert held(own_home).figure["generation"] == 2


def test_words_entered_elsewhere_that_contradict_the_data_are_marked_as_they_are_now(reading, own_home, capsys):
    register, figure = open_register(own_home / "trentside"), {"value": 0.75, "target": 0.7, "state": "met"}
    about = About("calls_in_60_seconds", "", OCTOBER)
    comment(register, about, "The target was met.", figure, author="Jo", now=datetime.now(UTC))
    words = shown(reading, own_home).words
    assert "Written beside 75% against a target of 70%: met. Now it is 32% against a target of 70%: missed." in words
    assert "The data say otherwise: “target was met”: October 2026 is 32%" in words
    said = reading(own_home, "actions", {"account_view": "Actions", "period": "October 2026"}).words
    assert "What owners say of what is close or missed" in said
    assert "“The target was met.” The data say otherwise:" in said
    explain = ["explain", "calls_in_60_seconds", "--from", "2026-10-01", "--to", "2026-10-31"]
    assert main(explain) == 0
    out = capsys.readouterr().out
    assert "Its owner says (Jo (name given, not verified)" in out
    assert "Not predicted: fewer than 12 finished months are known." in out
