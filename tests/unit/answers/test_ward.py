"""A ward's councillors and figures are its own, what is few stays hidden, and wards filled in or not known are named as such."""

from datetime import UTC, date, datetime

import polars as pl
import pytest
from left_out_home import june, lines_of, titles_of
from ward_home import FERRY, MILL, PRIORY, QUAY, all_files, outlines, ward_context

from frontdoor.access.audience import Audience
from frontdoor.answers.ward import ward_in
from frontdoor.answers.ward_choices import Show
from frontdoor.answers.ward_places import alike, places_of
from frontdoor.figure import Kind
from frontdoor.register.actions import ActionEntry, add_action

HIDDEN = "hidden: fewer than 5 people"


@pytest.fixture(scope="module")
def context(tmp_path_factory):
    return ward_context(tmp_path_factory.mktemp("wards"), *all_files())


@pytest.fixture(scope="module")
def mill(context):
    return ward_in(june(), context, MILL, Show.ONLINE)


def names_of(context) -> list[str]:
    return [ward.name for ward in places_of(june(), context).wards]


def figure(answer, key="wards"):
    return next(each for section in answer.view.sections for each in section.figures if each.key == key)


def beside(answer) -> dict[str, tuple[str, ...]]:
    (table,) = (table for section in answer.view.sections for table in section.tables)
    return {row.cells[0]: row.cells[1:] for row in table.rows}


def test_only_the_councils_own_wards_are_offered(context):
    assert names_of(context) == [FERRY, MILL, PRIORY, QUAY]


def test_councillors_are_found_by_the_wards_name_however_written_and_by_its_code(mill, context):
    assert [each.name for each in mill.chosen.councillors] == ["Ada Kelham"]
    ferry = ward_in(june(), context, FERRY, Show.ONLINE)
    assert [(each.name, each.email) for each in ferry.chosen.councillors] == [("Bram Fosse", "")]


@pytest.mark.parametrize("written", ["Mill", "mill ward", "MILL", " Mill  Ward "])
def test_ways_of_writing_a_ward_are_one(written):
    assert alike(written) == "mill"


def test_a_ward_is_held_against_all_wards_with_a_range(mill):
    # A year: Mill 360 of 600 online; the three wards shown (30 + 20 + 25) * 12 = 900 of 1,800.
    assert mill.view.answer == "People in Mill contacted us 600 times, 60% of them online."
    value, low_high, together, verdict = beside(mill)["Made online"]
    assert (value, low_high, together, verdict) == ("60%", "56% to 64%", "50%", "clearly higher")
    assert mill.view.lead == "Clearly different from all wards together: made online (60% against 50%)."


def test_contacts_without_a_ward_are_counted_apart(tmp_path):
    answer = ward_in(june(), ward_context(tmp_path, *all_files(), has_few=False), MILL, Show.ONLINE)
    # 22 a month for a year are in no ward, of 264 + 1,800; 2 of the 22 are online.
    assert "264 of 2,064 (13%) are in no ward" in lines_of(answer.view, "Wards not known or filled in")
    assert figure(answer).table.row(-1)[:2] == ("Not known", "9.1%")


def test_a_hidden_ward_hides_those_without_a_ward_too_and_the_page_says_why(mill):
    assert "cannot be worked out" in lines_of(mill.view, "Wards not known or filled in")
    assert figure(mill).table.row(-1)[:2] == ("Not known", HIDDEN)


def test_a_ward_that_a_form_fills_in_is_marked_on_the_map_and_in_words(mill):
    frame = figure(mill).frame
    assert frame.filter("is_doubtful")["ward"].to_list() == [QUAY]
    assert f"{QUAY}: contacts without an address" in lines_of(mill.view, "Wards not known or filled in")


def test_what_is_few_is_hidden_everywhere_and_said(context):
    answer = ward_in(june(), context, PRIORY, Show.CONTACTS)
    assert "contacts cannot be told" in answer.view.answer
    said = lines_of(answer.view, "Too few to show")
    assert f"Contacts: {HIDDEN}" in said
    frame = figure(answer).frame
    assert frame.filter(pl.col("ward") == PRIORY).row(0, named=True)["value"] is None
    assert HIDDEN in figure(answer).table["Contacts"].to_list()


def test_a_hidden_ward_cannot_be_worked_out_from_the_others(context):
    table = figure(ward_in(june(), context, "", Show.CONTACTS)).table
    assert table["Contacts"].to_list().count(HIDDEN) >= 2


def test_the_committee_sees_rounded_counts(tmp_path):
    context = ward_context(tmp_path, *all_files(), audience=Audience.COMMITTEE)
    values = figure(ward_in(june(), context, MILL, Show.CONTACTS)).frame["value"].drop_nulls().to_list()
    assert values
    assert all(value % 5 == 0 for value in values)


def test_the_map_has_every_ward_on_one_grid_with_the_chosen_one_marked(mill):
    drawn = figure(mill)
    assert drawn.kind is Kind.WARD_MAP
    assert drawn.frame.filter("is_highlighted")["ward"].to_list() == [MILL]
    points = [point for rings in drawn.frame["outline"].to_list() for ring in rings for point in ring]
    assert (min(x for x, _ in points), max(x for x, _ in points)) == (0, 1000)
    # Four squares of a hundredth of a degree side by side, at 55 degrees: 0.04 x 0.574 wide, 0.01 tall.
    assert max(y for _, y in points) == pytest.approx(1000 * 0.01 / (0.04 * 0.5735), abs=2)


def test_a_headline_names_no_rank_that_chance_made(context):
    headline = figure(ward_in(june(), context, QUAY, Show.ONLINE)).headline
    assert headline == "Quay does not clearly differ from all wards together"
    assert figure(ward_in(june(), context, "", Show.ONLINE)).headline == "2 of 3 wards clearly differ from all together"


def test_the_trend_is_the_wards_own(mill):
    trend = figure(mill, "ward-trend")
    assert trend.subtitle.startswith("Mill: ")
    assert trend.frame["value"].drop_nulls().to_list()[-1] == pytest.approx(30 / 50)


def test_a_councillor_of_a_ward_nobody_knows_is_named(mill):
    assert "Old Mill: stands in the list of councillors" in lines_of(mill.view, "Wards not known or filled in")


def test_no_ward_chosen_shows_all_side_by_side(context):
    answer = ward_in(june(), context, "Nowhere", Show.ONLINE)
    assert answer.chosen is None
    assert answer.view.answer == "Which ward is yours?"
    assert figure(answer).frame.height == 4


def test_without_boundaries_wards_are_bars_and_the_same_table(tmp_path, mill):
    context = ward_context(tmp_path)
    answer = ward_in(june(), context, MILL, Show.ONLINE)
    assert figure(answer).kind is Kind.BARS
    assert "Mill (chosen)" in figure(answer).frame["label"].to_list()
    assert names_of(context) == [FERRY, MILL, PRIORY, QUAY]
    assert (answer.has_postcodes, answer.has_councillors) == (False, False)
    assert "Postcodes: no file is loaded" in " ".join(answer.view.notes)


def test_a_ward_of_the_boundaries_that_no_contact_names_says_so(tmp_path):
    text = outlines().replace('"WD24NM": "Mill"', '"WD24NM": "Millbrook"')
    context = ward_context(tmp_path, ("ward_boundaries", text))
    answer = ward_in(june(), context, "Millbrook", Show.ONLINE)
    assert answer.view.lead.startswith("No contact is recorded under the name or the code of Millbrook")
    assert not [figure for section in answer.view.sections for figure in section.figures if figure.key == "ward-trend"]


def test_actions_that_name_the_ward_are_listed_and_those_of_others_are_not(tmp_path, mill):
    context = ward_context(tmp_path, *all_files())
    now = datetime(2026, 6, 1, tzinfo=UTC)
    due = ActionEntry("Meet residents of Mill", owner="Ann", due_date=date(2026, 5, 1))
    add_action(context.register, "meet", due, author="Ann", now=now)
    add_action(context.register, "other", ActionEntry("Meet residents of Ferry Lane"), author="Ann", now=now)
    answer = ward_in(june(), context, MILL, Show.ONLINE)
    assert lines_of(answer.view, "Actions in Mill") == "Meet residents of Mill: Ann, due 1 May 2026, planned, overdue"
    assert "Actions in Mill" not in titles_of(mill.view)


def test_actions_of_the_ward_are_listed_overdue_first_and_one_of_another_ward_is_not_for_its_words(tmp_path):
    context = ward_context(tmp_path, *all_files())
    now = datetime(2026, 6, 1, tzinfo=UTC)
    entries = (
        ActionEntry("Planned", ward="Mill"),
        ActionEntry("Late", due_date=date(2026, 5, 1), ward="mill ward"),
        ActionEntry("Tell Mill of it", ward="Ferry Lane"),
    )
    for number, entry in enumerate(entries):
        add_action(context.register, f"action_{number}", entry, author="Ann", now=now)
    said = lines_of(ward_in(june(), context, MILL, Show.ONLINE).view, "Actions in Mill")
    assert said.index("Late") < said.index("Planned")
    assert "Tell Mill" not in said
