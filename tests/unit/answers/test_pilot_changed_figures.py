"""The picture of an outcome: what its headline may claim, what its lines hold, and that nothing in it is a NaN."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from frontdoor.answers.pilot_changed_figures import weeks_figure
from frontdoor.answers.pilot_changed_words import headline_words, sentence_words
from frontdoor.answers.pilot_found import Range, State
from frontdoor.answers.pilot_series import TouchingEvent
from frontdoor.charts.picture import picture
from frontdoor.figure import BEGINS, ENDS
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_verdict import Caution, Claim, Judged, Verdict
from tests.unit.answers.told_pilots import (
    BEFORE,
    FIRST,
    GUARD,
    LONG_WAITS,
    PLANNED,
    found_of,
    pilot,
    series,
    unknown,
    waves,
)

NUMBER = BEFORE + PLANNED
PLAIN = replace(LONG_WAITS, comparison=None)


def lifted(by=0.10, outcome=PLAIN, seed=3, **given):
    """Return a share of about 70% that rises by `by` in the pilot's weeks."""
    values = waves(NUMBER, 0.70, 0.02, seed)
    values[BEFORE:] += by
    return found_of(series(outcome, values, **given))


def compared(by=0.10):
    """Return the same beside two comparison units that stay where they were."""
    values = waves(NUMBER, 0.70, 0.02, 3)
    values[BEFORE:] += by
    others = np.vstack([waves(NUMBER, 0.80, 0.02, 4), waves(NUMBER, 0.82, 0.02, 5)])
    return found_of(series(LONG_WAITS, values, comparisons=others))


def drawn(each, **given):
    assert each.series is not None
    return weeks_figure(each, pilot(each, **given), each.series, "Source: invented.")


def test_a_clear_change_is_said_with_its_size_and_only_after():
    each = lifted()
    words = headline_words(each, pilot(each))
    assert words.endswith("points higher after the pilot began")
    assert "because" not in words
    assert sentence_words(each, pilot(each)).endswith("Changed after the pilot began.")


def test_because_of_needs_the_claim_a_comparison_and_a_benefit_that_is_met():
    each = compared()
    assert each.judged.verdict is Verdict.MET
    assert headline_words(each, pilot(each, claim=Claim.BECAUSE_OF)).endswith("because of the pilot")
    assert "Unit 0 and Unit 1 did not change alike" in sentence_words(each, pilot(each, claim=Claim.BECAUSE_OF))
    assert headline_words(each, pilot(each)).endswith("after the pilot began")
    alone = lifted()
    assert headline_words(alone, pilot(alone, claim=Claim.BECAUSE_OF)).endswith("after the pilot began")


def test_a_guard_is_never_because_of():
    each = lifted(0.0, replace(GUARD, margin=0.2))
    assert "because" not in headline_words(each, pilot(each, claim=Claim.BECAUSE_OF))


def test_a_change_that_may_be_chance_is_called_no_clear_change():
    each = lifted(0.0)
    assert headline_words(each, pilot(each)) == "No clear change after the pilot began"
    assert "range leaves room for no change" in sentence_words(each, pilot(each))


@pytest.mark.parametrize(
    ("caution", "doubt"),
    [
        (Caution.CONFOUNDED, "but something else happened too"),
        (Caution.DISAGREE, "but it may be slow drift"),
        (Caution.NO_SEASON, "but it may be the time of year"),
        (Caution.SHORT, "but the pilot was short"),
    ],
)
def test_what_limits_a_change_is_in_its_headline(caution, doubt):
    each = replace(lifted(), judged=Judged(Verdict.CANNOT_TELL, (caution,), None))
    assert headline_words(each, pilot(each)).endswith(f", {doubt}")
    assert caution.value in sentence_words(each, pilot(each))


def test_what_else_happened_is_named_with_its_day():
    event = TouchingEvent(date(2025, 10, 6), "waste rounds changed", np.zeros(NUMBER, dtype=np.bool_), True)
    each = lifted(events=(event,))
    assert headline_words(each, pilot(each)).endswith("but something else happened too")
    assert "Waste rounds changed (6 October 2025) touched the same figure" in sentence_words(each, pilot(each))


def test_while_it_runs_it_is_too_early_to_say():
    each = replace(lifted(), judged=Judged(Verdict.TOO_EARLY, (Caution.RUNNING,), None))
    words = headline_words(each, pilot(each, state=State.RUNNING))
    assert words.startswith("So far ")
    assert words.endswith("too early to say")
    assert "99.7%" in sentence_words(each, pilot(each, state=State.RUNNING))


def test_the_band_is_as_wide_as_the_range_that_is_said():
    """While it runs the range is 99.7%, so the band is wider by as much as the effect's own is."""
    usual, early = lifted(), replace(lifted(), judged=Judged(Verdict.TOO_EARLY, (Caution.RUNNING,), None))
    figures = [drawn(usual), drawn(early, state=State.RUNNING)]
    widths = [(figure.frame["high"] - figure.frame["low"]).drop_nulls().to_numpy() for figure in figures]
    ends = [usual.analysis.primary.interval(sure) for sure in (0.95, 0.997)]
    assert widths[1] / widths[0] == pytest.approx((ends[1].upper - ends[1].lower) / (ends[0].upper - ends[0].lower))
    assert figures[1].key_words[2] == "Expected range (99.7%)"
    assert "with 99.7%" in figures[1].definition


def test_a_refusal_is_said_with_its_reason():
    each = found_of(series(PLAIN, np.full(NUMBER, 0.7)))
    assert each.analysis is Reason.CONSTANT
    assert headline_words(each, pilot(each)) == "Nobody can tell what changed"
    assert Reason.CONSTANT.value in sentence_words(each, pilot(each))
    assert sentence_words(unknown(), pilot(unknown())) == "Times of day are not recorded by ward."


def test_hours_that_were_closed_before_are_counted_and_not_compared():
    calls = replace(PLAIN, measure="calls_offered")
    weeks = series(calls, np.concatenate([np.zeros(BEFORE), np.full(PLANNED, 41.0)]))
    each = replace(found_of(weeks), analysis=Reason.ZERO_BEFORE, effect=Range(41.0, 38.0, 45.0))
    assert headline_words(each, pilot(each)) == "41 a week, where there were none before"
    assert "counted and not compared" in sentence_words(each, pilot(each))
    assert drawn(each).key_words == ()


def test_the_words_of_the_lines_differ_by_the_effect_and_the_sentence_says_the_same():
    figure = drawn(lifted())
    seen, expected, band = figure.key_words
    assert band == "Expected range (95%)"
    assert seen.startswith("Seen, ")
    assert expected.startswith("Expected without it, ")
    assert figure.sentence.startswith(
        f"{seen.removeprefix('Seen, ')} against {expected.removeprefix('Expected without it, ')}"
    )


def test_nothing_is_expected_before_the_pilot_and_every_week_is_in_the_table():
    figure = drawn(lifted())
    expected = figure.frame["expected"].to_list()
    first = figure.frame["period_start"].to_list().index(FIRST)
    assert all(value is None for value in expected[:first])
    assert None not in expected[first:]
    assert figure.table.height == NUMBER
    assert figure.frame.height == NUMBER - BEFORE + 36  # three times the pilot's weeks before it
    assert "36 weeks before the pilot are drawn; all 48 count" in figure.notes[0]


def test_start_and_end_are_marked_and_what_else_happened():
    event = TouchingEvent(date(2025, 10, 6), "Waste rounds change", np.zeros(NUMBER, dtype=np.bool_), True)
    figure = drawn(lifted(events=(event,)))
    assert [mark.label for mark in figure.marks] == [BEGINS, ENDS, "Waste rounds change"]
    running = drawn(lifted(), state=State.RUNNING)
    assert [mark.label for mark in running.marks] == [BEGINS]
    assert drawn(lifted(), state=State.BEFORE).marks == ()


def holed():
    values = waves(NUMBER, 0.70, 0.02, 3)
    values[[5, 20, BEFORE + 2]] = np.nan
    return found_of(series(PLAIN, values))


def few():
    return found_of(
        series(replace(PLAIN, measure="calls_offered"), np.random.default_rng(2).poisson(2.0, NUMBER) * 1.0)
    )


AWKWARD = {
    "a hole in the records": holed(),
    "small counts": few(),
    "no effect can be told": found_of(series(PLAIN, waves(10, 0.7, 0.02, 1), first=6)),
    "the records begin with the pilot": found_of(series(PLAIN, waves(PLANNED, 0.7, 0.02, 1), first=0)),
    "always zero": found_of(series(replace(PLAIN, measure="calls_offered"), np.zeros(NUMBER))),
    "all of them": lifted(0.29),
}


@pytest.mark.parametrize("awkward", AWKWARD)
def test_awkward_outcomes_are_drawn_and_told_without_a_nan(awkward):
    figure = drawn(AWKWARD[awkward])
    told = (
        f"{figure.headline} {figure.subtitle} {figure.sentence} {figure.key_words} {figure.table.rows()} {figure.notes}"
    )
    assert "nan" not in told.lower()
    assert "inf" not in told.lower()
    assert len(figure.headline) <= 55
    for is_narrow in (False, True):
        assert picture(figure, is_narrow).height > 200  # JSON without NaN, or it raises


def test_a_share_is_never_expected_to_be_more_than_all():
    high = drawn(lifted(0.29)).frame["high"].drop_nulls()
    assert high.max() <= 1.0
