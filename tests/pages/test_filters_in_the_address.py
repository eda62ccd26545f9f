"""Is every view a link: do the filters of an address choose the figures, survive, and fall back where unknown?"""

import pytest

from tests.pages.canonical_file import HOSTILE


def sums(screen, row: int = 0) -> str:
    return screen.page.first("table", "fd-promises").all("td", "fd-name")[row].first("span").text


def test_a_service_in_the_address_changes_the_figures(reading, sample_home):
    whole = reading(sample_home)
    part = reading(sample_home, query={"service": "Council tax"})
    assert part.answer != whole.answer or sums(part) != sums(whole)
    assert part.session.multiselect(key="service").value == ["Council tax"]


def test_a_period_in_the_address_changes_the_figures(reading, sample_home):
    screen = reading(sample_home, query={"period": "March 2026"})
    assert screen.page.first("table", "fd-promises").all("th")[2].text == "March 2026"
    assert sums(screen) != sums(reading(sample_home))


def test_a_ward_in_the_address_changes_the_figures(reading, sample_home):
    groups = reading(sample_home).session.selectbox(key="group").options
    wards = [label for label in groups if label.startswith("Ward: ")]
    screen = reading(sample_home, "measure", {"group": wards[1], "measure": "Contacts made online"})
    whole = reading(sample_home, "measure", {"measure": "Contacts made online"})
    assert not screen.is_broken
    assert screen.page.first("dl", "fd-facts").text != whole.page.first("dl", "fd-facts").text


def test_filters_survive_a_change_of_page(reading, sample_home):
    screen = reading(sample_home, query={"service": "Council tax", "period": "March 2026"})
    screen.go_to("measure")
    assert screen.session.multiselect(key="service").value == ["Council tax"]
    assert screen.page.first("dl", "fd-facts").first("dt").text == "March 2026"
    screen.choose("measure", "Average wait for an answer").go_to("overview")
    assert screen.page.first("table", "fd-promises").all("th")[2].text == "March 2026"
    screen.go_to("measure")
    assert screen.question == "How are we doing on “average wait for an answer”?"


@pytest.mark.parametrize("name", ["service", "period", "channel", "group", "compare"])
def test_an_unknown_label_in_the_address_is_as_good_as_none(reading, sample_home, name):
    screen = reading(sample_home, query={name: "Dragons"})
    assert not screen.is_broken
    assert screen.answer == reading(sample_home).answer


def test_an_unknown_measure_in_the_address_is_the_first_and_the_page_says_so(reading, sample_home):
    screen = reading(sample_home, "measure", {"measure": "Happiness"})
    assert screen.question == "How are we doing on “calls answered within 60 seconds”?"
    said = "There is no measure called “Happiness”; showing “Calls answered within 60 seconds”"
    assert said in screen.words
    assert said in screen.run().words  # until the reader chooses
    assert "no measure called" not in screen.choose("measure", "Average wait for an answer").words


def test_a_measures_key_in_the_address_is_as_good_as_its_label(reading, sample_home):
    screen = reading(sample_home, "measure", {"measure": "average_wait"})
    assert screen.question == "How are we doing on “average wait for an answer”?"
    assert "no measure called" not in screen.words


def test_of_two_services_in_the_address_the_known_one_counts(reading, sample_home):
    screen = reading(sample_home, query={"service": ["Dragons", "Council tax"]})
    assert screen.answer == reading(sample_home, query={"service": "Council tax"}).answer


def test_what_the_filters_leave_out_is_said_and_not_zero(reading, sample_home):
    screen = reading(sample_home, "measure", {"channel": "Email", "measure": "Calls answered within 60 seconds"})
    assert not screen.is_broken
    facts = [fact.text for fact in screen.page.first("dl", "fd-facts").all("dd")]
    assert facts[0] == "–"
    assert "Can’t tell" in facts


@pytest.mark.parametrize("page", ["overview", "measure", "data"])
def test_a_hostile_service_name_is_only_words(reading, small_home, page):
    screen = reading(small_home, page, {"service": HOSTILE})
    assert not screen.is_broken
    if page != "data":  # where no filter but the data version is shown
        assert screen.session.multiselect(key="service").value == [HOSTILE]
    pictures = {picture.attributes.get("src", "")[:20] for picture in screen.page.all("img")}
    assert pictures <= {"data:image/svg+xml,%"[:20], "data:image/svg+xml,<"[:20]}
    markdown = [str(element.proto.body) for element in screen.session.get("markdown")]
    assert not [body for body in markdown if "stranger" in body]


def test_a_hostile_service_name_is_shown_as_it_is_written(reading, small_home):
    screen = reading(small_home, "measure", {"measure": "Contacts"})
    assert HOSTILE in screen.page.text
