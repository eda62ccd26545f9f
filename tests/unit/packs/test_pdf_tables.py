"""Do printed tables keep their words, their sides and room for both?"""

from pathlib import Path

import pytest

from frontdoor.errors import FrontdoorError
from frontdoor.packs.font_signs import signs_of
from frontdoor.packs.pack import Cell, PackTable
from frontdoor.packs.pdf.runs import known, runs
from frontdoor.packs.pdf.tables import CELL_EDGE, PAPER, printed
from frontdoor.packs.svg.words import FONT_FILES, font_file, width_of
from tests.unit.packs.example_pack import TABLE


def table(*columns, rows=3, words="1,234", value=1234.0):
    cells = (Cell("Council tax"), *(Cell(words, value) for _ in columns[1:]))
    return PackTable("key", "Title", columns, (cells,) * rows)


def test_numbers_stand_right_and_words_left():
    (part,) = printed(TABLE)
    assert part["columns"] == ["Measure", "October 2026", "Target", "Status"]
    assert part["right"] == [1]
    assert part["rows"][0] == ["Calls answered within 60 seconds", "62%", "at least 70%", "Missed"]


def test_percentages_in_words_stand_right():
    (part,) = printed(table("Service", "Share", "Note", words="72%", value=None))
    assert part["right"] == [1, 2]
    (part,) = printed(table("Service", "Share", words="–", value=None))
    assert part["right"] == []


def test_sentences_with_a_number_behind_them_stand_left():
    (part,) = printed(table("Service", "Target", words="at least 70%, lowered from 80%"))
    assert part["right"] == []


def test_every_column_has_room_for_its_longest_word():
    many = table("Service", *(f"Extraordinarily {number}" for number in range(6)))
    (part,) = printed(many)
    room = PAPER / part["size"] / sum(part["widths"])
    longest = width_of("Extraordinarily", 1.0, is_bold=True) + CELL_EDGE
    assert all(width * room >= longest - 0.01 for width in part["widths"][1:])


def test_a_wide_table_is_continued_and_keeps_its_first_column():
    """Twenty columns beside the first are three parts of 7, 7 and 6."""
    parts = printed(table("Service", *map(str, range(20))))
    assert [part["columns"][0] for part in parts] == ["Service"] * 3
    assert [len(part["columns"]) - 1 for part in parts] == [7, 7, 6]
    assert [part["title"] for part in parts] == ["Title", "Title (continued)", "Title (continued)"]


def test_a_table_of_nothing_is_not_printed():
    assert printed(PackTable("key", "Title", ("Service",), ())) == []
    assert printed(PackTable("key", "Title", (), ())) == []


def test_one_column_is_a_table():
    (part,) = printed(PackTable("key", "Title", ("service_name",), ((Cell("Waste"),),)))
    assert part["columns"] == ["Service name"]
    assert part["rows"] == [["Waste"]]


def test_a_cut_table_says_so():
    (part,) = printed(table("Service", "Calls", rows=1500), 200)
    assert len(part["rows"]) == 200
    assert part["note"] == "The first 200 of 1,500 rows; the spreadsheet has all."


def test_bold_and_code_are_runs():
    assert runs("a **b** `c` d") == [
        {"kind": "plain", "words": "a "}, {"kind": "bold", "words": "b"}, {"kind": "plain", "words": " "},
        {"kind": "code", "words": "c"}, {"kind": "plain", "words": " d"},
    ]  # fmt: skip
    assert runs("") == []


def test_signs_are_composed_or_boxed():
    assert known("Cafe\u0301 \u0000\u200d🚮") == "Café □□"


@pytest.mark.parametrize("is_bold", FONT_FILES)
def test_both_fonts_have_the_signs_of_the_pages(is_bold):
    held = signs_of(font_file(is_bold))
    assert set("AZaz09£€%–—−’“”…·≥≤→✓□ŵŷÂłźßØ") <= held
    assert "中" not in held


def test_a_file_that_is_no_font_is_said(tmp_path: Path):
    broken = tmp_path / "Inter.ttf"
    broken.write_bytes(b"no font at all, but long enough to be read")
    with pytest.raises(FrontdoorError, match="cannot be read as a font"):
        signs_of(broken)
