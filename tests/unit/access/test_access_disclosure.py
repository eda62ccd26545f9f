"""Small counts are hidden before anything is divided, and no total gives them away."""

from collections.abc import Sequence
from datetime import date
from itertools import product

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdoor.access.audience import Audience
from frontdoor.access.disclosure import control

MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)
WARDS = ("Balderton", "Castle", "Devon", "Farndon")


def wards(*contacts: int | None, **more: Sequence[int | None]) -> pl.DataFrame:
    return pl.DataFrame({"value": WARDS[: len(contacts)], "contacts": contacts, **more})


def shown(
    frame: pl.DataFrame, audience: Audience = Audience.OFFICER, *, is_small_area: bool = True
) -> list[int | None]:
    return control(frame, ["contacts"], audience, is_small_area=is_small_area)["contacts"].to_list()


def test_a_small_ward_is_hidden_and_so_is_the_next_smallest() -> None:
    # Without the second, 62 in all - 40 - 12 - 7 = 3 would give Castle away.
    frame = control(wards(40, 3, 12, 7), ["contacts"], Audience.OFFICER, is_small_area=True)
    assert frame["contacts"].to_list() == [40, None, 12, None]
    assert frame["is_suppressed"].to_list() == [False, True, False, True]
    assert frame["value"].to_list() == list(WARDS)


def test_two_wards_of_one_are_joined_by_a_third() -> None:
    # Two hidden with 2 between them are 1 and 1, since a hidden count is never 0; with 9 more they may be 1 to 9.
    assert shown(wards(40, 1, 1, 9)) == [40, None, None, None]


def test_zero_and_five_are_shown_and_a_count_nobody_recorded_is_not_called_suppressed() -> None:
    frame = control(wards(0, 5, None, 60), ["contacts"], Audience.OFFICER, is_small_area=True)
    assert frame["contacts"].to_list() == [0, 5, None, 60]
    assert not frame["is_suppressed"].any()


@pytest.mark.parametrize(
    ("audience", "whole_council", "ward"),
    [
        (Audience.OFFICER, [43, 3, 12, 8], [43, None, 12, None]),
        (Audience.MEMBER, [43, 3, 12, 8], [43, None, 12, None]),
        (Audience.COMMITTEE, [43, 3, 12, 8], [45, None, 10, None]),
        (Audience.PUBLIC, [45, None, 10, None], [45, None, 10, None]),
    ],
)
def test_who_sees_what(audience: Audience, whole_council: list[int | None], ward: list[int | None]) -> None:
    counts = wards(43, 3, 12, 8)
    assert shown(counts, audience, is_small_area=False) == whole_council
    assert shown(counts, audience, is_small_area=True) == ward


def test_a_count_that_leaves_a_small_rest_of_its_whole_is_hidden() -> None:
    # 98 of 100 sorted out at once says that 2 people's were not; 90 of 100 does not single anybody out.
    frame = wards(100, 100, 100, resolved=[98, 90, 100])
    controlled = control(frame, ["resolved", "contacts"], Audience.OFFICER, is_small_area=True)
    assert controlled["resolved"].to_list() == [None, None, 100]
    assert controlled["contacts"].to_list() == [100, 100, 100]


def test_seconds_go_with_the_count_of_those_who_waited_them() -> None:
    frame = wards(40, 3, 12, 8, seconds_to_answer=[400, 999, 600, 80])
    sums = {"seconds_to_answer": "contacts"}
    officer = control(frame, ["contacts"], Audience.OFFICER, is_small_area=True, sums_of=sums)
    assert officer["seconds_to_answer"].to_list() == [400, None, 600, None]
    public = control(frame, ["contacts"], Audience.PUBLIC, is_small_area=True, sums_of=sums)
    assert (public["contacts"].to_list(), public["seconds_to_answer"].to_list()) == (
        [40, None, 10, None],
        [400, None, 500, None],
    )


def test_a_longest_wait_is_hidden_with_its_count_and_never_scaled() -> None:
    frame = wards(7, 3, 12, 40, longest_wait_seconds=[70, 999, 60, 80])
    largest = {"longest_wait_seconds": "contacts"}
    public = control(frame, ["contacts"], Audience.PUBLIC, is_small_area=True, largest_of=largest)
    assert public["longest_wait_seconds"].to_list() == [None, None, 60, 80]


def test_each_direction_is_protected() -> None:
    # One small cell needs a rectangle: another in its month, another in its ward, and the corner that hides those.
    cells = {(MAY, "Castle"): 3, (MAY, "Devon"): 9, (JUNE, "Castle"): 8, (JUNE, "Devon"): 20}
    frame = pl.DataFrame(
        {
            "period_start": [key[0] for key in cells],
            "value": [key[1] for key in cells],
            "contacts": list(cells.values()),
        }
    )
    assert shown(frame) == [None, None, None, None]


def test_what_is_hidden_does_not_depend_on_the_order_of_rows() -> None:
    frame = wards(3, 7, 7, 7)
    hidden = control(frame, ["contacts"], Audience.OFFICER, is_small_area=True)
    backwards = control(frame.reverse(), ["contacts"], Audience.OFFICER, is_small_area=True)
    assert backwards.reverse().equals(hidden)


def test_an_empty_table_stays_empty_and_keeps_its_columns() -> None:
    frame = control(wards(4).clear(), ["contacts"], Audience.PUBLIC, is_small_area=True)
    assert frame.columns == ["value", "contacts", "is_suppressed"]
    assert frame.schema["contacts"] == pl.Int64


def _could_be(hidden: list[int], cell: int, guess: int) -> bool:
    """Say whether whoever knows the total, and that each hidden count is at least 1, must allow `guess` for a cell."""
    rest = sum(hidden) - guess
    return rest >= len(hidden) - 1 if len(hidden) > 1 else guess == hidden[cell]


@given(st.lists(st.integers(0, 12), min_size=2, max_size=8))
def test_nobody_with_the_total_can_narrow_a_small_count_down(counts: list[int]) -> None:
    frame = pl.DataFrame({"value": [str(number) for number in range(len(counts))], "contacts": counts})
    kept = shown(frame)
    hidden = [count for count, seen in zip(counts, kept, strict=True) if seen is None]
    assert all(seen is None or seen == count for count, seen in zip(counts, kept, strict=True))
    assert not any(seen in {1, 2, 3, 4} for seen in kept)
    if any(seen for seen in kept):  # something positive was left to hide behind, so it was not needed
        assert all(_could_be(hidden, cell, guess) for cell, guess in product(range(len(hidden)), (1, 2, 3, 4)))


@given(st.lists(st.integers(0, 9), min_size=12, max_size=12))
def test_every_line_of_a_table_is_safe_or_has_nothing_left_to_hide(counts: list[int]) -> None:
    keys = list(product("abc", "wxyz"))
    frame = pl.DataFrame({"service": [k[0] for k in keys], "value": [k[1] for k in keys], "contacts": counts})
    controlled = control(frame, ["contacts"], Audience.OFFICER, is_small_area=True).rename({"contacts": "seen"})
    both = controlled.with_columns(frame["contacts"])
    for by in ("service", "value"):
        for line in both.partition_by(by):
            hidden = line.filter(pl.col("seen").is_null())["contacts"].to_list()
            is_safe = not hidden or (len(hidden) > 1 and sum(hidden) - len(hidden) >= 3)
            assert is_safe or not line.filter(pl.col("seen") > 0).height


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=1, max_size=10))
def test_published_counts_are_multiples_of_five_and_a_part_never_exceeds_its_whole(
    pairs: list[tuple[int, int]],
) -> None:
    frame = pl.DataFrame(
        {"value": list(map(str, range(len(pairs)))), "part": [min(p) for p in pairs], "whole": [max(p) for p in pairs]}
    )
    public = control(frame, ["part", "whole"], Audience.PUBLIC, is_small_area=False)
    assert not public.filter((pl.col("part") % 5 != 0) | (pl.col("whole") % 5 != 0)).height
    assert not public.filter(pl.col("part") > pl.col("whole")).height


def test_the_ratio_of_a_sum_and_its_rounded_count_does_not_name_the_true_count() -> None:
    # 17,175 points of 253 answers: 67.885375... is a fraction of 253 and of no other count near it; 17,311 / 255 is of any.
    frame = wards(253, points=[17175])
    public = control(frame, ["contacts"], Audience.PUBLIC, is_small_area=False, sums_of={"points": "contacts"})
    assert (public["contacts"].to_list(), public["points"].to_list()) == ([255], [17311])
    near = [count for count in range(250, 261) if abs(round(17311 / 255 * count) - 17311 / 255 * count) < 0.5]
    assert near == list(range(250, 261))
