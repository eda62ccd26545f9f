"""Words on a slide: how many lines they take, and how they are written in British English."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.util import Pt

from frontdoor.packs.slides.widths import wide

LANGUAGE = "en-GB"
LINE = 1.2  # of the size of the type
TITLE, LARGE, BODY, SMALL, FOOT = 28, 24, 18, 14, 12  # points; large are few words alone on a slide
INSET = 14.4  # points, what a box keeps free left and right together


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one look; no colour or size is that of the place they stand in."""

    words: str
    size: int = 0
    is_bold: bool | None = None
    colour: str = ""


Paragraph = Sequence[Run]


def lines_of(words: str, size: float, width: float, *, is_bold: bool = False) -> int:
    """Return about how many lines `words` take at `size` points in a box `width` points wide."""
    across = max(width - INSET, size)
    return sum(_broken(line, size, across, is_bold=is_bold) for line in words.split("\n")) if words else 0


def _broken(words: str, size: float, across: float, *, is_bold: bool) -> int:
    lines, used, space = 1, 0.0, wide(" ", size, is_bold=is_bold)
    for word in words.split(" "):
        need = wide(word, size, is_bold=is_bold)
        if used and used + space + need > across:
            lines, used = lines + 1, need
        else:
            used += need + (space if used else 0.0)
        while used > across:
            lines, used = lines + 1, used - across
    return lines


def tall(words: str, size: float, width: float, *, is_bold: bool = False) -> float:
    """Return how many points high a box of these words is."""
    return lines_of(words, size, width, is_bold=is_bold) * size * LINE + 8 if words else 0.0


def write(frame: Any, paragraphs: Sequence[Paragraph], apart: float = 0.0) -> None:
    """Write the paragraphs into a text frame that has none yet, `apart` points between them; each run says its language."""
    for at, runs in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        if apart:
            paragraph.space_after = Pt(apart)
        for run in runs:
            _write_run(paragraph, run)


def _write_run(paragraph: Any, run: Run) -> None:
    written = paragraph.add_run()
    written.text = run.words.replace("\v", " ")
    written.font.bold = run.is_bold
    if run.size:
        written.font.size = Pt(run.size)
    if run.colour:
        written.font.color.rgb = RGBColor.from_string(run.colour.lstrip("#"))  # type: ignore[no-untyped-call]
    written._r.get_or_add_rPr().set("lang", LANGUAGE)
