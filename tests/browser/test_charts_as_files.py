"""Are charts in files the charts of the screen? Every word Plotly writes stands at the same place in our SVG, in its colour."""

import json
from base64 import b64encode
from pathlib import Path

import pytest
from playwright.sync_api import Page

from frontdoor.charts.drawing import DRAWN_BY
from frontdoor.charts.key import chart_key
from frontdoor.charts.picture import picture
from frontdoor.charts.template import CONFIG
from frontdoor.charts.theme import BY_NAME, LIGHT
from frontdoor.packs.svg.key import key_height
from frontdoor.packs.svg.svg import BELOW_KEY, svg_of
from frontdoor.ui.drawing_files import PLOTLY
from tests.unit.charts.figures import FIGURES

ROOT = Path(__file__).parents[2]
NEAR = 2.0  # pixels; both measure with the same font, Chromium with kerning
PAGE = (
    "<style>@font-face {{ font-family: Inter; src: url(data:font/woff2;base64,{font}); font-weight: 100 900; }}</style>"
)
DRAW = """
async ([drawing, width, config]) => {
  document.body.innerHTML = '<p style="font-family: Inter">a<b>b</b></p><div id="drawn" style="position: absolute; top: 0; left: 0"></div>';
  await document.fonts.ready;
  const { data, layout } = JSON.parse(drawing);
  await Plotly.newPlot('drawn', data, { ...layout, width }, config);
}
"""
SHOW = """
(svg) => { document.body.innerHTML = `<div id="drawn" style="position: absolute; top: 0; left: 0">${svg}</div>`; }
"""
WORDS = """
() => [...document.querySelectorAll('#drawn text')]
  .filter((text) => text.textContent.trim() && getComputedStyle(text).opacity !== '0')
  .flatMap((text) => { const lines = text.querySelectorAll(':scope > tspan.line'); return lines.length ? [...lines] : [text]; })
  .map((line) => { const box = line.getBoundingClientRect();
    return { said: line.textContent, x: box.x, y: box.y, colour: getComputedStyle(line).fill }; })
"""


@pytest.fixture(scope="module")
def paper(windows) -> Page:
    """Return an empty page with Plotly and the house font."""
    page = windows["light"].new_page()
    page.set_content(PAGE.format(font=b64encode((ROOT / "static/inter.woff2").read_bytes()).decode()))
    page.add_script_tag(path=PLOTLY)
    return page


def painted(drawing: str) -> str:
    """Return the drawing in the colours of the light theme."""
    for name in BY_NAME.__slots__:
        drawing = drawing.replace(json.dumps(getattr(BY_NAME, name)), json.dumps(getattr(LIGHT, name)))
    return drawing


@pytest.mark.parametrize("width", [390, 700])
@pytest.mark.parametrize("kind", DRAWN_BY)
def test_words_stand_where_the_screen_has_them(paper, kind, width):
    figure, is_narrow = FIGURES[kind], width < 640
    paper.set_viewport_size({"width": width, "height": 900})
    paper.evaluate(DRAW, [painted(picture(figure, is_narrow).drawing), width, CONFIG])
    wanted = paper.evaluate(WORDS)
    paper.evaluate(SHOW, svg_of(figure, width))
    entries = chart_key(figure, is_narrow)
    down = key_height(entries, LIGHT, width) + (BELOW_KEY if entries else 0)
    found = paper.evaluate(WORDS)[len(entries) :]
    assert sorted(word["said"] for word in found) == sorted(word["said"] for word in wanted)
    missed = [word for word in wanted if not any(is_same(word, other, down) for other in found)]
    assert missed == []


def is_same(screen: dict, file: dict, down: float) -> bool:
    near = abs(screen["x"] - file["x"]) <= NEAR and abs(screen["y"] + down - file["y"]) <= NEAR
    return near and (screen["said"], screen["colour"]) == (file["said"], file["colour"])
