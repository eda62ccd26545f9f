"""What does a page say before anything was loaded, and where public figures carry no invented badge?"""

import pytest

QUESTIONS = {
    "overview": "Are we keeping our promises?",
    "measure": "Are we keeping our promises?",
    "satisfaction": "Are we keeping our promises?",
    "complaints": "Are we keeping our promises?",
    "data": "What figures do we hold?",
}


@pytest.mark.parametrize("page", QUESTIONS)
def test_before_the_first_load_every_page_says_so_and_gives_the_two_commands(reading, tmp_path, page):
    screen = reading(tmp_path, page)
    assert not screen.is_broken
    assert screen.question == QUESTIONS[page]
    assert screen.answer == "We can’t say yet: no figures have been loaded."
    assert "Trentside District Council (fictional)" in screen.words
    commands = [each.text for each in screen.page.all("code")]
    assert commands == ["python -m frontdoor sample", "python -m frontdoor load FILE --source NAME"]


def test_the_first_file_can_be_loaded_on_the_data_page(reading, tmp_path):
    screen = reading(tmp_path, "data")
    assert screen.session.get("file_uploader")
    assert screen.session.button(key="load-go").disabled


def test_nobody_but_an_officer_loads_the_first_file(reading, tmp_path):
    screen = reading(tmp_path, "data", audience="member")
    assert screen.answer == "Only performance officers see what was loaded."
    assert not screen.session.get("file_uploader")


def test_a_council_nobody_knows_is_named_in_plain_words(reading, tmp_path):
    screen = reading(tmp_path, council="atlantis")
    assert not screen.is_broken
    assert "There is no council called atlantis." in screen.words


@pytest.mark.parametrize("page", QUESTIONS)
def test_public_figures_are_not_called_invented_and_say_whose_they_are(reading, public_home, page):
    screen = reading(public_home, page, council="boston")
    assert not screen.is_broken
    assert not screen.page.all(kind="fd-invented")
    assert "Invented" not in screen.words
    if page != "measure":
        assert "Public data of the City of Boston (PDDL)" in screen.words
