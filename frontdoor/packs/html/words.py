"""Words of a pack as HTML: escaped, with the two marks that pages read, and statuses with their shape."""

import re
from collections.abc import Iterable
from html import escape

from frontdoor.answers.update_numbers import pieces
from frontdoor.charts.status import MEASURE_STATUS, PROMISE_STATUS, STANDING_STATUS, VERDICT_STATUS, shape_svg

BOLD, CODE = re.compile(r"\*\*(.+?)\*\*"), re.compile(r"`(.+?)`")
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
"""Signs that no document may hold."""

STATUSES = {
    status.word: status
    for statuses in (STANDING_STATUS, MEASURE_STATUS, PROMISE_STATUS, VERDICT_STATUS)
    for status in statuses.values()
}
"""Every status by the word that says it; a word means one shape and one colour wherever it stands."""


def text(words: str) -> str:
    """Return words that are never mark-up."""
    return escape(CONTROL.sub("", words))


def said(words: str, place: str = "") -> str:
    """Return words in which `**bold**` and code between backticks are read, as on the pages.

    With a `place` each number is a link to where it comes from.
    """
    written = "".join(_linked(*piece, place) for piece in pieces(words)) if place else text(words)
    return CODE.sub(r"<code>\1</code>", BOLD.sub(r"<b>\1</b>", written))


def _linked(piece: str, is_number: bool, place: str) -> str:
    return f'<a class="fd-from" href="#{place}">{text(piece)}</a>' if is_number else text(piece)


def paragraph(words: str, kind: str = "", place: str = "") -> str:
    """Return a paragraph of class `kind`, nothing where there are no words; `place` as for `said`."""
    named = f' class="{kind}"' if kind else ""
    return f"<p{named}>{said(words, place)}</p>" if words else ""


def paragraphs(many: Iterable[str], kind: str = "", place: str = "") -> str:
    """Return one paragraph for each."""
    return "".join(paragraph(words, kind, place) for words in many)


def with_status(words: str, place: str = "") -> str:
    """Return a status as its shape and word in its colour; other words as they are, their numbers as `said` has them."""
    status = STATUSES.get(words)
    if status is None:
        return said(words, place)
    shape = shape_svg(status.shape, "currentColor", 16).replace(
        "<svg ", '<svg aria-hidden="true" focusable="false" ', 1
    )
    return f'<span class="fd-status fd-c-{status.colour}">{shape}{text(words)}</span>'
