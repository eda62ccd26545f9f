"""How wide words are in Arial, so that lines can be counted without a font; other fonts of templates are about as wide."""

from functools import lru_cache

WIDTHS = {
    222: "ijl'’‘|",
    278: " !,./:;I[]ft\\",
    333: "-()r`“”",
    389: "*",
    500: "Jckvsxyz",
    556: "0123456789abdeghnopqu?L$#_£–",
    584: "+<>=~−",
    611: "FTZ",
    667: "ABEKPSVXY&",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1000: "—@…●■◆",
}
"""Thousandths of the size of the type, from the metrics of Helvetica, which are Arial's too (Adobe, Core 14 AFM)."""
ELSE = 600  # letters with accents are as wide as their plain ones; others about this
BOLD = 1.07  # bold words against plain ones
SPARE = 1.03  # what kerning and rounding may add
OF = {letter: width for width, letters in WIDTHS.items() for letter in letters}


@lru_cache(maxsize=8192)
def wide(words: str, size: float, *, is_bold: bool = False) -> float:
    """Return how many points wide `words` are on one line."""
    return sum(OF.get(letter, ELSE) for letter in words) / 1000 * size * SPARE * (BOLD if is_bold else 1.0)
