"""An Easy Read draft as one web page that needs nothing else: large type, a place for a picture left of each sentence."""

from html import escape
from pathlib import Path

from frontdoor.packs.easy.part import EasyRead, Line, Part
from frontdoor.packs.easy.pdf import MARK, TO_DO
from frontdoor.packs.html.document import sealed, small

STYLE = Path(__file__).with_name("easy.css")


def easy_html(draft: EasyRead) -> bytes:
    """Return the page; it fetches nothing and runs nothing."""
    style = small(STYLE.read_text(encoding="utf-8")) + _every_sheet()
    title = ", ".join((draft.title, "Easy Read draft", draft.council, draft.period))
    parts = "".join(map(_part, draft.parts))
    return sealed(title, style, f"{_header(draft)}<main>{parts}</main>")


def _every_sheet() -> str:
    """Return what makes each printed sheet say that it is a draft."""
    return f'@page{{margin:20mm;@top-left{{content:"{MARK}";font:700 14pt Arial,sans-serif}}}}'


def _header(draft: EasyRead) -> str:
    stamp = f"<p><strong>{escape(draft.pack.stamp)}.</strong></p>" if draft.pack.stamp else ""
    to_do = "".join(f"<p>{escape(words)}</p>" for words in TO_DO)
    return (
        f'<aside class="mark">{escape(MARK)}</aside><header><p><strong>{escape(draft.council)}</strong></p>'
        f"<h1>{escape(draft.title)}</h1><p>{escape(draft.period)}</p>{stamp}{to_do}</header>"
    )


def _part(part: Part) -> str:
    return f"<section><h2>{escape(part.title)}</h2>{''.join(map(_row, part.lines))}</section>"


def _row(line: Line) -> str:
    return (
        f'<div class="row"><div class="picture">Picture: {escape(line.picture)}</div><p>{escape(line.words)}</p></div>'
    )
