"""A pack as a PDF report: tagged (PDF/UA-1), with bookmarks, vector charts, numbered figures and tables, and an appendix."""

import json
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Literal

from frontdoor.errors import FrontdoorError
from frontdoor.packs.pack import Pack
from frontdoor.packs.pdf.content import content
from frontdoor.packs.svg.words import FONT_FOLDER, font_file

LOOK = Path(__file__).with_name("pdf.typ")
STANDARD: Literal["ua-1"] = "ua-1"  # PDF/UA-1, ISO 14289-1: what is not accessible does not compile


def pdf(pack: Pack) -> bytes:
    """Return the file; the same pack gives the same bytes.

    Raises FrontdoorError where the fonts are missing, or where the typesetter refuses what the pack holds.
    """
    import typst

    for is_bold in (False, True):
        font_file(is_bold)
    made_at = datetime.combine(pack.as_at, time(), UTC)
    try:
        drawn = typst.compile(
            LOOK, format="pdf", font_paths=[FONT_FOLDER], ignore_system_fonts=True,
            sys_inputs={"pack": json.dumps(content(pack), ensure_ascii=False)}, pdf_standards=STANDARD, timestamp=made_at,
        )  # fmt: skip
    except typst.TypstError as error:
        raise FrontdoorError(f"The PDF of “{pack.title}” cannot be made: {error}") from error
    if not isinstance(drawn, bytes):
        raise TypeError(f"typst gave {type(drawn).__name__} instead of one PDF")
    return drawn
