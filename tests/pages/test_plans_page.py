"""Does everybody read what service plans promised, what came of it, who is silent, and which returns did not come?"""

import pytest

from frontdoor.strategy.reading import read_council, shipped_councils

QUESTION = "How do service plans help keep our promises?"


def shown(reading, home, audience="officer", **query):
    return reading(home, "actions", {"account_view": "Service plans", **query}, audience)


def tables(screen):
    """Return the rows of every table of the view by its caption, without the heads."""
    found = {}
    for table in screen.page.all("table", "fd-judged"):
        rows = table.rows()
        found[table.all("caption")[0].text] = rows[1:]
    return found


@pytest.mark.parametrize("audience", ["officer", "member", "committee", "public"])
def test_everybody_reads_the_plans_and_nobody_changes_them_here(reading, sample_home, audience):
    screen = shown(reading, sample_home, audience)
    assert not screen.is_broken
    assert screen.question == QUESTION
    assert "1 promise is in nobody’s plan and 1 service reports nothing." in screen.answer
    assert not screen.session.get("text_input")


def test_every_plan_in_force_has_its_table_and_those_that_ended_have_none(reading, sample_home):
    found = tables(shown(reading, sample_home))
    assert "Waste and recycling: Waste and recycling service plan 2026/27" in found
    assert "Whole council: Community Plan 2025 to 2029" in found
    assert not [name for name in found if "2025/26" in name]
    bins = next(row for row in found["Waste and recycling: Waste and recycling service plan 2026/27"])
    assert bins[0].startswith("Put every missed bin right in two days")
    assert bins[-1] == "Missed"


def test_a_partner_with_a_missing_return_says_since_when(reading, sample_home):
    partners = tables(shown(reading, sample_home))["Partners and contractors"]
    assert partners[0][0].startswith("Riverside Leisure Trust")
    assert partners[0][-1] == "1 missing, since 30 April 2026"
    assert partners[1][-1] == "All in"


def test_one_service_alone_shows_its_own_plan(reading, sample_home):
    screen = shown(reading, sample_home, service="Housing")
    assert not screen.is_broken
    found = tables(screen)
    assert [name for name in found if "service plan" in name] == ["Housing: Housing service plan 2026/27"]


def test_a_measure_of_a_plan_leads_to_its_page_with_the_service(reading, sample_home):
    page = shown(reading, sample_home).page
    links = [link.attributes.get("href", "") for table in page.all("table", "fd-judged") for link in table.all("a")]
    assert any("measure=Missed+bins" in link and "service=Waste+and+recycling" in link for link in links)


def test_measures_that_are_no_headline_have_pages_and_are_not_on_the_overview(reading, sample_home):
    others = [
        each.label for each in read_council(shipped_councils() / "trentside.toml").measures if not each.is_headline
    ]
    overview = reading(sample_home).page.first("table", "fd-promises").text
    assert others
    assert not [label for label in others if label in overview]
    for label in others:
        screen = reading(sample_home, "measure", {"measure": label})
        assert not screen.is_broken, label
        assert "Status" in [fact.text for fact in screen.page.first("dl", "fd-facts").all("dt")]


def test_a_council_without_plans_says_how_to_enter_one(reading, public_home):
    screen = reading(public_home, "actions", {"account_view": "Service plans"}, council="boston")
    assert not screen.is_broken
    assert "No service plan is entered." in screen.page.text
