"""The one style sheet, built at import from the colours, the status shapes and our CSS files, and sent once to a page."""

import re
from dataclasses import fields
from pathlib import Path
from urllib.parse import quote

import streamlit as st

from frontdoor.charts.status import Shape, shape_svg
from frontdoor.charts.theme import DARK, LIGHT

STYLE_FILES = [Path(__file__).with_name(f"{name}.css") for name in ("style", "pilots", "events", "update")]
"""In this order: what comes later wins."""


def colour_rules() -> str:
    """Return every colour as a custom property that follows the colour scheme: `--ink-second:light-dark(#4A5459,#B4BDC4)`."""
    names = [field.name for field in fields(LIGHT) if field.name != "name"]
    pairs = (f"--{name.replace('_', '-')}:light-dark({getattr(LIGHT, name)},{getattr(DARK, name)})" for name in names)
    return f":root{{{';'.join(pairs)}}}"


def shape_rules() -> str:
    """Return each status shape as a mask, so that it takes the colour of its words, also in forced colours."""
    pictures = {shape: data_uri(shape_svg(shape, "black")) for shape in Shape}
    return "".join(f'.fd-{shape.value}{{--shape:url("{picture}")}}' for shape, picture in pictures.items())


def data_uri(svg: str) -> str:
    """Return an SVG picture as an address that `src=""` and CSS `url("")` take as it is."""
    return "data:image/svg+xml," + quote(svg.replace('"', "'"), safe=" =:/?-.,()'")


def small(css: str) -> str:
    """Return the style sheet without comments and needless spaces."""
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return re.sub(r"\s*([{};,])\s*", r"\1", re.sub(r"\s+", " ", bare)).strip()


OURS = small(" ".join(file.read_text(encoding="utf-8") for file in STYLE_FILES))
STYLE_SHEET = f"<style>{colour_rules()}{shape_rules()}{OURS}</style>"


def inject_style() -> None:
    """Send the style sheet; Streamlit keeps style-only HTML out of the page's flow."""
    st.html(STYLE_SHEET)
