"""Slides opened by another program, where it is installed: LibreOffice Impress shows every one of them with its words."""

import shutil
from dataclasses import replace

import pytest

from frontdoor.packs.slides.slides import slides
from tests.unit.charts.figures import FIGURES
from tests.unit.packs.by_office import shown_by
from tests.unit.packs.example_pack import PAGE, example_pack, with_figures
from tests.unit.packs.reading_slides import opened


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice Impress is not installed")
def test_libreoffice_opens_every_slide(tmp_path):
    figures = [
        with_figures(replace(figure, key=kind, headline=f"What {kind} shows"), facts=())
        for kind, figure in FIGURES.items()
    ]
    held = slides(example_pack(PAGE, *figures))
    (tmp_path / "pack.pptx").write_bytes(held)
    shown = shown_by("soffice", tmp_path / "pack.pptx")
    deck = opened(held).slides
    assert len(shown) == len(deck)
    for page, slide in zip(shown, deck, strict=True):
        assert slide.shapes.title.text.split()[0] in page.extract_text()
