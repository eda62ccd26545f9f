"""Does My ward lead from a postcode to councillors and figures, for everybody, and does it keep the postcode to itself?"""

import pytest

from frontdoor.answers.ward_choices import Show
from frontdoor.answers.ward_places import Councillor, Ward
from frontdoor.ui.ward import ALL_WARDS, TYPED, councillors_html

AUDIENCES = ("officer", "member", "committee", "public")


def find(screen, said):
    """Type a postcode and press the button."""
    screen.session.text_input(key=TYPED).set_value(said)
    next(each for each in screen.session.button if each.label == "Find my ward").click()
    return screen.run()


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_page_answers_everybody(reading, sample_home, audience):
    screen = reading(sample_home, "ward", {"my_ward": "Ferry Lane"}, audience)
    assert not screen.is_broken
    assert screen.question == "What happens in my ward?"
    assert screen.answer.startswith("People in Ferry Lane contacted us")
    assert "Councillors for Ferry Lane" in screen.words


@pytest.mark.parametrize("show", list(Show))
def test_the_map_shows_what_is_chosen(reading, sample_home, show):
    screen = reading(sample_home, "ward", {"my_ward": "Ferry Lane", "ward_shows": show.value})
    assert not screen.is_broken
    assert len(screen.page.all("article", "fd-card")) == 2


def test_a_postcode_leads_to_its_ward_and_stays_out_of_the_address(reading, sample_home):
    screen = find(reading(sample_home, "ward"), " zz1  0aa ")
    assert not screen.is_broken
    assert "ZZ1 0AA is in Abbey Meadow." in screen.words
    assert "Councillors for Abbey Meadow" in screen.words
    assert screen.session.selectbox(key="my_ward").value == "Abbey Meadow"
    assert "0aa" not in str(dict(screen.session.query_params)).lower()


def test_a_wrong_postcode_leaves_the_ward_chosen_as_it_was(reading, sample_home):
    screen = find(reading(sample_home, "ward", {"my_ward": "Ferry Lane"}), "<b>ZZ1</b> 1")
    assert not screen.is_broken
    assert "is not a postcode" in screen.words
    assert "<b>ZZ1" not in screen.html
    assert screen.session.selectbox(key="my_ward").value == "Ferry Lane"


def test_a_ward_chosen_from_the_list_ends_what_was_said_of_a_postcode(reading, sample_home):
    screen = find(reading(sample_home, "ward"), "ZZ1 0AA").choose("my_ward", "Ferry Lane")
    assert "ZZ1 0AA" not in screen.words
    assert "Councillors for Ferry Lane" in screen.words


def test_an_unknown_ward_in_the_address_is_as_good_as_none(reading, sample_home):
    screen = reading(sample_home, "ward", {"my_ward": "Nowhere"})
    assert not screen.is_broken
    assert screen.session.selectbox(key="my_ward").value == ALL_WARDS


def test_a_council_that_records_no_wards_is_told_how_to_begin(reading, small_home):
    screen = reading(small_home, "ward")
    assert not screen.is_broken
    assert screen.question == "What happens in my ward?"


def test_a_councillors_cells_are_never_markup():
    one = Councillor("<b>A</b>", "<i>P</i>", "a@b.c", "01632 960001<script>", "https://example.org/?a=1&b=2")
    said = councillors_html(Ward("<u>Mill</u>", "", "", "", (one,), is_default=False), has_list=True)
    assert not any(mark in said for mark in ("<b>A</b>", "<i>", "<u>", "<script"))
    assert 'href="tel:01632960001"' in said
