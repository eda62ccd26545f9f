"""Slides opened by another program, where it is installed: LibreOffice Impress shows every one of them with its words."""

import shutil
import subprocess
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from frontdoor.packs.slides.slides import slides
from tests.unit.charts.figures import FIGURES
from tests.unit.packs.example_pack import PAGE, example_pack, with_figures
from tests.unit.packs.reading_slides import opened

LONGEST = 120  # seconds, its first start on a busy machine


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice Impress is not installed")
def test_libreoffice_opens_every_slide(tmp_path):
    figures = [
        with_figures(replace(figure, key=kind, headline=f"What {kind} shows"), facts=())
        for kind, figure in FIGURES.items()
    ]
    held = slides(example_pack(PAGE, *figures))
    (tmp_path / "pack.pptx").write_bytes(held)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "pack.pptx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=LONGEST)
    shown = PdfReader(BytesIO((tmp_path / "pack.pdf").read_bytes())).pages
    deck = opened(held).slides
    assert len(shown) == len(deck)
    for page, slide in zip(shown, deck, strict=True):
        assert slide.shapes.title.text.split()[0] in page.extract_text()
