"""A council's own slides as template: what is found, what is missing, and what cannot be one."""

import zipfile
from dataclasses import replace

import pytest
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER as TYPE

from frontdoor.charts.theme import DARK, LIGHT
from frontdoor.commands.pack import _tell_places
from frontdoor.errors import PackError
from frontdoor.figure import Kind
from frontdoor.packs.slides.slides import placeholders, said, slides
from frontdoor.packs.slides.slots import Role, Slot
from frontdoor.packs.slides.template import opened as template_opened
from frontdoor.packs.slides.template import theme_of
from tests.unit.charts.figures import FIGURES
from tests.unit.packs.example_pack import PAGE, example_pack, with_figures
from tests.unit.packs.reading_slides import opened, words_of

PACK = example_pack(PAGE, with_figures(replace(FIGURES[Kind.BARS], headline="Bars"), facts=()))


@pytest.fixture
def saved(tmp_path):
    """Return a function that saves a changed copy of a plain PowerPoint template, 4:3 with eleven layouts."""

    def save(change=None, name="council.pptx"):
        presentation = Presentation()
        if change:
            change(presentation)
        presentation.save(tmp_path / name)
        return tmp_path / name

    return save


def without(*types):
    """Return a change that takes placeholders of these types out of all layouts."""

    def change(presentation):
        for layout in presentation.slide_layouts:
            for shape in list(layout.placeholders):
                if shape.placeholder_format.type in types:
                    shape._element.getparent().remove(shape._element)

    return change


def test_a_plain_template_holds_our_content_in_its_own_layouts(saved):
    deck = opened(slides(PACK, saved()))
    by_title = {slide.shapes.title.text: slide for slide in deck.slides}
    assert by_title["Scrutiny pack"].slide_layout.name == "Title Slide"
    assert by_title["Bars"].slide_layout.name == "Title and Content"
    chart = next(shape for shape in by_title["Bars"].shapes if shape.has_chart)
    assert chart.is_placeholder
    assert (deck.slide_width, deck.slide_height) == (9144000, 6858000)
    for slide in deck.slides:
        assert "Figures to 31 October 2026, data version 1" in words_of(slide)
        assert "Invented figures" in words_of(slide)
        for shape in slide.shapes:
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height


def test_slides_a_template_came_with_are_left_out(saved):
    def with_a_slide(presentation):
        presentation.slides.add_slide(presentation.slide_layouts[0]).shapes.title.text = "Delete me"

    held = slides(PACK, saved(with_a_slide))
    assert "Delete me" not in {slide.shapes.title.text for slide in opened(held).slides}
    assert b"Delete me" not in held


def test_the_report_says_what_was_found_and_what_to_add(saved):
    report = placeholders(saved())
    found = {(one.role, one.slot): (one.layout, one.placeholder) for one in report.found}
    assert found[Role.CHART, Slot.MAIN] == ("Title and Content", "Content Placeholder 2")
    assert found[Role.COVER, Slot.SUBTITLE][0] == "Title Slide"
    missing = {(one.role, one.slot): one for one in report.missing}
    assert missing[Role.CHART, Slot.STAMP].instead == "the stamp of invented figures begins the footer"
    assert "Insert Placeholder: a Text placeholder named Stamp" in missing[Role.CHART, Slot.STAMP].advice
    assert not set(found) & set(missing)
    assert len(list(said(report))) == len(found) + len(missing)


def test_a_placeholder_is_known_by_its_name(saved):
    def named(presentation):
        layout = presentation.slide_layouts.get_by_name("Comparison")
        for shape, name in zip(
            (shape for shape in layout.placeholders if shape.placeholder_format.type is TYPE.BODY),
            ("Lead", "Key"),
            strict=True,
        ):
            shape.name = name
        objects = [shape for shape in layout.placeholders if shape.placeholder_format.type is TYPE.OBJECT]
        objects[1]._element.getparent().remove(objects[1]._element)

    template = saved(named)
    found = {(one.role, one.slot): one.placeholder for one in placeholders(template).found}
    assert found[Role.CHART, Slot.LEAD] == "Lead"
    assert found[Role.CHART, Slot.KEY] == "Key"
    slide = next(slide for slide in opened(slides(PACK, template)).slides if slide.shapes.title.text == "Bars")
    lead = next(shape for shape in slide.placeholders if shape.text_frame.text.startswith("Not kept"))
    assert lead.placeholder_format.type is TYPE.BODY


def test_a_long_title_is_made_to_fit_its_place_and_a_short_one_keeps_its_size(saved):
    long = replace(
        PAGE, title="A title that goes on for so long that no template has room for it at its own size of 44 points"
    )
    short = replace(PAGE, title="Short")
    titles = [slide.shapes.title for slide in opened(slides(example_pack(long, short), saved())).slides]
    sizes = {title.text: title.text_frame.paragraphs[0].runs[0].font.size for title in titles}
    assert sizes["Short"] is None
    assert 20 <= sizes[long.title].pt < 44


def test_a_template_without_feet_has_the_line_in_a_text_box_and_says_so(saved):
    template = saved(without(TYPE.FOOTER, TYPE.SLIDE_NUMBER))
    missing = {one.slot for one in placeholders(template).missing if one.role is Role.CHART}
    assert {Slot.FOOTER, Slot.NUMBER} <= missing
    for slide in opened(slides(PACK, template)).slides:
        assert "Invented figures. Figures to 31 October 2026, data version 1" in words_of(slide)


def test_a_template_of_titles_alone_holds_everything_below_them(saved):
    template = saved(without(TYPE.OBJECT, TYPE.BODY, TYPE.SUBTITLE, TYPE.PICTURE))
    assert Slot.MAIN in {one.slot for one in placeholders(template).missing if one.role is Role.CHART}
    deck = opened(slides(PACK, template))
    assert any(shape.has_chart for slide in deck.slides for shape in slide.shapes)
    assert any(shape.has_table for slide in deck.slides for shape in slide.shapes)


def test_a_template_without_titles_is_one_clear_error(saved):
    template = saved(without(TYPE.TITLE, TYPE.CENTER_TITLE, TYPE.VERTICAL_TITLE))
    with pytest.raises(PackError, match=r"none of its 11 layouts has a placeholder for a title.*Slide Master"):
        slides(PACK, template)


@pytest.mark.parametrize("held", [b"", b"not a zip", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 with a password"])
def test_what_is_no_presentation_is_one_clear_error(tmp_path, held):
    template = tmp_path / "letter.pptx"
    template.write_bytes(held)
    with pytest.raises(PackError, match=r"letter\.pptx: this is not a PowerPoint file .* save it as \.pptx"):
        placeholders(template)


def test_another_kind_of_office_file_is_one_clear_error(tmp_path):
    template = tmp_path / "sheet.pptx"
    with zipfile.ZipFile(template, "w") as written:
        written.writestr(
            "[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
        )
    with pytest.raises(PackError, match="not a PowerPoint file"):
        slides(PACK, template)


def test_a_template_that_is_not_there_is_one_clear_error(tmp_path):
    with pytest.raises(PackError, match=r"gone\.pptx: it cannot be read"):
        slides(PACK, tmp_path / "gone.pptx")


def test_a_potx_is_a_template_too(saved, tmp_path):
    plain, potx = saved(), tmp_path / "council.potx"
    with zipfile.ZipFile(plain) as read, zipfile.ZipFile(potx, "w") as written:
        for item in read.infolist():
            part = read.read(item)
            written.writestr(item, part.replace(b"presentation.main+xml", b"template.main+xml"))
    assert opened(slides(PACK, potx)).slides[0].shapes.title.text == "Scrutiny pack"


def test_a_dark_template_has_the_colours_for_dark_pages(saved):
    def dark(presentation):
        mapped = presentation.slide_master._element.find(
            "{http://schemas.openxmlformats.org/presentationml/2006/main}clrMap"
        )
        mapped.set("bg1", "dk1")
        mapped.set("tx1", "lt1")

    assert theme_of(template_opened(saved(dark))) is DARK
    assert theme_of(template_opened(saved())) is LIGHT


def test_our_own_slides_are_a_template_for_the_next(tmp_path):
    template = tmp_path / "own.pptx"
    template.write_bytes(slides(PACK))
    report = placeholders(template)
    assert {one.slot for one in report.missing} == set()
    assert {one.layout for one in report.found} == {f"Frontdoor {role}" for role in Role}
    again = opened(slides(PACK, template))
    assert [words_of(slide) for slide in again.slides] == [
        words_of(slide) for slide in opened(template.read_bytes()).slides
    ]


def test_a_lead_and_a_key_of_the_template_are_not_drawn_over(tmp_path):
    template = tmp_path / "renamed.pptx"
    deck = opened(slides(PACK))
    for layout in deck.slide_layouts:
        layout.name = layout.name.replace("Frontdoor", "Council")
    deck.save(template)
    slide = next(slide for slide in opened(slides(PACK, template)).slides if slide.shapes.title.text == "Bars")
    lead, chart, key = (
        next(shape for shape in slide.shapes if shape.name.split()[0] == name) for name in ("Lead", "Chart", "Key")
    )
    assert lead.top + lead.height <= chart.top
    assert chart.top + chart.height <= key.top


def test_the_command_says_what_goes_where_and_what_has_no_place(saved, capsys):
    _tell_places(saved())
    printed = capsys.readouterr().out.splitlines()
    assert printed == list(said(placeholders(saved())))
    assert any(line.startswith("chart: the content goes into") for line in printed)
    assert any("no place for the lead" in line and "Insert Placeholder" in line for line in printed)
