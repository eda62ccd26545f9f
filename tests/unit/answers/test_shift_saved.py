"""A saving is what stayed away: claims, what bears them out, cash, and plain words where something is missing."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from saved_home import (
    CHANGE_WEEKS,
    HALF,
    LAST,
    PHONE_COST,
    WEB_COST,
    dropped,
    june,
    lines_of,
    moved,
    saved_context,
    saved_from,
    weekly,
)

from frontdoor.access.audience import Audience
from frontdoor.answers.shift_saved import saved_in
from frontdoor.figure import Kind
from frontdoor.schema.units import Unit
from frontdoor.strategy.strategy import PromisedMeasure, Target


@pytest.fixture(scope="module")
def borne_out(tmp_path_factory):
    return saved_from(tmp_path_factory.mktemp("saved"), *moved())


def figure_of(answer, key):
    return next(figure for section in answer.sections for figure in section.figures if figure.key == key)


def amounts(answer):
    """Return low, central and high pounds of each rung of the ladder."""
    rows = figure_of(answer, "saved-ladder").frame.select("label", "low", "value", "high").rows()
    return {label: None if value is None else (low / 100, value / 100, high / 100) for label, low, value, high in rows}


def test_the_usual_claim_is_contacts_more_online_times_the_difference(borne_out):
    # 26 weeks x 300 forms more than a year before = 7,800, with both years' wobbles of 26 weeks; x (£3.00 - £0.50) = £19,500.
    low, central, high = amounts(borne_out)["On paper"]
    assert central == pytest.approx(19_500, rel=0.03)
    assert low == pytest.approx(7_800 * 1.20, rel=0.03)  # £2.00 - £0.80
    assert high == pytest.approx(7_800 * 3.80, rel=0.03)  # £4.00 - £0.20


def test_calls_that_stayed_away_bear_a_saving_out(borne_out):
    # 26 weeks x 300 calls fewer x £2.50 = £19,500; the interval of the calls widens it beyond the costs' own range.
    low, central, high = amounts(borne_out)["Where calls really fell"]
    assert central == pytest.approx(19_500, rel=0.05)
    assert 0 < low < 7_800 * 1.20 < 7_800 * 3.80 < high
    assert borne_out.answer.startswith("On paper £20,000; what we can stand behind is about £")


def test_cash_is_what_is_no_longer_paid_less_what_it_costs_online(borne_out):
    # Half of £3.00 is no longer paid, £0.50 is paid online: 7,800 x £1.00 = £7,800; at worst £0.80 - £0.80 = nothing.
    low, central, _ = amounts(borne_out)["In cash"]
    assert central == pytest.approx(7_800, rel=0.05)
    assert low == 0
    assert "two posts given up" in lines_of(borne_out, "Whose figures these are")
    assert "Head of Finance" in lines_of(borne_out, "Whose figures these are")


def test_unlinked_contacts_are_never_net_of_those_who_came_back(borne_out):
    assert amounts(borne_out)["Less those who came back"] is None
    assert "cannot be known" in lines_of(borne_out, "Did calls and visits really fall?")


def test_the_change_of_cost_adds_up(borne_out):
    figure = figure_of(borne_out, "saved-cost-change")
    assert figure.kind is Kind.WATERFALL
    start, *parts, end = figure.frame["value"].to_list()
    assert start + sum(parts) == pytest.approx(end)
    # 1,400 contacts a week in both years, so it is all channels: 26 x 300 x £2.50 less, with a little wobble.
    assert parts[1] == pytest.approx(-1_950_000, rel=0.03)
    assert abs(parts[0]) < 20_000
    assert parts[2] == 0


def test_the_parts_of_the_change_add_up_as_they_are_written(borne_out):
    figure = figure_of(borne_out, "saved-cost-change")
    parts = [
        int(part.replace(",", ""))
        for part in re.findall(r"£([\d,]+)", figure.sentence.replace("\u2212£", "£-").replace("£-", "£"))
    ]
    signs = [-1 if mark == "\u2212" else 1 for mark in re.findall(r"([+\u2212]?)£", figure.sentence)]
    whole = int(re.search(r"£([\d,]+)", figure.headline)[1].replace(",", ""))
    assert abs(sum(sign * part for sign, part in zip(signs, parts, strict=True))) == whole


def test_what_nobody_said_is_released_is_not_cash(tmp_path):
    answer = saved_from(tmp_path, *moved(), released=())
    assert amounts(answer)["In cash"] is None
    assert "nobody has said what is no longer paid" in answer.lead


def test_nothing_released_is_no_cash(tmp_path):
    nothing = replace(HALF, low_share=0.0, share=0.0, high_share=0.0)
    answer = saved_from(tmp_path, *moved(), released=(nothing,))
    assert amounts(answer)["In cash"] == (0, 0, 0)
    assert "In cash: £0." in answer.lead


def test_forms_that_came_on_top_of_calls_save_nothing(tmp_path):
    # Forms rise by 4 a week, so by 208 in a year: 26 weeks x 208 x £2.50 = £13,520 on paper.
    rows = [*weekly("phone", 130, dropped(1_000, 1_000)), *weekly("web", 130, lambda back: 1_000 - 4 * back)]
    answer = saved_from(tmp_path, *rows)
    assert answer.answer == "On paper £14,000; we can stand behind none of it."
    assert amounts(answer)["Where calls really fell"] == (0, 0, 0)


def test_calls_that_rose_are_said_to_have_risen(tmp_path):
    answer = saved_from(tmp_path, *moved(to=1_400))
    assert "in fact more people called than would have" in answer.answer
    assert "more calls than would have come" in lines_of(answer, "Did calls and visits really fall?")


def test_online_contact_that_fell_claims_nothing(tmp_path):
    rows = [*weekly("phone", 130, dropped(1_000, 1_000)), *weekly("web", 130, lambda back: 400 + 4 * back)]
    assert saved_from(tmp_path, *rows).answer == "Online contact did not grow, so there is no saving to claim."


def test_a_contact_that_costs_nothing_is_no_mistake(tmp_path):
    free = replace(WEB_COST, low_pence=0.0, pence=0.0, high_pence=0.0)
    assert amounts(saved_from(tmp_path, *moved(), unit_costs=(PHONE_COST, free)))["On paper"][1] == pytest.approx(
        7_800 * 3.0, rel=0.03
    )
    nothing = replace(PHONE_COST, low_pence=0.0, pence=0.0, high_pence=0.0)
    answer = saved_from(tmp_path / "all", *moved(), unit_costs=(nothing, free))
    assert amounts(answer)["On paper"] == (0, 0, 0)
    assert "depends on the unit costs" in answer.answer


def test_without_unit_costs_published_ones_are_offered_and_not_used(tmp_path):
    answer = saved_from(tmp_path, *moved(), unit_costs=())
    assert "nobody has said what a contact costs" in answer.answer
    assert "[[unit_cost]]" in lines_of(answer, "What a contact costs")
    assert "Socitm, 2011" in lines_of(answer, "Published costs, not used here")
    assert not [figure for section in answer.sections for figure in section.figures]


def test_less_than_two_years_before_leaves_it_open(tmp_path):
    answer = saved_from(tmp_path, *moved(weeks=100))
    assert "whether calls fell can’t be told yet" in answer.answer
    assert amounts(answer)["Where calls really fell"] is None


def test_a_baseline_shorter_than_a_year_says_so(tmp_path):
    answer = saved_from(tmp_path, *moved(weeks=40))
    assert answer.nothing is not None
    assert "40 whole weeks are recorded" in answer.lead
    assert "more than a year" in answer.lead


def test_a_phone_line_no_longer_recorded_is_no_fall(tmp_path):
    gone = [
        row for row in weekly("phone", 130, dropped(1_000, 1_000)) if row["activity_date"] < LAST - timedelta(weeks=30)
    ]
    answer = saved_from(tmp_path, *gone, *weekly("web", 130, dropped(400, 700)))
    assert amounts(answer)["Where calls really fell"] is None
    assert "stand behind is" not in answer.answer


def test_an_online_channel_that_appears_overnight_did_not_move_anybody(tmp_path):
    rows = [*weekly("phone", 130, dropped(1_000, 1_000)), *weekly("web", CHANGE_WEEKS, dropped(700, 700))]
    answer = saved_from(tmp_path, *rows)
    assert "likely by a change of recording, so no saving is claimed" in answer.answer
    assert any("Web form began, ended or jumped overnight" in note for note in answer.notes)


def test_by_ward_it_is_refused_in_words(tmp_path):
    context = saved_context(tmp_path, *moved())
    answer = saved_in(june(attribute="ward", value="Beacon"), context)
    assert answer.nothing is not None
    assert "not by ward" in answer.lead


def test_the_public_sees_the_same_answer(tmp_path):
    context = saved_context(tmp_path, *moved(), audience=Audience.PUBLIC)
    assert "what we can stand behind" in saved_in(june(), context).answer


def target_of(value, since):
    target = Target(since, value, Unit.SHARE, None, "invented")
    return PromisedMeasure("online", "digital_share", "Contacts made online", "", {}, (), (), (target,))


def test_what_the_target_takes_is_said_in_contacts_a_week(tmp_path):
    # 1,000 calls and 500 forms a week: 33.3% online; 50% of 1,500 lacks 250 a week, and the share does not move.
    rows = [*weekly("phone", 130, lambda _: 1_000), *weekly("web", 130, lambda _: 500)]
    answer = saved_from(tmp_path, *rows, measures=(target_of(0.5, date(2027, 4, 1)),))
    said = lines_of(answer, "What it would take")
    assert "50.0%, from 1 April 2027; now 33." in said
    assert "about 250 contacts a week" in said or "about 249 contacts a week" in said
    assert "It is not reached by" in said


def test_a_pace_that_leads_to_the_target_names_its_week(tmp_path):
    # Forms rise by 4 a week from 480 to 996 beside 1,000 calls: about 50% now, 55% at 1,222 forms, 56 weeks on.
    rows = [*weekly("phone", 130, lambda _: 1_000), *weekly("web", 130, lambda back: 996 - 4 * back)]
    answer = saved_from(tmp_path, *rows, measures=(target_of(0.52, date(2027, 4, 1)),))
    said = lines_of(answer, "What it would take")
    assert "At this pace:" in said
    assert "It is likely reached in the week to" in said


def test_a_target_already_reached_is_said_to_be(tmp_path):
    rows = [*weekly("phone", 130, lambda _: 1_000), *weekly("web", 130, lambda _: 500)]
    answer = saved_from(tmp_path, *rows, measures=(target_of(0.3, date(2025, 4, 1)),))
    assert "It is reached." in lines_of(answer, "What it would take")


def test_without_a_target_there_is_nothing_to_reach(borne_out):
    assert "No target" in lines_of(borne_out, "What it would take")
