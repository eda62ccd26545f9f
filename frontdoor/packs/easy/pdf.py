"""An Easy Read draft as a PDF: tagged (PDF/UA-1), A4, 16 point, a place for a picture left of each sentence."""

from pathlib import Path
from typing import Any

from frontdoor.charts.theme import LIGHT
from frontdoor.packs.easy.part import EasyRead
from frontdoor.packs.easy.sheets import sheets_of
from frontdoor.packs.pdf.runs import plain_all
from frontdoor.packs.pdf.typeset import typeset

LOOK = Path(__file__).with_name("easy.typ")
COLOURS = ("ink", "ink_second", "panel", "edge", "measured", "close")
MARK = "DRAFT. Readers must test it. It needs pictures."
TO_DO = (
    "This is a draft of an Easy Read paper.",
    "A computer made it from a longer paper.",
    "People who use Easy Read must test it first.",
    "It needs a picture beside each sentence.",
)


def easy_pdf(draft: EasyRead) -> bytes:
    """Return the file; the same draft gives the same bytes. Raises FrontdoorError as `typeset` does."""
    what = f"The Easy Read draft of “{draft.pack.title}”"
    return typeset(LOOK, "draft", content(draft), draft.pack.as_at, what)


def content(draft: EasyRead) -> dict[str, Any]:
    """Return what easy.typ reads, every word of it text and never mark-up."""
    said = {
        "title": draft.title,
        "council": draft.council,
        "period": draft.period,
        "mark": MARK,
        "stamp": draft.pack.stamp,
        "to_do": TO_DO,
        "sheets": [
            [
                {
                    "title": part.title,
                    "rows": [{"words": line.words, "picture": f"Picture: {line.picture}"} for line in part.lines],
                }
                for part in sheet
            ]
            for sheet in sheets_of(draft.parts)
        ],
    }
    day = draft.pack.as_at
    colours = {name: getattr(LIGHT, name) for name in COLOURS}
    return {**plain_all(said), "day": [day.year, day.month, day.day], "colours": colours}
