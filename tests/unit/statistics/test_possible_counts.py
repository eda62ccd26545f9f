"""What can counts be, given what is known of their sums?"""

from math import inf

from hypothesis import given, settings
from hypothesis import strategies as st

from frontdoor.statistics.possible_counts import Counts, Sum, solvers


def ranges(counts: Counts) -> dict[int, tuple[int, int] | None]:
    return {number: solver.range_of(number) for number, solver in solvers(counts, range(len(counts.low))).items()}


def test_a_sum_narrows_the_counts_in_it_and_no_others():
    # 10 = a + b with b from 6 to 8 leaves 2 to 4 for a; c stands alone.
    known = Counts((0, 6, 1), (inf, 8, 3), (Sum({0: 1.0, 1: 1.0}, 10, 10),))
    assert ranges(known) == {0: (2, 4), 1: (6, 8), 2: (1, 3)}
    found = solvers(known, [0, 2])
    assert (sorted(found), sorted(found[0].place), sorted(found[2].place)) == ([0, 2], [0, 1], [2])


def test_counts_are_whole():
    # 2a + 2b = 7 has answers, but none in whole numbers; 4a from 5 to 7 has none either, 4a from 5 to 8 only a = 2.
    assert ranges(Counts((0,), (9,), (Sum({0: 4.0}, 5, 7),))) == {0: None}
    assert ranges(Counts((0,), (9,), (Sum({0: 4.0}, 5, 8),))) == {0: (2, 2)}


def test_sums_that_contradict_one_another_say_so():
    known = Counts((5, 5), (9, 9), (Sum({0: 1.0, 1: 1.0}, 1, 2),))
    assert ranges(known) == {0: None, 1: None}


@settings(max_examples=30)
@given(st.lists(st.integers(0, 12), min_size=2, max_size=4), st.data())
def test_the_true_count_is_always_among_those_possible_and_the_ends_can_be_had(true, data):
    widths = [data.draw(st.integers(0, 3)) for _ in true]
    low = tuple(max(0, count - width) for count, width in zip(true, widths, strict=True))
    high = tuple(count + width for count, width in zip(true, widths, strict=True))
    known = Counts(low, high, (Sum(dict.fromkeys(range(len(true)), 1.0), sum(true), sum(true)),))
    for number, found in ranges(known).items():
        assert found is not None
        assert found[0] <= true[number] <= found[1]
        rest = [(low[other], high[other]) for other in range(len(true)) if other != number]
        least = max(low[number], sum(true) - sum(most for _, most in rest))
        most = min(high[number], sum(true) - sum(least for least, _ in rest))
        assert found == (least, most)
