"""Words of a picture: measured with the house font, broken where the drawing breaks them, written as text."""

import re
from dataclasses import dataclass
from functools import lru_cache
from html import escape, unescape
from pathlib import Path
from typing import TYPE_CHECKING

from frontdoor.errors import FrontdoorError
from frontdoor.packs.svg.element import number

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

FONT_FOLDER = Path(__file__).parents[1] / "fonts"
FONT_FILES = {False: "Inter-Regular.ttf", True: "Inter-Bold.ttf"}
"""The file of plain words and of bold ones."""

MEASURED_AT = 1000  # pixels: large enough that rounding of a glyph's width does not matter
ASCENT, DESCENT = 0.96875, 0.2412  # of the size; Inter's own (hhea: 1984 and 494 of 2048)
LINE = 1.3  # of the size, from one line of a label to the next, as Plotly sets them

TAG = re.compile(r"</?b>")
STRANGE_TAG = re.compile(r"<(?!/?b>)[^>]*>")


@dataclass(frozen=True, slots=True)
class Words:
    """Lines in one weight and size (pixels)."""

    lines: tuple[str, ...]
    size: float
    is_bold: bool = False

    @property
    def width(self) -> float:
        return max((width_of(line, self.size, self.is_bold) for line in self.lines), default=0.0)

    @property
    def height(self) -> float:
        return (len(self.lines) - 1) * LINE * self.size + (ASCENT + DESCENT) * self.size


def read_words(text: str, size: float) -> Words:
    """Return the words of Plotly's small mark-up: `<br>` breaks, `<b>` around the whole is bold; a ValueError for other tags."""
    is_bold = text.startswith("<b>") and text.endswith("</b>")
    plain = text[3:-4] if is_bold else text
    lines = plain.split("<br>")
    if any(TAG.search(line) or STRANGE_TAG.search(line) for line in lines):
        raise ValueError(f"Words with mark-up that is not drawn here: {text!r}")
    return Words(tuple(map(unescape, lines)), size, is_bold)


def width_of(words: str, size: float, is_bold: bool = False) -> float:
    """Return how many pixels wide the words are at `size`."""
    return _width(words, is_bold) * size / MEASURED_AT


def written_at(words: Words, place: tuple[float, float], anchor: str, colour: str) -> str:
    """Return the lines as text, the first with its baseline at `place` (x, y); `anchor` is start, middle or end."""
    x, baseline = place
    weight = ' font-weight="700"' if words.is_bold else ""
    side = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return "".join(
        f'<text x="{number(x)}" y="{number(baseline + index * LINE * words.size)}" font-size="{number(words.size)}"'
        f'{weight}{side} fill="{escape(colour)}">{escape(line, quote=False)}</text>'
        for index, line in enumerate(words.lines)
        if line
    )


def font_file(is_bold: bool) -> Path:
    """Return where the font lies; a FrontdoorError where it does not."""
    file = FONT_FOLDER / FONT_FILES[is_bold]
    if not file.is_file():
        raise FrontdoorError(
            f"The font {file.name} is missing from {FONT_FOLDER}. Install Frontdoor again, or put the file back: "
            "charts and PDFs cannot be made without it."
        )
    return file


@lru_cache(maxsize=2)
def _font(is_bold: bool) -> "FreeTypeFont":
    from PIL import ImageFont

    file = font_file(is_bold)
    try:
        return ImageFont.truetype(str(file), MEASURED_AT, layout_engine=ImageFont.Layout.BASIC)
    except OSError as error:
        raise FrontdoorError(
            f"{file} cannot be read as a font. Install Frontdoor again, or put the file back."
        ) from error


@lru_cache(maxsize=4096)
def _width(words: str, is_bold: bool) -> float:
    return _font(is_bold).getlength(words)
