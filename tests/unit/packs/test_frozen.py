"""A frozen pack comes back as it was, and says so when it was altered."""

import json
from datetime import date

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from frontdoor.errors import FrontdoorError
from frontdoor.figure import Kind
from frontdoor.packs.frozen import LAYOUT, frozen, sealed, thawed
from tests.unit.charts.figures import FIGURES
from tests.unit.charts.plain_figure import figure
from tests.unit.packs.example_pack import PAGE, example_pack, with_figures

FRAME = pl.DataFrame(
    {
        "period_start": [date(2026, 9, 1), None],
        "value": [0.62, float("nan")],
        "count": [12, None],
        "is_complete": [True, False],
        "label": ["Łódź", "Ynys Môn"],
        "nothing": [None, None],
    }
)


def test_a_pack_comes_back_as_it_was():
    pack = example_pack(PAGE, with_figures(figure(Kind.LINES, FRAME)))
    back = thawed(frozen(pack))
    assert back.pages[0] == pack.pages[0]
    assert_frame_equal(back.pages[1].figures[0].frame, FRAME)
    assert back.pages[1].figures[0].targets == pack.pages[1].figures[0].targets


def test_freezing_what_was_thawed_gives_the_same_text():
    text = frozen(example_pack(PAGE, with_figures(figure(Kind.LINES, FRAME))))
    assert frozen(thawed(text)) == text
    assert thawed(text).digest == json.loads(text)["digest"]


def test_a_number_changed_by_hand_is_noticed():
    text = frozen(example_pack())
    with pytest.raises(FrontdoorError, match="altered after it was frozen"):
        thawed(text.replace("0.62", "0.72"))


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"pack": {}}', "<html>"])
def test_what_is_no_pack_is_refused(text):
    with pytest.raises(FrontdoorError, match="not a frozen pack"):
        thawed(text)


def test_a_newer_layout_is_refused():
    text = frozen(example_pack()).replace(f'"layout":{LAYOUT}', f'"layout":{LAYOUT + 1}')
    with pytest.raises(FrontdoorError, match="cannot read"):
        thawed(text)


@pytest.mark.parametrize("kind", FIGURES)
def test_every_kind_of_figure_thaws_as_it_was_frozen(kind):
    pack = sealed(example_pack(with_figures(FIGURES[kind])))
    back = thawed(frozen(pack)).pages[0].figures[0]
    assert back.frame.equals(FIGURES[kind].frame)
    assert back.frame.schema == FIGURES[kind].frame.schema
