"""Is what everybody reads on one fixed list, and is anything else that is asked for refused with a clear word?"""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from frontdoor.access.audience import Audience
from frontdoor.errors import AccessError, PackError, StrategyError
from frontdoor.filters import Filters
from frontdoor.packs.fixed import Fixed
from frontdoor.packs.making import make_pack
from frontdoor.packs.public.published import check_public, only_published, published, published_as, without
from frontdoor.packs.template import Show, Template, Wanted, read_template, templates
from frontdoor.periods import Period
from tests.unit.packs.released_example import OCTOBER, SAFE, released, services

NOW = datetime(2026, 11, 2, 12, tzinfo=UTC)
FILTERS = Filters("trentside", OCTOBER)
OURS = read_template(templates()["how_are_we_doing"])


def test_every_published_table_says_what_it_answers_and_why_it_is_safe():
    assert len({each.key for each in published()}) == len(published()) >= 10
    for each in published():
        assert each.question.endswith("?")
        assert each.safe.endswith(".")
    pages = {each.page for each in published()}
    assert {wanted.show.value for wanted in OURS.wanted} <= {*pages, Show.SUMMARY}


def test_a_table_that_is_not_on_the_list_is_left_out():
    wards = replace(services(castle=10), key="complaints_wards")
    assert only_published(released(*SAFE, wards)).pages[0].tables == SAFE
    officers = replace(released(*SAFE, wards), audience=Audience.OFFICER)
    assert only_published(officers) == officers


def test_a_table_can_be_left_out_and_one_that_is_not_there_is_named():
    pack = without(released(*SAFE), ["complaints_services"])
    assert [table.key for table in pack.pages[0].tables] == ["complaints-trend_table"]
    assert pack.digest not in {"", released(*SAFE).digest}
    with pytest.raises(PackError, match="complaints_services"):
        without(released(*SAFE), ["complaints_service"])


def test_a_key_of_the_list_stands_for_the_promises_a_council_has():
    assert published_as("promise_phone").question == "Are we keeping our promises?"
    assert published_as("pilots_1") is None


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        (replace(FILTERS, services=("waste",)), "Leave out the service"),
        (replace(FILTERS, channels=("phone",)), "Leave out the channel"),
        (replace(FILTERS, attribute="ward", value="Castle"), "Leave out the ward"),
        (replace(FILTERS, period=Period.quarter(date(2026, 10, 1))), "a calendar month"),
        (replace(FILTERS, period=Period(date(2026, 10, 1), date(2026, 10, 30))), "a calendar month"),
    ],
)
def test_a_filter_is_refused(filters, said):
    with pytest.raises(AccessError, match=said):
        make_pack(OURS, filters, Audience.PUBLIC, now=NOW)


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (Wanted(Show.PEAKS), "“demand peaks” is not published"),
        (Wanted(Show.COMPLAINTS, fixed=Fixed(service=("Waste",))), "“complaints” cannot be narrowed"),
    ],
)
def test_a_page_that_is_not_published_is_refused(wanted, said):
    with pytest.raises(AccessError, match=said):
        check_public(Template("ours", "Ours", "", Audience.PUBLIC, (wanted,)), FILTERS)


def test_the_same_month_in_days_is_a_month():
    check_public(OURS, replace(FILTERS, period=Period(date(2026, 10, 1), date(2026, 10, 31))))


@pytest.mark.parametrize(
    ("line", "said"), [('rows = "sevice"', "service"), ('side = "hole"', "whole"), ('kye = "x"', "key")]
)
def test_a_mistake_in_the_list_says_where_and_what_was_meant(tmp_path, line, said):
    path = tmp_path / "published.toml"
    table = {"key": "x", "page": "promises", "question": "?", "breakdown": "b", "safe": "s", "rows": "month"}
    table.pop(line.split(" ")[0], None)
    path.write_text("[[table]]\n" + "".join(f'{name} = "{words}"\n' for name, words in table.items()) + line + "\n")
    with pytest.raises(StrategyError, match=said):
        published(path)
