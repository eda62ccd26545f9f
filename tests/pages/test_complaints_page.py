"""Does the page of complaints say how many, whether in time, what became of them and who fails, to everybody?"""

import json
from contextlib import redirect_stdout
from io import StringIO

import pytest

from frontdoor.commands.main import main
from frontdoor.measures.formatting import format_value
from frontdoor.schema.units import Unit

AUDIENCES = ("officer", "member", "committee", "public")
QUESTION = "Do we answer complaints in time, and put things right?"
STAGES = ["Acknowledged", "Answered at stage 1", "Answered at stage 2"]


def stages(screen):
    """Return the words of each row of the table of stages."""
    return screen.page.first("table", "fd-scores").rows()[1:]


@pytest.mark.parametrize("audience", AUDIENCES)
def test_complaints_are_answered_in_words_for_everybody(reading, sample_home, audience):
    screen = reading(sample_home, "complaints", audience=audience)
    assert not screen.is_broken
    assert screen.question == QUESTION
    assert "complaints came in October 2026" in screen.answer
    assert "in every 100 were answered in time at stage 1 (we promised 95)." in screen.answer
    assert "more is not simply worse." in screen.page.first(kind="fd-lead").text
    assert [row[0].split(" in ")[0] for row in stages(screen)] == STAGES
    has_small_counts = "How many working days answers took is not drawn" in screen.words
    assert has_small_counts is (audience == "public")
    assert len(screen.page.all("article", "fd-card")) == (3 if has_small_counts else 4)


def test_the_service_that_fails_is_named_and_stands_first(reading, sample_home):
    screen = reading(sample_home, "complaints", {"period": "July to September 2026"})
    assert "Housing (" in screen.page.first(kind="fd-lead").text
    services = next(box for box in screen.page.all("section", "fd-box") if box.first("h2").text == "By service")
    first = services.first("table").rows()[1]
    assert first[0] == "Housing"
    assert "Missed" in first


def test_procedures_with_rules_of_their_own_are_counted_and_not_judged(reading, sample_home):
    screen = reading(sample_home, "complaints")
    procedures = next(box for box in screen.page.all("section", "fd-box") if box.first("h2").text == "By procedure")
    rows = {row[0]: row[1:] for row in procedures.first("table").rows()[1:]}
    assert set(rows) == {"Corporate", "Housing", "Member conduct"}
    assert rows["Member conduct"][2] == "Not counted here"
    assert "Member conduct: other rules say when these must be answered." in procedures.text


def test_the_page_shows_what_the_command_prints(reading, sample_home):
    screen = reading(sample_home, "complaints", {"service": "Housing", "period": "July to September 2026"})
    paper = StringIO()
    with redirect_stdout(paper):
        wanted = ("--service", "housing", "--from", "2026-07-01", "--to", "2026-09-30")
        assert main(["measures", "--json", *wanted]) == 0
    printed = {each["key"]: each for each in json.loads(paper.getvalue())["measures"]}
    facts = {fact.first("dt").text: fact.all("dd")[0].text for fact in screen.page.first("dl", "fd-facts").all("div")}
    shown = {row[0].split(" in ")[0]: row[1] for row in stages(screen)}
    assert facts["Complaints, July to September 2026"] == format_value(printed["complaints"]["value"], Unit.COUNT)
    stage_1 = printed["complaints_on_time"]
    said = format_value(stage_1["value"], Unit.SHARE, against=stage_1["target"])
    assert shown["Answered at stage 1"].startswith(
        f"{said} {stage_1['numerator']:,.0f} of {stage_1['denominator']:,.0f}"
    )


def test_the_columns_add_up_to_the_answers_due_and_those_in_time(reading, sample_home):
    screen = reading(sample_home, "complaints")
    card = next(card for card in screen.page.all("article") if card.attributes["id"] == "fd-card-complaint-days")
    rows = [[int(cell) for cell in row[1:]] for row in card.first("table").rows()[1:]]
    in_time, late, still_open = (sum(column) for column in zip(*rows, strict=True))
    assert f"{in_time} of {in_time + late + still_open} due" in stages(screen)[1][1]
    assert still_open > 0


def test_what_the_council_did_not_promise_is_measured_by_the_codes_and_not_judged(reading, sample_home):
    rows = stages(reading(sample_home, "complaints"))
    assert "in 5 working days, by the Complaint Handling Codes" in rows[0][0]
    assert rows[0][3] == "Not judged"
    assert "in 10 working days, 10 more if extended" in rows[1][0]
    assert "Codes" not in rows[1][0]


@pytest.mark.parametrize("audience", ["officer", "committee"])
def test_a_ward_can_be_chosen_and_hides_small_counts(reading, sample_home, audience):
    query = {"group": "Ward: Castle Wharf", "period": "July to September 2026"}
    screen = reading(sample_home, "complaints", query, audience)
    assert not screen.is_broken
    assert screen.question == QUESTION
    tables = " ".join(table.text for table in screen.page.all("table"))
    assert not {"1", "2", "3", "4"} & {cell.text for table in screen.page.all("table") for cell in table.all("td")}, (
        tables
    )


def test_a_question_no_complaint_can_answer_says_so(reading, sample_home):
    screen = reading(sample_home, "complaints", {"group": "Age band: 75 and over"})
    assert not screen.is_broken
    assert screen.answer == "No complaints for this choice."
    assert "Complaints are not recorded by age band." in screen.words


def test_a_council_without_complaints_reads_what_to_load(reading, small_home):
    screen = reading(small_home, "complaints")
    assert not screen.is_broken
    assert screen.question == QUESTION
    assert screen.answer == "We can’t say yet: no complaints have been loaded."
    assert [each.text for each in screen.page.all("code")] == ["python -m frontdoor load FILE --source frontdoor"]
    assert "docs/canonical-csv.md" in screen.words
