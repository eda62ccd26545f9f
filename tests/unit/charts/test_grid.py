"""The line around cells is as long as their common edge and turns only at corners; every cell is where it says."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from frontdoor.charts.grid import Cell, cell_trace, outline
from frontdoor.charts.theme import LIGHT

PLACES = st.sets(st.tuples(st.integers(0, 6), st.integers(0, 9)))


def loops(path):
    return [
        [tuple(map(float, point.split(","))) for point in loop.strip("MZ").split("L")]
        for loop in re.findall("M[^Z]*Z", path)
    ]


def sides(loop):
    return list(pairwise([*loop, loop[0]]))


def test_one_cell_has_four_corners_half_a_row_above_and_below_its_middle():
    assert loops(outline([(2, 5)])) == [[(5, 1.5), (6, 1.5), (6, 2.5), (5, 2.5)]]


def test_a_day_that_opens_earlier_makes_a_step():
    step = outline([(0, 0), (0, 1), (1, 1)])
    assert loops(step) == [[(0, -0.5), (2, -0.5), (2, 1.5), (1, 1.5), (1, 0.5), (0, 0.5)]]


def test_closing_at_midday_leaves_two_lines():
    assert len(loops(outline([(0, 0), (0, 2)]))) == 2


def test_no_cells_have_no_line():
    assert not outline([])


@given(PLACES)
def test_the_line_is_as_long_as_the_edge_of_the_cells(cells):
    around = [(row + y, column + x) for row, column in cells for y, x in ((0, 1), (1, 0), (0, -1), (-1, 0))]
    edge = sum(neighbour not in cells for neighbour in around)
    drawn = sum(abs(x1 - x0) + abs(y1 - y0) for loop in loops(outline(cells)) for (x0, y0), (x1, y1) in sides(loop))
    assert drawn == edge


@given(PLACES)
def test_the_line_goes_straight_between_its_corners(cells):
    for loop in loops(outline(cells)):
        turned = sides(loop)
        is_level = [y0 == y1 for (_, y0), (_, y1) in turned]
        assert all((x0 == x1) != (y0 == y1) for (x0, y0), (x1, y1) in turned)
        assert all(one != other for one, other in pairwise([*is_level, is_level[0]]))


def test_a_cell_is_a_bar_one_wide_that_knows_its_row_and_column():
    trace = cell_trace([Cell((2, 5), "said", "7", LIGHT.ink)], {}, 13)
    assert (trace["base"], trace["x"], trace["y"]) == ([5], [1], [2])
    assert trace["customdata"] == [[2, 5]]
    assert trace["hovertext"] == ["said"]
