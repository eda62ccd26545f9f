"""The overview is one real table, escapes every word from a file, and says each status as word and shape."""

from dataclasses import replace
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest

from frontdoor.answers.answer import Attention, OverviewAnswer
from frontdoor.charts.theme import DARK, LIGHT
from frontdoor.ui.overview import overview_html
from tests.unit.ui.figures_of_the_pictures import FRESH, OVERVIEW, PROMISES

HOSTILE = '<script>alert("1")</script>'


class Elements(HTMLParser):
    """Collects (tag, attributes) and the words of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words.append(data)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.found if name == tag]


def page(answer: OverviewAnswer = OVERVIEW, theme=LIGHT, query=()) -> Elements:
    return Elements(overview_html(answer, theme, dict(query)))


def test_there_is_one_question_and_a_heading_for_each_promise():
    elements = page()
    assert len(elements.all("h1")) == 1
    assert len(elements.all("h2")) == 1 + len(PROMISES)  # what needs attention, and the promises


def test_each_promise_heads_the_rows_of_its_measures():
    spans = [int(head["rowspan"]) for head in page().all("th") if head["scope"] == "rowgroup"]
    assert spans == [2, 2, 2, 1, 2]
    assert len(page().all("tbody")) == len(PROMISES)


def test_cards_keep_their_meaning_as_a_table():
    elements = page()
    assert {row.get("role") for row in elements.all("tr")} == {"row"}
    assert {cell.get("role") for cell in elements.all("td")} == {"cell"}
    assert {head.get("role") for head in elements.all("th")} == {"columnheader", "rowheader"}


def test_every_sparkline_has_its_sentence():
    pictures = page().all("img")
    assert len(pictures) == 8  # the ninth measure has too few callers
    assert pictures[0]["alt"] == "From 71% to 62%: worse since August. Target at least 70%, now 62%."
    assert all(picture["src"].startswith("data:image/svg+xml,") for picture in pictures)


def test_a_status_is_a_word_beside_a_shape():
    words = " ".join(page().words)
    for status in ("Missed", "Close", "Met", "Target to be set", "Too few to say", "Not kept", "Can’t say yet"):
        assert status in words
    shapes = [mark["class"] for mark in page().all("i")]
    assert any("fd-square_cross" in shape for shape in shapes)
    assert all(mark["aria-hidden"] == "true" for mark in page().all("i"))


def test_links_carry_the_filters_and_stay_beside_this_page():
    link = next(
        each["href"] for each in page(query=[("service", "Council tax")]).all("a") if "measures" in each["href"]
    )
    assert urlsplit(link).path == "./measures"
    assert parse_qs(urlsplit(link).query) == {
        "service": ["Council tax"],
        "measure": ["Calls answered within 60 seconds"],
    }


def test_colours_of_pictures_follow_the_theme():
    assert page(theme=LIGHT).all("img")[0]["src"] != page(theme=DARK).all("img")[0]["src"]


@pytest.mark.parametrize("place", ["title", "label", "attention", "notes", "council"])
def test_words_from_files_are_shown_and_never_obeyed(place):
    first = PROMISES[0]
    hostile = {
        "title": replace(OVERVIEW, promises=(replace(first, promise=replace(first.promise, title=HOSTILE)),)),
        "label": replace(OVERVIEW, promises=(replace(first, results=(replace(first.results[0], label=HOSTILE),)),)),
        "attention": replace(OVERVIEW, attention=(Attention(HOSTILE, HOSTILE, HOSTILE, page=HOSTILE),)),
        "notes": replace(OVERVIEW, notes=(HOSTILE,)),
        "council": replace(
            OVERVIEW, answer=HOSTILE, lead=((HOSTILE, HOSTILE),), freshness=replace(FRESH, line=HOSTILE)
        ),
    }[place]
    elements = page(hostile)
    assert not elements.all("script")
    assert HOSTILE in "".join(elements.words)


def test_a_link_cannot_leave_this_app():
    elements = page(replace(OVERVIEW, attention=(Attention("1", "", "Go", page="javascript:alert(1)"),)))
    assert elements.all("a")[0]["href"] == "./javascriptalert(1)"


def test_no_promises_is_no_table():
    assert not page(replace(OVERVIEW, promises=())).all("table")


def test_a_promise_without_measures_says_so():
    bare = replace(PROMISES[0], results=())
    assert "No measure is bound to this promise yet." in page(replace(OVERVIEW, promises=(*PROMISES[1:], bare))).words


def test_the_page_is_small_enough_to_send_with_every_filter_click():
    assert len(overview_html(OVERVIEW, LIGHT, {}).encode()) < 20 * 1024  # DESIGN: 20 KiB on the wire
