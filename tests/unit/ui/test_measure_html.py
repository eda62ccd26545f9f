"""The words of one measure: facts, ways of counting, who fails by name, and nothing obeyed from a file."""

from dataclasses import replace

import polars as pl

from frontdoor.answers.answer import Point
from frontdoor.strategy.judgement import Judgement, State
from frontdoor.ui.blocks import rich
from frontdoor.ui.counting import breakdown_html, failing_words, ways_html
from frontdoor.ui.empty import cannot_tell_html, no_data_html
from frontdoor.ui.facts import facts_html, gap_words
from frontdoor.ui.figure_card import figure_table_html, meaning_html, title_html
from frontdoor.ui.measure import breadcrumb_html, explanation_html, words_html
from tests.unit.ui.figures_of_the_pictures import PROMISES, WITHIN_60
from tests.unit.ui.measure_of_the_pictures import MEASURE, service_figure, trend_figure

HOSTILE = "<script>alert(1)</script>"


def test_the_facts_say_number_target_status_and_change():
    facts = facts_html(WITHIN_60)
    for words in ("October 2026", "62%", "13,164 of 21,232 calls", "at least 70%", "Lowered from 80%, 1 April 2026"):
        assert words in facts
    assert "fd-square_cross" in facts
    assert "Missed" in facts
    assert "3 months below the usual range" in facts


def test_a_lowered_target_says_what_the_old_one_would_have_meant():
    assert gap_words(WITHIN_60) == "by 8 points; 80% would be 18"


def test_better_than_promised_is_said_as_such():
    met = replace(WITHIN_60, judgement=Judgement(State.MET, WITHIN_60.judgement.target, gap=0.03))
    assert gap_words(met) == "3 points better than promised"
    assert gap_words(replace(met, judgement=replace(met.judgement, gap=0.0))) == "exactly"


def test_the_compared_period_is_named():
    compared = replace(WITHIN_60, compared=Point(WITHIN_60.period.year_before().first, 0.714, None, None))
    assert "71% in October 2025" in facts_html(compared)


def test_where_nothing_can_be_judged_the_reason_stands_there():
    unjudged = replace(WITHIN_60, value=None, judgement=Judgement(State.CANNOT_TELL, None, reason="Not by ward."))
    assert "Not by ward." in facts_html(unjudged)
    assert "Not judged" in facts_html(unjudged)


def test_two_ways_of_counting_stand_side_by_side_with_the_same_places():
    html = ways_html(MEASURE.ways, WITHIN_60.measure)
    assert "Two ways of counting" in html
    assert "<b>62.0%</b>" in html
    assert "68.2%" in html
    assert ways_html(MEASURE.ways[:1], WITHIN_60.measure) == ""


def test_an_aggregate_never_hides_a_failing_service():
    rows = MEASURE.by_service
    assert failing_words(rows) == "Council tax misses the target."
    assert failing_words([*rows[:1], *rows[:1]]) == "Council tax and Council tax miss the target."
    assert "Council tax misses the target." in breakdown_html("By service", rows, WITHIN_60.measure)


def test_services_are_a_table_where_they_are_not_a_chart():
    assert "By service" not in explanation_html(MEASURE)
    assert "By service" in explanation_html(replace(MEASURE, figures=()))


def test_the_lead_may_be_bold_but_nothing_else():
    assert rich("**Council tax** <i>x</i>") == "<b>Council tax</b> &lt;i&gt;x&lt;/i&gt;"


def test_words_from_files_are_shown_and_never_obeyed():
    rows = tuple(replace(row, label=HOSTILE) for row in MEASURE.by_service)
    ways = tuple(replace(way, label=HOSTILE, comment=HOSTILE) for way in MEASURE.ways)
    result = replace(WITHIN_60, owner=HOSTILE, change=replace(WITHIN_60.change, words=HOSTILE, detail=HOSTILE))
    answer = replace(
        MEASURE, question=HOSTILE, answer=HOSTILE, lead=HOSTILE, result=result, by_service=rows, by_channel=rows,
        figures=(), ways=ways, provenance_line=HOSTILE, notes=(HOSTILE,),
    )  # fmt: skip
    figure = replace(
        service_figure(), headline=HOSTILE, subtitle=HOSTILE, definition=HOSTILE, provenance=HOSTILE, notes=(HOSTILE,),
        table=pl.DataFrame({HOSTILE: [HOSTILE]}),
    )  # fmt: skip
    pieces = (
        words_html(answer), explanation_html(answer), breadcrumb_html(HOSTILE, {HOSTILE: HOSTILE}), title_html(figure),
        meaning_html(figure), figure_table_html(figure), no_data_html(HOSTILE, HOSTILE), cannot_tell_html(HOSTILE, HOSTILE),
    )  # fmt: skip
    for piece in pieces:
        assert "&lt;script&gt;" in piece
        assert "<script" not in piece


def test_the_table_of_a_figure_is_a_real_table_that_says_when_it_is_cut():
    figure = trend_figure()
    assert figure_table_html(figure).count('<th scope="row">') == 30
    long = replace(figure, table=pl.DataFrame({"day": range(500)}))
    assert "The first 200 of 500 rows" in figure_table_html(long)


def test_no_data_is_said_with_the_two_commands_that_load_some():
    html = no_data_html("Trentside", "Are we keeping our promises?")
    assert "python -m frontdoor sample" in html
    assert "python -m frontdoor load FILE --source NAME" in html


def test_the_way_back_leaves_the_measure_behind_and_keeps_the_filters():
    assert 'href="./?service=Waste"' in breadcrumb_html("x", {"service": "Waste", "measure": "y"})


def test_every_result_has_facts():
    for promise in PROMISES:
        for result in promise.results:
            assert facts_html(result).count("<dt>") == 4
