"""Does every page answer every audience, in words, before any chart?"""

import re

import pytest

from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.measure import Kind
from frontdoor.strategy.reading import read_council, shipped_councils
from tests.pages.screen import PAGES

AUDIENCES = ("officer", "member", "committee", "public")
PROMISED = (
    *("calls_in_60_seconds", "average_wait", "repeat_in_7_days"),
    *("complaints_on_time", "satisfaction", "leisure_visitors_satisfied"),
)
"""A share, a time, a target to be set; a clock of complaints, a sample, a figure that others state."""
OTHERS = ("contacts", "cost_per_contact", "first_contact_resolution_derived", "service_level_of_answered")
"""A count, money, and two that cannot be told."""
SPREADS = ("median_wait", "longest_wait", "median_days_to_complete")
"""A quantile, a longest and a survival median."""
LABELS = {each.key: each.label for each in read_council(shipped_councils() / "trentside.toml").measures}


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_overview_answers_its_question_for_everybody(reading, sample_home, audience):
    screen = reading(sample_home, audience=audience)
    assert not screen.is_broken
    assert screen.question == "Are we keeping our promises?"
    assert screen.answer.startswith("We are keeping ")
    assert len(screen.page.first("table", "fd-promises").all("tbody")) == 6


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("key", [*PROMISED, *OTHERS, *SPREADS])
def test_a_measure_of_every_kind_answers_its_question_for_everybody(reading, sample_home, key, audience):
    label = LABELS.get(key) or CATALOGUE[key].label
    screen = reading(sample_home, "measure", {"measure": label}, audience)
    assert not screen.is_broken
    assert screen.question == f"How are we doing on “{label[:1].lower()}{label[1:]}”?"
    assert screen.answer.endswith(".")
    facts = [fact.text for fact in screen.page.first("dl", "fd-facts").all("dt")]
    assert facts[1:4] == ["Target now", "Status", "Real change?"]
    assert "What this measures" in [heading.text for heading in screen.page.all("h2")]


def test_a_measure_of_too_few_cases_says_so(reading, sample_home):
    asked = {"measure": LABELS["complaints_on_time"], "service": "Planning"}
    screen = reading(sample_home, "measure", asked)
    assert not screen.is_broken
    assert any("Too few to say" in fact.text for fact in screen.page.first("dl", "fd-facts").all("dd"))


def test_every_measure_there_is_has_a_page(reading, sample_home):
    screen = reading(sample_home, "measure")
    labels = list(screen.session.selectbox(key="measure").options)
    assert len(labels) >= sum(measure.kind is not Kind.STATED for measure in CATALOGUE.values())
    for label in labels:
        screen.choose("measure", label)
        assert not screen.is_broken, label
        assert screen.page.first("dl", "fd-facts").all("dd"), label


def test_officers_read_what_is_held(reading, sample_home):
    screen = reading(sample_home, "data")
    assert not screen.is_broken
    assert screen.question == "What figures do we hold?"
    assert re.match(r"We hold 2\d\d,\d{3} records ", screen.answer)
    loads = screen.page.all("table")[1].rows()
    assert [row[0] for row in loads[1:]] == [
        str(load) for load in range(16, 0, -1)
    ]  # contacts, feedback, the rota, then places


@pytest.mark.parametrize("audience", AUDIENCES[1:])
def test_nobody_else_reads_what_was_loaded(reading, sample_home, audience):
    screen = reading(sample_home, "data", audience=audience)
    assert not screen.is_broken
    assert screen.answer == "Only performance officers see what was loaded."
    assert not screen.page.all("table")
    assert not screen.session.get("file_uploader")
    assert not screen.session.button


def test_a_word_that_is_no_audience_is_refused_in_plain_words(reading, sample_home):
    screen = reading(sample_home, audience="boss")
    assert not screen.is_broken
    assert "FRONTDOOR_AUDIENCE is 'boss', which is nobody we know." in screen.answer


@pytest.mark.parametrize("page", PAGES)
def test_every_page_of_the_sample_says_invented_figures(reading, sample_home, page):
    assert [badge.text for badge in reading(sample_home, page).page.all(kind="fd-invented")] == ["Invented figures"]
