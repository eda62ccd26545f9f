"""Sets a report with typst: the one place that asks for tagged PDF/UA-1 files, with our fonts and no others."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from frontdoor.errors import FrontdoorError
from frontdoor.packs.svg.words import FONT_FOLDER, font_file


def typeset(look: Path, name: str, content: Mapping[str, Any], day: date, what: str) -> bytes:
    """Return the PDF that `look` makes of what it reads as `name`; the same content gives the same bytes.

    `day` is when the file says it was made, and `what` names it in an error. What is not accessible by PDF/UA-1
    (ISO 14289-1) does not compile. Raises FrontdoorError where the fonts are missing or the typesetter refuses the content.
    """
    import typst

    for is_bold in (False, True):
        font_file(is_bold)
    try:
        drawn = typst.compile(
            look, format="pdf", font_paths=[FONT_FOLDER], ignore_system_fonts=True, pdf_standards="ua-1",
            sys_inputs={name: json.dumps(content, ensure_ascii=False)}, timestamp=datetime.combine(day, time(), UTC),
        )  # fmt: skip
    except typst.TypstError as error:
        raise FrontdoorError(f"{what} cannot be made: {error}") from error
    if not isinstance(drawn, bytes):
        raise TypeError(f"typst gave {type(drawn).__name__} instead of one PDF")
    return drawn
