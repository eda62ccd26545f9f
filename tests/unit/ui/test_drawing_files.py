"""The scripts that draw charts are the ones we say they are, and are sent once, compressed."""

import gzip
import re
from hashlib import sha256

import pytest
from plotly.offline import get_plotlyjs_version

from frontdoor.charts.drawing import DRAWN_BY, drawing
from frontdoor.charts.theme import LIGHT
from frontdoor.ui.drawing_files import PICTURES, PLOTLY, pictures_name, served
from tests.unit.charts.figures import FIGURES

README = (PLOTLY.parent / "README.md").read_text(encoding="utf-8")
VERSION = re.search(r"-(\d+\.\d+\.\d+)\.min\.js$", PLOTLY.name)[1]


def test_the_vendored_file_is_the_one_its_page_describes():
    body = PLOTLY.read_bytes()
    assert f"`{sha256(body).hexdigest()}`" in README
    assert f"{len(body):,} bytes" in README
    assert f"plotly.js (cartesian - minified) v{VERSION}" in body[:200].decode()
    assert f"| version | {VERSION}," in README


def test_its_licence_lies_beside_it():
    assert (PLOTLY.parent / "plotly.LICENSE.txt").read_text(encoding="utf-8").startswith("MIT License")


def test_it_is_the_version_that_our_python_checks_figures_for():
    assert get_plotlyjs_version() == VERSION


def test_our_own_script_asks_for_the_file_that_is_there():
    assert f'const PLOTLY = "{PLOTLY.name}";' in PICTURES.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", DRAWN_BY)
def test_it_can_draw_every_kind_of_chart(kind):
    script = PLOTLY.read_text(encoding="utf-8")
    for trace in drawing(FIGURES[kind], LIGHT)["data"]:
        assert re.search(rf'name:"{trace["type"]}",basePlotModule:', script), trace["type"]


def test_scripts_are_compressed_once_and_kept_for_good():
    scripts = served()
    assert set(scripts) == {PLOTLY.name, pictures_name()}
    for script in scripts.values():
        body, headers = script.answer("gzip, deflate, br")
        assert gzip.decompress(body) == script.plain
        assert headers["Content-Encoding"] == "gzip"
        assert "immutable" in headers["Cache-Control"]
        body, headers = script.answer("identity")
        assert body == script.plain
        assert "Content-Encoding" not in headers


def test_the_name_of_our_script_changes_with_what_is_in_it():
    assert sha256(PICTURES.read_bytes()).hexdigest()[:12] in pictures_name()
