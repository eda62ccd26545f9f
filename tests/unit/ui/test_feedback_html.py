"""The pages of complaints and satisfaction as HTML: words from files are shown and never obeyed, and nothing is left unsaid."""

from dataclasses import replace
from datetime import date

from frontdoor.answers.answer import BreakdownRow, Freshness
from frontdoor.answers.feedback_answer import (
    ComplaintsAnswer,
    Fact,
    Nothing,
    PlaceLine,
    QuestionAnswer,
    ReportedLine,
    SatisfactionAnswer,
    ScoreLine,
    StageLine,
)
from frontdoor.charts.theme import LIGHT
from frontdoor.measures.complaints import COMPLAINTS
from frontdoor.strategy.judgement import Judgement, State
from frontdoor.ui.complaints import overdue_html, places_html, stages_html, tables_html
from frontdoor.ui.fact_strip import fact_strip_html
from frontdoor.ui.nothing import head_html, nothing_html
from frontdoor.ui.satisfaction import detail_html, questions_html, reported_html
from tests.pages.markup import parsed
from tests.unit.ui.figures_of_the_pictures import WITHIN_60

HOSTILE = '<script>alert(1)</script>"&'
STAGE = StageLine("Answered at stage 1", "in 10 working days", WITHIN_60, 22, "11 to 20 working days")
ROW = BreakdownRow("housing", "Housing", 0.58, 22.0, 38.0, Judgement(State.MISSED, WITHIN_60.judgement.target))
HOUSING = PlaceLine("Housing", 72, ROW, 0.72, 13)
MEMBERS = PlaceLine("Member conduct", 2, None, None, 0, is_counted=False)
ANSWER = ComplaintsAnswer(
    question="?", answer="!", lead="", period="October 2026", as_at=date(2026, 10, 31), facts=(), stages=(STAGE,),
    volume=replace(WITHIN_60, measure=COMPLAINTS), services=(HOUSING,), procedures=(HOUSING, MEMBERS), figures=(),
    freshness=Freshness("", 1, date(2026, 10, 31), "", is_invented=True), provenance=WITHIN_60.provenance,
)  # fmt: skip
RETURN = ReportedLine("Riverside", "Visits", "", "July", "157,900", "", "Turnstiles", ("January to March 2026",))


def test_a_stage_says_its_promise_its_sums_and_what_is_overdue():
    row = parsed(stages_html(ANSWER, LIGHT)).first("table").rows()[1]
    assert row[0] == "Answered at stage 1 in 10 working days"
    assert row[1] == "62% 13,164 of 21,232 due"
    assert row[3] == "Missed"
    assert row[4] == "22 longest: 11 to 20 working days"


def test_nothing_overdue_is_none_and_what_is_not_known_is_a_dash():
    assert overdue_html(replace(STAGE, overdue=0, longest="")) == "none"
    assert overdue_html(replace(STAGE, overdue=None, longest="")) == "–"


def test_where_nobody_promised_anything_the_page_says_what_to_write():
    html = stages_html(replace(ANSWER, stages=(replace(STAGE, promise=""),)), LIGHT)
    assert 'measure = "stage_1_in_time"' in parsed(html).first("code").text
    assert "<table" not in html


def test_a_procedure_with_other_rules_is_counted_and_not_judged():
    table = parsed(places_html("By procedure", (HOUSING, MEMBERS)))
    assert table.first("table").rows()[2] == ["Member conduct", "2", "–", "Not counted here", "–", "–"]
    assert "Member conduct: other rules say when these must be answered." in table.text


def test_columns_nobody_can_fill_are_left_out():
    bare = replace(HOUSING, in_time=None, upheld=None, overdue=None)
    rows = parsed(places_html("By service", (bare,))).first("table").rows()
    assert rows == [["Service", "Complaints"], ["Housing", "72"]]


def test_every_caveat_without_room_at_the_top_stands_below():
    assert "Recorded only since May." in tables_html(replace(ANSWER, notes=("Recorded only since May.",)))


def test_a_return_never_sent_is_named_beside_who_owes_it():
    row = parsed(reported_html((RETURN,))).first("table").rows()[1]
    assert row == ["Visits", "Riverside", "July", "157,900", "", "Turnstiles", "January to March 2026"]
    assert reported_html(()) == ""


def test_an_empty_page_gives_the_command_and_the_document():
    page = parsed(nothing_html("?", Nothing("No complaints.", "Load some:", "python -m frontdoor load", "docs/x.md")))
    assert page.first("code").text == "python -m frontdoor load"
    assert page.text.endswith("What the columns are: docs/x.md.")
    assert not parsed(nothing_html("?", Nothing("No.", "Why."))).all("code")


def test_words_from_files_are_shown_and_never_obeyed():
    label = replace(HOUSING, label=HOSTILE, is_counted=False)
    question = QuestionAnswer(
        "k", HOSTILE, HOSTILE, (Fact(HOSTILE, HOSTILE, HOSTILE),), (), HOSTILE, HOSTILE, HOSTILE, (HOSTILE,)
    )
    score = ScoreLine("k", HOSTILE, HOSTILE, HOSTILE, WITHIN_60)
    satisfaction = SatisfactionAnswer(
        "", "", "", HOSTILE, (score, replace(score, is_first=False)), None, (), ANSWER.freshness, None
    )
    stage = replace(STAGE, name=HOSTILE, promise=HOSTILE, longest=HOSTILE)
    pieces = (
        head_html(HOSTILE, HOSTILE, HOSTILE),
        nothing_html(HOSTILE, Nothing(HOSTILE, HOSTILE, HOSTILE, HOSTILE)),
        fact_strip_html((Fact(HOSTILE, HOSTILE, HOSTILE),)),
        stages_html(replace(ANSWER, stages=(stage,), period=HOSTILE), LIGHT),
        tables_html(replace(ANSWER, services=(label,), procedures=(label,), notes=(HOSTILE,))),
        questions_html(satisfaction, LIGHT),
        detail_html(question),
        reported_html((ReportedLine(*[HOSTILE] * 7, (HOSTILE,)),)),
    )
    for piece in pieces:
        assert "&lt;script&gt;" in piece
        assert "<script" not in piece
