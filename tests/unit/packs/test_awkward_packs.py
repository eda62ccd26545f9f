"""What is long, many, missing, foreign or broken is told whole in every format, or the error says what to do."""

import os
import zipfile
from collections.abc import Mapping
from functools import cache
from html import unescape
from io import BytesIO

import pytest
from pptx import Presentation
from pypdf import PdfReader

from frontdoor.errors import FrontdoorError, PackError
from frontdoor.packs.files import Format, files_of, written
from frontdoor.packs.html import document as html_document
from frontdoor.packs.pdf import runs as pdf_runs
from frontdoor.packs.svg import words as svg_words
from tests.unit.packs.awkward_packs import AWKWARD, MANY, services
from tests.unit.packs.drawn_words import words_in
from tests.unit.packs.example_pack import example_pack
from tests.unit.packs.reading_slides import opened, words_of

FEET = {"Footer", "Stamp", "Slide number"}
NOT_IN_XML = [chr(sign) for sign in (*range(9), 11, 12, *range(14, 32)) if chr(sign) not in "\n\t"]
OF_EVERY_WORD = [kind for kind in Format if kind is not Format.EASY_READ]
"""An Easy Read draft leaves out what is no message of its own."""


@cache
def made(name: str, kind: Format) -> Mapping[str, bytes]:
    return files_of(AWKWARD[name][0], kind)


def said(files: Mapping[str, bytes]) -> str:
    """Return every word of the files without spaces and breaks, so that a name broken over lines is still found."""
    words = "".join(_read(name, content) for name, content in files.items())
    return "".join(words.replace("\u00ad", "").replace("-", "").split())


def _read(name: str, content: bytes) -> str:
    if name.endswith(".pdf"):
        return "".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    if name.endswith(".pptx"):
        return "".join(words_of(slide) for slide in opened(content).slides)
    if name.endswith(".xlsx"):
        with zipfile.ZipFile(BytesIO(content)) as held:
            return unescape("".join(held.read(part).decode() for part in held.namelist() if part.endswith(".xml")))
    return unescape(content.decode())


@pytest.mark.parametrize("kind", Format)
@pytest.mark.parametrize("name", AWKWARD)
def test_every_format_is_made_and_the_same_twice(name, kind):
    files = made(name, kind)
    assert all(files.values())
    assert files_of(AWKWARD[name][0], kind) == files


@pytest.mark.parametrize("kind", OF_EVERY_WORD)
@pytest.mark.parametrize("name", [name for name, (_, words) in AWKWARD.items() if words])
def test_no_word_is_lost(name, kind):
    found = said(made(name, kind))
    missing = [words for words in AWKWARD[name][1] if "".join(words.replace("-", "").split()) not in found]
    if kind in {Format.TABLES, Format.EXCEL}:  # have tables alone
        assert len(missing) < len(AWKWARD[name][1]) or not AWKWARD[name][0].pages[0].tables
    else:
        assert missing == []


@pytest.mark.parametrize("kind", [Format.SLIDES, Format.HTML, Format.PDF, Format.PRESENT, Format.EXCEL])
def test_no_file_holds_a_sign_that_no_file_may_hold(kind):
    words = "".join(_read(name, content) for name, content in made("signs no file may hold", kind).items())
    assert [hex(ord(sign)) for sign in NOT_IN_XML if sign in words] == []


@pytest.mark.parametrize("name", [name for name in AWKWARD if name != "no pages"])
def test_no_slide_is_empty_and_nothing_leaves_it(name):
    deck = opened(made(name, Format.SLIDES)[next(iter(made(name, Format.SLIDES)))])
    for slide in list(deck.slides)[1:]:
        held = [shape for shape in slide.shapes if shape.name not in FEET | {"Title", "Question"}]
        assert held, slide.shapes.title.text
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height, (slide.shapes.title.text, shape.name)


@pytest.mark.parametrize("name", ["long names", "forty services", "Welsh and Polish"])
def test_no_words_leave_their_sheet_of_paper(name):
    """Every stretch of text begins on its page and ends before the margin is over, as wide as our font makes it."""
    for page in PdfReader(BytesIO(next(iter(made(name, Format.PDF).values())))).pages:
        wide = float(page.mediabox.width)
        found = []

        def met(text, _outer, place, _font, size, found=found):
            if text.strip():
                found.append((place[4], place[4] + svg_words.width_of(text.strip("\n"), size * abs(place[0])), text))

        page.extract_text(visitor_text=met)
        assert [(round(right), text) for left, right, text in found if left < 0 or right > wide] == []


def test_type_on_paper_is_never_tiny():
    """Forty bars are not squeezed onto a page: their picture goes on, and every number keeps its size."""
    from frontdoor.packs.pdf.pictures import pictures_of, share_of_column, size_of

    for figure in services(MANY).figures:
        parts = pictures_of(figure)
        assert all(share_of_column(part) > 0.9 for part in parts) or len(parts) == 1
        if len(parts) > 1:
            assert sum(size_of(part)[1] for part in parts) == pytest.approx(
                max(box.bottom for box in words_in(parts[0])), abs=60
            )


@pytest.mark.parametrize("kind", Format)
def test_a_missing_font_is_named_or_not_needed(kind, monkeypatch, tmp_path):
    pack = AWKWARD["Welsh and Polish"][0]
    for kept in (svg_words._font, svg_words._width, pdf_runs._held, html_document.house_style, html_document.palette):
        kept.cache_clear()
    with monkeypatch.context() as patched:
        patched.setattr(svg_words, "FONT_FOLDER", tmp_path)
        patched.setattr(html_document, "FONT", tmp_path / "none.woff2")
        if kind in {Format.PDF, Format.HTML, Format.EASY_READ, Format.PRESENT}:
            with pytest.raises(FrontdoorError, match=r"Inter-\w+\.ttf is missing.*put the file back"):
                files_of(pack, kind)
        else:
            assert all(files_of(pack, kind).values())
    for kept in (svg_words._font, svg_words._width, pdf_runs._held, html_document.house_style, html_document.palette):
        kept.cache_clear()


@pytest.mark.parametrize("kind", Format)
def test_a_template_without_a_place_for_a_title_is_refused(kind, tmp_path):
    bare = Presentation()
    for layout in bare.slide_layouts:
        for shape in list(layout.placeholders):
            shape._element.getparent().remove(shape._element)
    bare.save(tmp_path / "bare.pptx")
    if kind is Format.SLIDES:
        with pytest.raises(PackError, match="placeholder for a title"):
            files_of(example_pack(), kind, tmp_path / "bare.pptx")
    else:
        assert files_of(example_pack(), kind, tmp_path / "bare.pptx")


@pytest.mark.parametrize("kind", Format)
def test_a_folder_that_cannot_be_written_is_named(kind, tmp_path):
    (tmp_path / "taken").write_text("a file, where the folder should be")
    with pytest.raises(FrontdoorError, match=r"taken.* cannot be written.*--out"):
        written(made("long names", kind), tmp_path / "taken" / "papers")


@pytest.mark.skipif(os.geteuid() == 0, reason="an administrator may write everywhere")
def test_a_folder_we_may_only_read_is_named(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(FrontdoorError, match="Permission denied"):
        written({"a.txt": b"words"}, tmp_path)
    tmp_path.chmod(0o700)
