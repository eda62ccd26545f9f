"""An Easy Read draft as a PDF: tagged (PDF/UA-1), A4, 16 point, a place for a picture left of each sentence."""

import json
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from frontdoor.charts.theme import LIGHT
from frontdoor.errors import FrontdoorError
from frontdoor.packs.easy.part import EasyRead
from frontdoor.packs.easy.sheets import sheets_of
from frontdoor.packs.pdf.pdf import STANDARD
from frontdoor.packs.pdf.runs import plain_all
from frontdoor.packs.svg.words import FONT_FOLDER, font_file

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
    """Return the file; the same draft gives the same bytes.

    Raises FrontdoorError where the fonts are missing, or where the typesetter refuses what the draft holds.
    """
    import typst

    for is_bold in (False, True):
        font_file(is_bold)
    made_at = datetime.combine(draft.pack.as_at, time(), UTC)
    try:
        drawn = typst.compile(
            LOOK, format="pdf", font_paths=[FONT_FOLDER], ignore_system_fonts=True,
            sys_inputs={"draft": json.dumps(content(draft), ensure_ascii=False)}, pdf_standards=STANDARD, timestamp=made_at,
        )  # fmt: skip
    except typst.TypstError as error:
        raise FrontdoorError(f"The Easy Read draft of “{draft.pack.title}” cannot be made: {error}") from error
    if not isinstance(drawn, bytes):
        raise TypeError(f"typst gave {type(drawn).__name__} instead of one PDF")
    return drawn


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
