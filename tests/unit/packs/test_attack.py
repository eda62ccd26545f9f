"""Does an intruder who holds every table of every release find each planted leak, and nothing where there is none?"""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from frontdoor.access.audience import Audience
from frontdoor.answers.feedback_answer import Fact
from frontdoor.filters import Filters
from frontdoor.packs.making import make_pack
from frontdoor.packs.pack import Cell, PackTable
from frontdoor.packs.public.attack import attack
from frontdoor.packs.public.counts import told
from frontdoor.packs.template import read_template, templates
from frontdoor.periods import Period, add_months
from frontdoor.schema.units import Unit
from tests.unit.packs.released_example import SAFE, clocks, number, released, services, trend

NOW = datetime(2026, 11, 2, 12, tzinfo=UTC)


def found(*releases) -> list[str]:
    return [leak.words for leak in attack({f"release {number}": each for number, each in enumerate(releases, 1)})]


def test_nothing_is_found_in_a_release_that_keeps_the_rules():
    # Housing and planning share 60 ± 2 - 40 ± 2 - 10 ± 2 = 4 to 16, so either can be anything from 1 to 15.
    assert found(released(*SAFE)) == []
    assert sum(each.shown is None for each in told(released(*SAFE))) == 2


def test_an_unrounded_margin_gives_the_hidden_row_away():
    # 44 - 41 = 3: both are exact, since neither is a multiple of 5.
    [leak] = found(released(trend(october_2026=44), services(housing=None, waste=41)))
    assert leak == "release 1, complaints_services: Complaints, Housing (part), hidden: it can only be 3"


def test_a_small_total_of_one_shown_row_needs_another_row_hidden():
    # The total is 5, 6 or 7 and waste is 5, 6 or 7, so what is left for housing is 1 or 2.
    [leak] = found(released(trend(october_2026=5), services(housing=None, waste=5)))
    assert leak.endswith("Complaints, Housing (part), hidden: it can only be 1 to 2")
    assert found(released(trend(october_2026=5), services(housing=None, waste=None))) == []  # 1 to 6 each
    assert found(released(trend(october_2026=4), services(housing=None, waste=None))) != []  # not rounded: 1 to 3 each


def test_two_years_to_date_a_month_apart_give_the_month_away():
    april = date(2026, 4, 1)
    years = [
        released(services(housing=housing, waste=waste), period=Period(april, last), generation=number)
        for number, (housing, waste, last) in enumerate(
            ((101, 402, date(2026, 9, 30)), (104, 422, date(2026, 10, 31))), 1
        )
    ]
    month = released(services(housing=None, waste=20), generation=3)
    assert any("Housing (part), hidden: it can only be 3" in leak for leak in found(*years, month))
    assert found(month) == []
    assert not any("hidden" in leak for leak in found(years[1], month))


def test_a_revised_release_gives_away_what_the_first_one_hid():
    # Two complaints more came in, of 44; now housing is 5 and waste 41, so housing had 3, 4 or 5.
    first = released(trend(october_2026=44), services(housing=None, waste=None))
    revised = released(trend(october_2026=46), services(housing=5, waste=41), generation=2)
    assert any(
        "release 1" in leak and "Housing (part), hidden: it can only be 3 to 5" in leak
        for leak in found(first, revised)
    )
    assert found(first) == []


def test_two_tables_of_one_unsaid_total_are_held_together():
    # By procedure 5 are overdue, 5 to 7; by service 5 to 7 of them are of waste, so housing has 1 or 2.
    overdue = tuple(
        PackTable(key, "Overdue", (rows, "Complaints", "Overdue now"), tuple(
            (Cell(name), number(None), number(count)) for name, count in counts.items()
        ))
        for key, rows, counts in (
            ("complaints_services", "Service", {"Housing": None, "Waste": 5}),
            ("complaints_procedures", "Procedure", {"Corporate": 5}),
        )
    )  # fmt: skip
    [leak] = found(released(*overdue))
    assert leak.endswith("Overdue now, Housing (part), hidden: it can only be 1 to 2")
    assert found(released(overdue[0])) == []


def test_a_release_is_tried_alone_where_it_contradicts_the_others():
    earlier = released(trend(october_2026=60), services(housing=10, waste=50))
    leaking = released(trend(october_2026=44), services(housing=None, waste=41), generation=2)
    assert any("release 2" in leak and "it can only be 3" in leak for leak in found(earlier, leaking))


def test_what_is_left_of_an_exact_whole_is_a_count_of_people_as_well():
    [leak] = found(released(clocks("98 of 100 answers")))
    assert leak.endswith("what is left beside Answered in time (part): it can only be 2")
    assert found(released(clocks("100 of 100 answers", 1.0, "100%"))) == []


@pytest.mark.parametrize(
    ("table", "why"),
    [
        (
            clocks("Fewer than 5 people: hidden so that nobody can be recognised.", 0.04, "4%"),
            "a count behind it is hidden",
        ),
        (clocks("10 of 15 answers", None, "57.9%"), "is of other counts than those shown"),
        (clocks("10 of 15 answers", 11 / 19, "58%"), "its count of 15 can be worked out exactly"),
        (clocks("255 answers", 17175 / 253, "67.9", Unit.POINTS), "its count of 255 can be worked out exactly"),
    ],
)
def test_a_result_told_too_finely_undoes_the_rounding(table, why):
    [leak] = found(released(table))
    assert why in leak


@pytest.mark.parametrize(
    "page", [{"lead": "We had 253 complaints."}, {"facts": (Fact("Answers", "3 complaints", ""),)}]
)
def test_a_count_in_words_is_rounded_as_well(page):
    [leak] = found(released(*SAFE, **page))
    assert leak.endswith("a count in words that is not rounded")


def test_counts_that_the_facts_tell_are_read_as_well():
    [leak] = found(released(facts=(Fact("Put right early", "98%", "98 of 100 complaints"),)))
    assert "what is left beside Put right early (part): it can only be 2" in leak
    assert found(released(facts=(Fact("Put right early", "98%", "95 of 100 complaints"),))) == []


def test_a_table_that_is_not_published_is_no_part_of_it():
    pack = released(*SAFE)
    other = replace(services(housing=1), key="wards")
    assert told(released(*SAFE, other)) == told(pack)


@pytest.mark.slow
def test_six_months_of_the_sample_give_nobody_away(sample_home, monkeypatch):
    monkeypatch.setenv("FRONTDOOR_HOME", str(sample_home))
    template = read_template(templates()["how_are_we_doing"])
    months = [Period.month(add_months(date(2026, 5, 1), number)) for number in range(6)]
    packs = {
        f"{month.first:%Y-%m}": make_pack(template, Filters("trentside", month), Audience.PUBLIC, now=NOW)
        for month in months
    }
    counts = [each for pack in packs.values() for each in told(pack)]
    assert sum(each.shown is None for each in counts) > 10  # there is something to find
    assert {each.table.split("_")[0] for each in counts} >= {"complaints", "satisfaction", "promise"}
    assert [leak.words for leak in attack(packs)] == []
