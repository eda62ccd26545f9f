"""Every other way of working a pilot out: plain names, the word each would give, and designs that agree or do not."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from frontdoor.answers.pilot_changed_designs import CANNOT, agreement_words, designs_table
from frontdoor.answers.pilot_changed_rows import (
    NO_PLACEBO,
    NOTHING_FOUND,
    ONLY_COUNTS,
    SOMETHING_FOUND,
    TOO_NARROW,
    holds_up_table,
    other_ways,
    rank_row,
    way_row,
)
from frontdoor.answers.pilot_changed_signed import between, signed
from frontdoor.answers.pilot_changed_word import word_of
from frontdoor.answers.pilot_found import Range
from frontdoor.answers.pilot_series import TouchingEvent
from frontdoor.answers.view_answer import Row, Table
from frontdoor.schema.units import Unit
from frontdoor.statistics.intervals import Interval
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_scale import Scale
from frontdoor.statistics.pilot_sensitivity import Row as Way
from frontdoor.statistics.pilot_verdict import Caution, Judged, Verdict
from frontdoor.statistics.placebo_units import PlaceboRank
from tests.unit.answers.told_pilots import BEFORE, GUARD, LONG_WAITS, PLANNED, found_of, series, waves

NUMBER = BEFORE + PLANNED
ALONE = replace(LONG_WAITS, comparison=None)
CALLS = replace(ALONE, measure="calls_offered", worthwhile=2.0)
CLOCKS = np.arange(NUMBER) == 55
EVENTS = (
    TouchingEvent(date(2025, 10, 26), "the clock change", CLOCKS, False),
    TouchingEvent(date(2025, 10, 6), "Waste rounds change", np.arange(NUMBER) >= 57, True),
)


def share(units=3, by=0.10, **given):
    """Return a share lifted in the pilot's weeks, beside so many comparison units that stay."""
    values = waves(NUMBER, 0.70, 0.02, 3)
    values[BEFORE:] += by
    others = np.vstack([waves(NUMBER, 0.80, 0.02, 10 + place) for place in range(units)]) if units else None
    return series(LONG_WAITS if units else ALONE, values, comparisons=others, **given)


def counts(before, during, seed=1):
    told = np.random.default_rng(seed)
    return series(CALLS, np.concatenate([told.poisson(before, BEFORE), told.poisson(during, PLANNED)]) * 1.0)


def holds_up(weeks) -> Table:
    return holds_up_table(found_of(weeks), weeks, other_ways(weeks))


def designs(weeks) -> Table:
    return designs_table(found_of(weeks), weeks, other_ways(weeks))


def row(table: Table, start: str) -> Row:
    return next(each for each in table.rows if each.cells[0].startswith(start))


def test_every_row_has_a_plain_name_a_change_a_range_and_a_word():
    table = holds_up(share(events=EVENTS))
    names = [each.cells[0] for each in table.rows]
    assert len(set(names)) == len(names)
    assert names[0] == "main method: the weeks before, and Unit 0, Unit 1 and Unit 2"
    assert {
        "leave out the week of the clock change",
        "leave out the 3 weeks of “Waste rounds change”",
        "use only the 26 weeks before it",
        "pretend it began 12 weeks earlier (should show nothing)",
        "leave Unit 1 out of the comparison",
        "pretend that Unit 2 had the pilot (should show nothing)",
    } <= set(names)
    assert all(len(each.cells) == len(table.columns) for each in table.rows)
    assert all(each.verdict is not None or each.result for each in table.rows)
    assert "nan" not in str(table.rows).lower()


def test_least_squares_and_newey_west_are_marked_too_narrow_and_give_no_verdict():
    table = holds_up(share())
    for start in ("ordinary least squares", "least squares with Newey"):
        narrow = row(table, start)
        assert (narrow.verdict, narrow.detail) == (None, TOO_NARROW)
        assert narrow.result == "Would say met; not used"


def test_pretended_pilots_should_show_nothing_and_say_so_when_they_do_not():
    weeks = share(0)
    quiet = Way("pretended start", 0.001, Interval(-0.01, 0.012), 0.8, number=36)
    loud = Way("pretended start", 0.08, Interval(0.05, 0.11), 0.001, number=24)
    each = found_of(weeks)
    assert (way_row(quiet, each, weeks).verdict, way_row(quiet, each, weeks).result) == (Verdict.MET, NOTHING_FOUND)
    assert (way_row(loud, each, weeks).verdict, way_row(loud, each, weeks).result) == (Verdict.NOT_MET, SOMETHING_FOUND)
    assert way_row(loud, each, weeks).cells[0] == "pretend it began 24 weeks earlier (should show nothing)"


def test_the_note_counts_the_pretended_pilots_that_show_something():
    table = holds_up(share())
    loud = sum(each.result == SOMETHING_FOUND for each in table.rows)
    number = loud + sum(each.result == NOTHING_FOUND for each in table.rows)
    assert number == 6  # three starts of 12 weeks in the 48 before, and three units
    assert f"{loud} of {number} pretended pilots show" in table.note
    assert "about 1 in 20 would by chance" in table.note


def test_the_rank_says_how_small_p_can_get():
    ranked = rank_row(PlaceboRank(1, 5))
    assert ranked.result == NO_PLACEBO
    assert ranked.cells[1] == "the largest"
    assert ranked.detail == "p = 0.20; with 5 it cannot be below 0.20, whatever happened"
    assert rank_row(PlaceboRank(3, 9)).cells[1] == "number 3"


def test_without_a_comparison_the_row_says_why_and_there_is_no_rank():
    table = holds_up(share(0))
    missing = row(table, "compare with places")
    assert (missing.result, missing.detail) == (CANNOT, Reason.NO_COMPARISON.value)
    assert not any(each.result == NO_PLACEBO for each in table.rows)
    assert table.rows[0].cells[0] == "main method: the weeks before"


def test_one_comparison_cannot_be_left_out_nor_pretended():
    names = [each.cells[0] for each in holds_up(share(1)).rows]
    assert not any("Unit 0 out" in name or "Unit 0 had" in name for name in names)


def test_a_share_has_no_row_in_per_cent():
    assert row(holds_up(share()), "count changes in per cent").detail == ONLY_COUNTS


def test_the_main_row_is_what_the_verdict_stands_on():
    weeks = share()
    each = found_of(weeks)
    limited = replace(
        each, judged=Judged(Verdict.CANNOT_TELL, (Caution.CONFOUNDED,), None), effect=Range(0.1, 0.02, 0.18)
    )
    table = holds_up_table(limited, weeks, other_ways(weeks))
    main = table.rows[0]
    assert (main.verdict, main.detail) == (Verdict.CANNOT_TELL, Caution.CONFOUNDED.value)
    assert main.cells[1:] == ("+10 points", "+2 to +18 points")
    assert Caution.CONFOUNDED.value in table.note


@pytest.mark.parametrize(
    ("effect", "is_sure", "word"),
    [
        (Range(0.08, 0.02, 0.14), True, Verdict.MET),
        (Range(0.08, -0.01, 0.17), False, Verdict.CANNOT_TELL),
        (Range(0.03, 0.01, 0.04), True, Verdict.NOT_MET),
        (Range(-0.08, -0.14, -0.02), True, Verdict.NOT_MET),
        (Range(0.08, None, None), True, Verdict.CANNOT_TELL),
    ],
)
def test_the_word_of_a_benefit_that_should_be_at_least_five_points(effect, is_sure, word):
    assert word_of(effect, found_of(share(0)), is_sure=is_sure) is word


@pytest.mark.parametrize(
    ("effect", "word"),
    [
        (Range(0.0, -0.01, 0.01), Verdict.MET),
        (Range(0.0, -0.04, 0.04), Verdict.CANNOT_TELL),
        (Range(-0.06, -0.08, -0.04), Verdict.NOT_MET),
    ],
)
def test_the_word_of_a_guard_of_two_points_where_higher_is_better(effect, word):
    each = found_of(series(replace(GUARD, margin=0.02), waves(NUMBER, 0.7, 0.02, 5)))
    assert word_of(effect, each, is_sure=True) is word


def test_an_outcome_that_is_only_watched_has_no_word():
    assert (
        word_of(
            Range(0.1, 0.05, 0.15),
            found_of(series(replace(ALONE, worthwhile=None), waves(NUMBER, 0.7, 0.02, 5))),
            is_sure=True,
        )
        is None
    )


def test_the_designs_stand_side_by_side_and_say_that_they_agree():
    table = designs(share())
    assert [each.cells[0] for each in table.rows] == [
        "against its own weeks before, alone",
        "against Unit 0, Unit 1 and Unit 2, week by week",
        "before and during, less the same of Unit 0, Unit 1 and Unit 2",
        "exact ratio of small counts",
    ]
    assert "far too narrow" in table.rows[2].detail
    assert table.rows[3].detail == ONLY_COUNTS
    assert table.note == "They point the same way; all 3 show more than chance."


def test_differences_need_two_comparisons():
    told = row(designs(share(1)), "before and during")
    assert (told.result, told.detail) == (CANNOT, Reason.ONE_COMPARISON.value)


def test_small_counts_have_an_exact_ratio_and_large_ones_say_why_not():
    small = row(designs(counts(2.0, 8.0)), "exact ratio")
    assert small.verdict is Verdict.MET
    assert "times as many" in small.detail
    large = row(designs(counts(80.0, 90.0)), "exact ratio")
    assert large.result == CANNOT
    assert "below 10 a week" in large.detail


def test_none_before_has_no_upper_end_and_no_nan():
    weeks = counts(0.0, 4.0)
    told = row(designs(weeks), "exact ratio")
    assert "no limit" in told.cells[2]
    assert "no upper end" in told.detail
    assert row(designs(weeks), "against its own").detail == Reason.ZERO_BEFORE.value


def test_designs_that_disagree_speak_for_caution():
    mixed = [Range(0.1, 0.05, 0.15), Range(-0.02, -0.08, 0.04)]
    assert agreement_words(mixed) == (
        "They do not point the same way; 1 of 2 show more than chance. That speaks for caution, whatever one of them says."
    )
    assert agreement_words(mixed[:1]).startswith("Only one of them")
    assert agreement_words([]) == "None of them can be used here."
    assert "none shows more" in agreement_words([mixed[1], mixed[1]])


def test_numbers_in_cells_have_signs_and_say_their_unit_once():
    assert signed(-0.086, Unit.SHARE) == "−8.6 points"
    assert signed(41.0, Unit.COUNT) == "+41"
    assert signed(0.0001, Unit.COUNT) == "0"
    assert between(Range(0, -0.139, -0.033), Unit.SHARE) == "−13.9 to −3.3 points"
    assert between(Range(0, -12, 1), Unit.SECONDS) == "−12 to +1 second"
    assert between(Range(0, 3.0, None), Unit.COUNT) == "+3 to no limit"
    assert between(Range(0, None, None), Unit.COUNT) == "–"


def test_a_count_on_the_logarithm_is_told_in_contacts_a_week():
    told = np.random.default_rng(7)
    values = np.concatenate([told.poisson(100, BEFORE), told.poisson(130, PLANNED)]) * 1.0
    weeks = series(replace(CALLS, worthwhile=10.0), values, scale=Scale.LOG)
    ways = {way.name: way for way in other_ways(weeks).rows}
    least = way_row(ways["ordinary least squares"], found_of(weeks), weeks)
    assert 20 <= float(least.cells[1].removeprefix("+")) <= 40
