"""Slides as their readers meet them: in order, in words, in large type, and with nothing lost."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import polars as pl
import pytest
from pptx.enum.shapes import PP_PLACEHOLDER as TYPE
from pptx.util import Emu

from frontdoor.answers.feedback_answer import Fact
from frontdoor.figure import Kind, TargetStep
from frontdoor.packs.pack import Aside, Cell, PackTable
from frontdoor.packs.slides import slides
from tests.unit.charts.figures import FIGURES, bars, control
from tests.unit.packs.example_pack import PAGE, TABLE, example_pack, with_figures
from tests.unit.packs.reading_slides import charts, opened, words_of

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
NAMES = (
    "Gwasanaethau Cymdeithasol a Gofal Iechyd",
    "Urząd Stanu Cywilnego i Obsługa Mieszkańców",
    "Waste and recycling, including bulky items, assisted collections and garden waste",
    *(f"Service {number}" for number in range(37)),
)
EVERY = example_pack(
    PAGE,
    *(
        with_figures(
            replace(figure, key=kind, headline=f"What {kind} shows", sentence=f"{kind} in words."), facts=(), asides=()
        )
        for kind, figure in FIGURES.items()
    ),
)


@pytest.fixture(scope="module")
def every():
    return slides(EVERY)


def shapes_of(page, **rest):
    """Return the slides after the cover of a pack of one page."""
    return list(opened(slides(example_pack(page, **rest))).slides)[1:]


def test_slides_are_wide_and_ours(every):
    deck = opened(every)
    assert deck.slide_width / deck.slide_height == pytest.approx(16 / 9, abs=1e-4)
    assert {slide.slide_layout.name.split()[0] for slide in deck.slides} == {"Frontdoor"}


def test_every_figure_is_read_by_its_sentence(every):
    said = {
        shape._element.xpath(".//p:cNvPr/@descr")[0]
        for slide in opened(every).slides
        for shape in slide.shapes
        if shape.has_chart or shape.has_table
    }
    assert {f"{kind} in words." for kind in FIGURES} <= said
    assert "" not in said


def test_shapes_are_read_from_the_title_to_the_feet(every):
    wanted = [
        "Title",
        "Question",
        "Lead",
        "Main",
        "Fact",
        "Words",
        "Chart",
        "Table",
        "Key",
        "Footer",
        "Stamp",
        "Slide number",
    ]
    met = set()
    for slide in opened(every).slides:
        kinds = [shape.name.partition(":")[0] for shape in slide.shapes if shape.name != "Subtitle"]
        feet = [kind for kind in kinds if kind in {"Footer", "Stamp", "Slide number"}]
        assert kinds[0] == "Title"
        assert set(feet) == {"Footer", "Stamp", "Slide number"}
        assert kinds[-3:] == feet
        places = [wanted.index(kind) for kind in kinds[:-3]]
        assert places == sorted(places), kinds
        met |= set(kinds)
    assert met >= set(wanted) - {"Words"}


def test_no_two_slides_have_the_same_title_and_no_placeholder_is_empty(every):
    deck = opened(every)
    titles = [slide.shapes.title.text for slide in deck.slides]
    assert len(titles) == len(set(titles))
    for slide in deck.slides:
        assert all(shape.text_frame.text for shape in slide.placeholders if shape.has_text_frame)


def test_every_slide_says_as_at_when_and_that_figures_are_invented(every):
    for slide in opened(every).slides:
        words = words_of(slide)
        assert "Figures to 31 October 2026, data version 1" in words
        assert "Invented figures" in words


def test_the_same_pack_gives_the_same_bytes_dated_as_at(every):
    assert slides(EVERY) == every
    with ZipFile(BytesIO(every)) as held:
        assert {item.date_time for item in held.infolist()} == {(2026, 10, 31, 0, 0, 0)}


def test_real_figures_carry_no_stamp():
    for slide in opened(slides(example_pack(stamp=""))).slides:
        assert "nvented" not in words_of(slide)


def test_a_draft_says_so_on_every_slide():
    for slide in opened(slides(example_pack(is_draft=True))).slides:
        assert "Invented figures, Draft" in words_of(slide)


def test_all_words_are_british_english(every):
    deck = opened(every)
    for part in [slide._element for slide in deck.slides] + [chart._element for chart in charts(every)]:
        for tag in ("rPr", "endParaRPr"):
            assert {words.get("lang") for words in part.iter(f"{DRAWING}{tag}")} <= {"en-GB"}
    assert deck.core_properties.language == "en-GB"


def test_type_can_be_read_from_the_back_of_a_room(every):
    leads = 0
    for slide in opened(every).slides:
        for chart in (shape.chart.part._element for shape in slide.shapes if shape.has_chart):
            assert min(int(words.get("sz")) for words in chart.iter(f"{DRAWING}defRPr")) >= 1400
        for shape in slide.shapes:
            if shape.name == "Lead":
                sizes = [int(words.get("sz")) for words in shape._element.iter(f"{DRAWING}rPr")]
                assert min(sizes) >= 1600  # what is plotted
                assert len(sizes) == 1 or sizes[0] >= 1800
                leads += len(sizes) > 1
        layout = slide.slide_layout
        title = next(
            each for each in layout.placeholders if each.placeholder_format.type in {TYPE.TITLE, TYPE.CENTER_TITLE}
        )
        assert int(title._element.find(f".//{DRAWING}defRPr").get("sz")) >= 2800
    assert leads >= len(FIGURES) - 1


def test_nothing_leaves_its_slide(every):
    deck = opened(every)
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height, (
                slide.shapes.title.text,
                shape.name,
                Emu(shape.top).pt,
            )


def test_every_shape_of_a_slide_has_a_number_of_its_own(every):
    for slide in opened(every).slides:
        numbers = [shape.shape_id for shape in slide.shapes]
        assert len(numbers) == len(set(numbers))


def test_notes_say_what_it_means_where_it_is_from_and_what_was_chosen(every):
    _, *rest = opened(every).slides
    for slide in rest:
        notes = slide.notes_slide.notes_text_frame.text
        for words in (
            "Definition: Answered within 60 seconds",
            "Source: Contacts, sample telephony",
            "Data: Data version 1",
            "Chosen: October 2026",
        ):
            assert words in notes
    chart = next(slide for slide in rest if any(shape.has_chart for shape in slide.shapes))
    assert "What it means: Definition." in chart.notes_slide.notes_text_frame.text


def test_facts_are_big_numbers_of_one_size():
    facts = (
        Fact("Answered", "62%", "of 21,232"),
        Fact("Cost", "£26,000 (£11,000 to £46,000)", ""),
        Fact("Target", "70%", ""),
    )
    slide = shapes_of(replace(PAGE, facts=facts, tables=(), asides=()))[0]
    sizes = {
        shape.text_frame.paragraphs[0].runs[0].font.size.pt for shape in slide.shapes if shape.name.startswith("Fact")
    }
    assert len(sizes) == 1
    assert min(sizes) >= 24


def test_commentary_says_whose_it_is():
    assert "Commentary: Head of Customer Services, 3 November 2026\nTwo people are being trained." in words_of(
        shapes_of(PAGE)[0]
    )
    whole = replace(PAGE, facts=(), lead="", tables=(), figures=(FIGURES[Kind.BARS],))
    assert shapes_of(whole)[1].shapes.title.text == "Commentary: Head of Customer Services, 3 November 2026"


def test_long_commentary_goes_on_and_loses_no_sentence():
    said = tuple(f"Sentence {number} about training, rotas and the waste change." for number in range(60))
    page = replace(PAGE, facts=(), tables=(), asides=(Aside("The head, 3 November 2026", said, is_commentary=True),))
    words = [words_of(slide) for slide in shapes_of(page)]
    assert len(words) > 2
    assert all(sum(sentence in each for each in words) == 1 for sentence in said)


def test_a_table_of_forty_services_goes_on_with_its_heading():
    months = tuple(f"Month {number}" for number in range(12))
    rows = tuple(
        (Cell(name), *(Cell(f"{row}.{column}", 1.0) for column in range(12))) for row, name in enumerate(NAMES)
    )
    found = [
        shape.table for slide in shapes_of(replace(PAGE, facts=(), tables=(PackTable("t", "Services", ("Service", *months), rows),)))
        for shape in slide.shapes if shape.has_table
    ]  # fmt: skip
    assert len(found) > 2
    assert all(table.cell(0, 0).text == "Service" for table in found)
    cells = [cell.text for table in found for row in list(table.rows)[1:] for cell in list(row.cells)[1:]]
    assert sorted(cells) == sorted(f"{row}.{column}" for row in range(40) for column in range(12))


def test_small_tables_of_the_same_columns_share_a_slide_under_their_names():
    tables = tuple(
        replace(TABLE, key=f"t{number}", title=f"Promise {number}: kept", rows=TABLE.rows[:1]) for number in range(3)
    )
    found = shapes_of(replace(PAGE, facts=(), tables=tables, asides=()))
    assert [slide.shapes.title.text for slide in found] == [PAGE.title]
    table = next(shape.table for shape in found[0].shapes if shape.has_table)
    assert [row.cells[0].text for row in table.rows] == [
        "Measure", *(words for number in range(3) for words in (f"Promise {number}: kept", "Calls answered within 60 seconds")),
    ]  # fmt: skip
    assert table.cell(1, 0).span_width == 4


def test_forty_services_are_bars_in_parts_on_one_axis():
    figure = bars([(name, 0.01 * number, False) for number, name in enumerate(NAMES)])
    found = shapes_of(with_figures(figure, facts=(), asides=()))
    parts = [shape.chart for slide in found for shape in slide.shapes if shape.has_chart]
    assert [slide.shapes.title.text for slide in found] == [
        f"Headline ({at} of {len(parts)})" for at in range(1, len(parts) + 1)
    ]
    assert [name for chart in parts for name in chart.plots[0].categories] == list(NAMES)
    assert len({chart.value_axis.maximum_scale for chart in parts}) == 1


@pytest.mark.parametrize("kind", Kind)
def test_no_data_is_said_and_not_drawn(kind):
    figure = replace(FIGURES[kind], frame=FIGURES[kind].frame.clear())
    slide = shapes_of(with_figures(figure, facts=(), asides=()))[0]
    assert "No figures for this choice. Nothing is drawn." in words_of(slide)
    assert not any(shape.has_chart or shape.has_table for shape in slide.shapes)


@pytest.mark.parametrize("kind", Kind)
def test_one_data_point_is_drawn(kind):
    figure = replace(FIGURES[kind], frame=FIGURES[kind].frame.head(1))
    slide = shapes_of(with_figures(figure, facts=(), asides=()))[0]
    assert any(shape.has_chart or shape.has_table for shape in slide.shapes)


@pytest.mark.parametrize("kind", Kind)
def test_nothing_known_is_drawn_without_numbers(kind):
    frame = FIGURES[kind].frame
    numbers = [
        name
        for name, held in frame.schema.items()
        if held.is_numeric() and name not in {"half_hour", "from_seconds", "to_seconds"}
    ]
    figure = replace(
        FIGURES[kind], frame=frame.with_columns(pl.lit(None, frame[name].dtype).alias(name) for name in numbers)
    )
    assert shapes_of(with_figures(figure, facts=(), asides=()))


def test_a_target_to_be_set_draws_no_target():
    figure = control(targets=(TargetStep(date(2025, 4, 1), None, ""),))
    chart = charts(slides(example_pack(with_figures(figure, facts=(), asides=()))))[0]._element
    assert not [words for words in chart.itertext() if words.startswith("Target")]


def test_welsh_and_polish_names_are_kept():
    words = "\n".join(
        words_of(slide)
        for slide in shapes_of(
            replace(
                PAGE,
                tables=(
                    replace(TABLE, rows=((Cell(NAMES[0]), *TABLE.rows[0][1:]), (Cell(NAMES[1]), *TABLE.rows[1][1:]))),
                ),
            )
        )
    )
    assert NAMES[0] in words
    assert NAMES[1] in words


def test_markup_in_a_name_is_only_words():
    name = 'Tax & "rates" <old>'
    found = shapes_of(
        with_figures(bars([(name, 0.4, False), ("Waste", 0.5, False)], headline=name), facts=(), asides=(), title=name)
    )
    assert found[0].shapes.title.text == name
    chart = next(shape.chart for shape in found[0].shapes if shape.has_chart)
    assert list(chart.plots[0].categories) == [name, "Waste"]
