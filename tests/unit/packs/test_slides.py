"""Slides as their readers meet them: in order, in words, in large type, and with nothing lost."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from pptx.enum.shapes import PP_PLACEHOLDER as TYPE
from pptx.util import Emu

from frontdoor.answers.feedback_answer import Fact
from frontdoor.figure import Kind
from frontdoor.packs.pack import Aside
from frontdoor.packs.slides.slides import slides
from tests.unit.charts.figures import FIGURES
from tests.unit.packs.example_pack import PAGE, example_pack, with_figures
from tests.unit.packs.reading_slides import charts, opened, slides_of, words_of

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
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


def test_slides_are_wide_and_ours(every):
    deck = opened(every)
    assert deck.slide_width / deck.slide_height == pytest.approx(16 / 9, abs=1e-4)
    assert {slide.slide_layout.name.split()[0] for slide in deck.slides} == {"Frontdoor"}


def test_every_figure_is_read_by_its_sentence(every):
    said = {
        shape._element.xpath(".//p:cNvPr/@descr")[0]
        for slide in opened(every).slides
        for shape in slide.shapes
        if shape.has_chart or shape.has_table or shape.name == "Map"
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
        "Map",
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
    slide = slides_of(replace(PAGE, facts=facts, tables=(), asides=()))[0]
    sizes = {
        shape.text_frame.paragraphs[0].runs[0].font.size.pt for shape in slide.shapes if shape.name.startswith("Fact")
    }
    assert len(sizes) == 1
    assert min(sizes) >= 24


def test_commentary_says_whose_it_is():
    assert "Commentary: Head of Customer Services, 3 November 2026\nTwo people are being trained." in words_of(
        slides_of(PAGE)[0]
    )
    whole = replace(PAGE, facts=(), lead="", tables=(), figures=(FIGURES[Kind.BARS],))
    assert slides_of(whole)[1].shapes.title.text == "Commentary: Head of Customer Services, 3 November 2026"


def test_long_commentary_goes_on_and_loses_no_sentence():
    said = tuple(f"Sentence {number} about training, rotas and the waste change." for number in range(60))
    page = replace(PAGE, facts=(), tables=(), asides=(Aside("The head, 3 November 2026", said, is_commentary=True),))
    words = [words_of(slide) for slide in slides_of(page)]
    assert len(words) > 2
    assert all(sum(sentence in each for each in words) == 1 for sentence in said)
