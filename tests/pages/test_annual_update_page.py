"""Is the annual update drafted from the pages' own numbers, written in words only, and issued as versions nobody can change?"""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from html import unescape

import pytest
import streamlit as st

from frontdoor.access.audience import Audience
from frontdoor.answers.update_made import Asking
from frontdoor.answers.update_versions import versions
from frontdoor.register.annual_updates import section_words
from frontdoor.register.auditing import canonical, digest_of
from frontdoor.register.register import open_register
from tests.pages.screen import Screen

VIEW = {"account_view": "The annual update"}
DRAFT = "Draft the annual update"
TARGETS = "Targets changed, and targets to be set"
OWN = "Waits got longer after the move to the new office."


def shown(reading, home, audience="officer", **query) -> Screen:
    return reading(home, "actions", {**VIEW, **query}, audience)


def drafted(reading, home, audience="officer", **query) -> Screen:
    return press(shown(reading, home, audience, **query), DRAFT)


def press(screen: Screen, label: str) -> Screen:
    next(each for each in screen.session.button if each.label == label).click()
    return screen.run()


def labels(screen: Screen) -> list[str]:
    return [each.label for each in screen.session.button]


def written(screen: Screen, words=OWN, name="Jo Smith") -> Screen:
    next(each for each in screen.session.text_area if each.label == "Your words").set_value(words)
    next(each for each in screen.session.text_input if "words-by" in each.key).set_value(name)
    return press(screen, "Keep these words")


def issued(screen: Screen, name="Jo Smith") -> Screen:
    next(each for each in screen.session.text_input if "issue-by" in each.key).set_value(name)
    return press(screen, "Issue this update")


def titles(screen: Screen) -> list[str]:
    return [each.first("h2").text for each in screen.page.all("section", "fd-paper")]


def test_every_section_is_drafted_in_order(reading, sample_home):
    screen = drafted(reading, sample_home)
    assert not screen.is_broken
    assert screen.question == "What does scrutiny hear of the year? 2025/26"
    assert screen.answer.startswith("Of 6 promises in 2025/26: ")
    assert titles(screen) == [
        "Promises kept or not",
        TARGETS,
        "Pilots",
        "Complaints",
        "Actions done and late",
        "Satisfaction",
        "Equality and inclusion",
        "Next year’s plan",
        "What happened in the year",
    ]


def test_every_number_leads_to_where_it_comes_from(reading, sample_home):
    page = drafted(reading, sample_home).page
    numbers = page.all("a", "fd-from")
    places = [item.attributes["id"] for item in page.first("section", "fd-sources").all("li")]
    assert len(numbers) > 100
    assert len(places) == len(set(places))
    assert {number.attributes["href"].removeprefix("#") for number in numbers} <= set(places)


def test_a_year_that_still_runs_is_said_to(reading, small_home):
    screen = drafted(reading, small_home)
    assert "The year 2026/27 is still running: figures are of" in screen.words
    assert "nothing here is final" in screen.words


@pytest.mark.parametrize("audience", ["committee", "public"])
def test_no_draft_is_shown_to_those_who_read_what_is_issued(reading, own_home, audience):
    screen = shown(reading, own_home, audience)
    assert not screen.is_broken
    assert screen.answer == "No update of 2026/27 has been issued yet."
    assert DRAFT not in labels(screen)
    issued(drafted(reading, own_home))
    screen = shown(reading, own_home, audience)
    assert "Version 1, issued" in screen.words
    assert titles(screen)[0] == "Promises kept or not"
    assert not {DRAFT, "Keep these words", "Issue this update"} & set(labels(screen))
    assert "Draft, not issued" not in shown(reading, own_home, audience, update_shows="Draft").words


def test_members_read_the_draft_and_write_nothing(reading, own_home):
    screen = drafted(reading, own_home, "member")
    assert titles(screen)
    assert not {"Keep these words", "Issue this update"} & set(labels(screen))


def test_words_stand_beside_the_numbers_and_who_wrote_them_is_said(reading, own_home):
    screen = written(drafted(reading, own_home))
    assert not screen.is_broken
    assert "Your words for “Promises kept or not” are kept." in screen.words
    own = screen.page.first("section", "fd-paper").first("div", "fd-own").text
    assert OWN in own
    assert "Written by Jo Smith (name given, not verified)" in own
    kept = section_words(open_register(own_home / "trentside"), datetime(2026, 4, 1, tzinfo=UTC).date())["promises"]
    assert kept.words == OWN
    assert kept.figures["promises | headline"] == screen.answer


def test_a_number_written_that_the_figures_do_not_show_is_pointed_out(reading, own_home):
    screen = written(drafted(reading, own_home), "We answered 99.9% of calls, as in 2025/26.")
    assert "Not among this section’s figures: 99.9%" in screen.words
    assert "Officers’ own numbers, not worked out here: 99.9%." in screen.words


def test_script_in_what_is_written_is_shown_as_written(reading, own_home):
    screen = written(drafted(reading, own_home), "<script>alert(1)</script>'; drop table update_words; --")
    assert "<script>alert" not in screen.html
    assert "<script>alert(1)</script>" in unescape(screen.words)


def test_the_second_of_two_writers_is_told_of_the_first(reading, own_home):
    one, other = (drafted(reading, own_home) for _ in range(2))
    written(one)
    written(other, "Other words.", "Sam Field")
    assert "Jo Smith changed this section meanwhile" in other.words
    kept = section_words(open_register(own_home / "trentside"), datetime(2026, 4, 1, tzinfo=UTC).date())
    assert kept["promises"].words == OWN


def test_numbers_that_changed_since_the_words_are_pointed_out(reading, own_home):
    screen = drafted(reading, own_home)
    next(each for each in screen.session.selectbox if each.label == "Section").set_value(TARGETS)
    written(screen.run())
    assert "Numbers changed since these words were written" not in drafted(reading, own_home).words
    target = reading(own_home, "actions", {"account_view": "Targets", "target": "Calls answered within 60 seconds"})
    change_target(target)
    screen = drafted(reading, own_home)
    assert "Numbers changed since these words were written" in screen.words


def change_target(screen: Screen) -> None:
    """Put a harder target in force from today."""
    said = {"New target, with its unit": "95%"}
    for field in screen.session.text_input:
        if field.label in said:
            field.set_value(said[field.label])
    next(each for each in screen.session.text_area if each.label == "Why it changes").set_value("More staff")
    for key, words in (("change-approved", "Cabinet"), ("change-where", "Item 7"), ("change-by", "Jo Smith")):
        next(each for each in screen.session.text_input if key in each.key).set_value(words)
    press(screen, "Enter the change")


def test_a_version_is_kept_whole_and_what_changed_since_is_said(reading, own_home):
    screen = issued(drafted(reading, own_home))
    assert "Version 1 of the update of 2026/27 is issued, digest" in screen.words
    assert "Nothing is different since version 1." in screen.words
    issued(screen)
    assert "Nothing differs from version 1, so there is nothing to issue." in screen.words
    screen = written(screen)
    assert "Different since version 1: officers’ words in 1 section." in screen.words
    screen = issued(screen)
    old = shown(reading, own_home, update_shows="Version 1")
    assert OWN not in old.page.first("section", "fd-paper").text
    assert OWN in shown(reading, own_home, update_shows="Version 2").page.first("section", "fd-paper").text


def test_a_version_altered_in_the_database_is_shown_as_altered(reading, own_home):
    issued(drafted(reading, own_home))
    assert "altered in the database" not in shown(reading, own_home, update_shows="Version 1").words
    alter(own_home, "update update_versions set content = replace(content, 'not judged', 'kept by all')")
    assert "This version was altered in the database" in shown(reading, own_home, update_shows="Version 1").words
    assert "Altered after it was issued" in shown(reading, own_home).words
    alter(own_home, "update update_versions set content = 'no json'")
    screen = shown(reading, own_home, update_shows="Version 1")
    assert not screen.is_broken
    assert screen.answer == "Version 1 cannot be read any more."


def test_altered_together_with_its_digest_it_is_still_shown_as_altered(reading, own_home):
    issued(drafted(reading, own_home))
    with closing(sqlite3.connect(own_home / "trentside" / "register.sqlite")) as file:
        content = json.loads(file.execute("select content from update_versions").fetchone()[0])
    content["parts"][0]["sentences"][0]["words"] = "All promises were kept."
    written_again = canonical(content).replace("'", "''")
    alter(own_home, f"update update_versions set content = '{written_again}', digest = '{digest_of(content)}'")
    screen = shown(reading, own_home, update_shows="Version 1")
    assert screen.answer == "All promises were kept."
    assert "This version was altered in the database" in screen.words


def alter(home, statement: str) -> None:
    """Change the register behind its back, its guards taken away first."""
    with closing(sqlite3.connect(home / "trentside" / "register.sqlite")) as file:
        for name in [row[0] for row in file.execute("select name from sqlite_master where type = 'trigger'")]:
            file.execute(f"drop trigger {name}")
        file.execute(statement)
        file.commit()
    st.cache_resource.clear()


def test_what_is_issued_is_what_was_shown(reading, own_home):
    mine = drafted(reading, own_home)
    written(drafted(reading, own_home))
    issued(mine)
    assert "The draft changed since you looked at it" in mine.words
    asking = Asking("trentside", None, Audience.OFFICER, datetime.now(UTC))
    assert versions(asking) == ()


def test_the_summary_on_a_page_has_every_section(reading, sample_home):
    screen = drafted(reading, sample_home, update_length="Summary on a page")
    summary = screen.page.first("section", "fd-one-page")
    assert len(summary.all("dt")) == 8
    assert not titles(screen)


def test_the_content_kept_is_plain_json_with_its_digest(reading, own_home):
    issued(drafted(reading, own_home))
    with closing(sqlite3.connect(own_home / "trentside" / "register.sqlite")) as file:
        content = json.loads(file.execute("select content from update_versions").fetchone()[0])
    assert content["layout"] == 1
    assert [part["key"] for part in content["parts"]][:2] == ["promises", "targets"]
    assert all(source["key"] for part in content["parts"] for source in part["sources"])
