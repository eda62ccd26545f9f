"""The looks of a workbook's cells: each is made once, however many cells have it."""

from typing import Any

from frontdoor.charts.theme import LIGHT
from frontdoor.packs.csv import FORMULA_STARTS

FONT = "Calibri"


class Looks:
    """Gives a look by its properties, in the words of xlsxwriter."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._known: dict[tuple[tuple[str, Any], ...], Any] = {}

    def of(self, **properties: Any) -> Any:
        """Return the look of these properties, in our font, at the top of its cell."""
        whole = {"font_name": FONT, "font_color": LIGHT.ink, "valign": "top", **properties}
        key = tuple(sorted(whole.items()))
        if key not in self._known:
            self._known[key] = self._book.add_format(whole)
        return self._known[key]

    def words(self, words: str, **properties: Any) -> Any:
        """Return the look of words: those that a spreadsheet would run are marked as words and nothing else."""
        marked = {"quote_prefix": True} if words.startswith(FORMULA_STARTS) else {}
        return self.of(**marked, **properties)

    def stamp(self) -> Any:
        return self.of(bold=True, font_color=LIGHT.missed, text_wrap=True)

    def link(self) -> Any:
        return self.of(font_color=LIGHT.measured, underline=1)

    def head(self, words: str, *, is_right: bool = False, indent: bool = False) -> Any:
        return self.words(
            words, bold=True, text_wrap=True, bg_color=LIGHT.panel, bottom=1, bottom_color=LIGHT.ink, valign="bottom",
            align="right" if is_right else "left", indent=int(indent and not is_right),
        )  # fmt: skip
