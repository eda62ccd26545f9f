"""An offline file of HTML: one document with its own style, font and script, which may ask no other machine for anything."""

import re
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from frontdoor.charts.theme import DARK, LIGHT, Theme
from frontdoor.packs.html.words import text

STYLE, SCRIPT = Path(__file__).with_name("html.css"), Path(__file__).with_name("html.js")
FONT = Path(__file__).parents[3] / "static" / "inter.woff2"
"""The font of the pages; without it the reader's own fonts are used."""

POLICY = (
    "default-src 'none'; style-src {style}; script-src {script}; font-src data:; base-uri 'none'; form-action 'none'"
)
"""Nothing is fetched, and only the style and script of this very file are obeyed."""


@dataclass(frozen=True, slots=True)
class Document:
    """What is written: `title` names the window, `body` is mark-up, `running` words stand on every printed sheet."""

    title: str
    body: str
    running: str
    corner: str = ""


def document(written: Document) -> bytes:
    """Return a file in the style of packs, whose charts are walked by keyboard."""
    return sealed(written.title, house_style() + _sheet(written), written.body, _script())


def sealed(title: str, style: str, body: str, script: str = "") -> bytes:
    """Return a whole file of any style that asks no other machine for anything; the same words give the same bytes."""
    policy = POLICY.format(style=_allowed(style), script=_allowed(script) if script else "'none'")
    run = f"<script>{script}</script>" if script else ""
    return (
        '<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer">'
        f"<title>{text(title)}</title><style>{style}</style></head>\n<body>{body}{run}</body></html>\n"
    ).encode()


def _allowed(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


@lru_cache(maxsize=1)
def house_style() -> str:
    """Return what is the same in every file: font, colours of both themes, and rules."""
    return palette() + small(STYLE.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def palette() -> str:
    """Return the font, and the colours of both themes."""
    dark = f"@media screen and (prefers-color-scheme:dark){{:root{{{_colours(DARK)}}}}}"
    return f"{_font()}:root{{color-scheme:light dark;{_colours(LIGHT)}}}{dark}"


@lru_cache(maxsize=1)
def _script() -> str:
    return SCRIPT.read_text(encoding="utf-8")


def _font() -> str:
    if not FONT.is_file():
        return ""
    held = b64encode(FONT.read_bytes()).decode()
    return f'@font-face{{font-family:Inter;font-weight:100 900;src:url(data:font/woff2;base64,{held}) format("woff2")}}'


def _colours(theme: Theme) -> str:
    """Return every colour as the custom property that drawings name."""
    names: Sequence[str] = [field.name for field in fields(theme) if field.name != "name"]
    return ";".join(f"--{name.replace('_', '-')}:{getattr(theme, name)}" for name in names)


def _sheet(written: Document) -> str:
    """Return what runs along every printed sheet."""
    left, right = _quoted(written.running), _quoted(written.corner)
    return f"@page{{@bottom-left{{content:{left}}}@top-right{{content:{right}}}}}"


def _quoted(words: str) -> str:
    """Return words as a string of CSS that cannot end the style it stands in."""
    return (
        '"' + "".join(sign if sign.isalnum() or sign in " .,:;()-–’" else f"\\{ord(sign):x} " for sign in words) + '"'
    )


def small(css: str) -> str:
    """Return a style sheet without comments and needless spaces."""
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return re.sub(r"\s*([{};,])\s*", r"\1", re.sub(r"\s+", " ", bare)).strip()
