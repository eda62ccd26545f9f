"""Words of a pack as HTML: escaped, with the two marks that pages read, and statuses with their shape."""

import re
from collections.abc import Iterable
from html import escape

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


def said(words: str) -> str:
    """Return words in which `**bold**` and code between backticks are read, as on the pages."""
    return CODE.sub(r"<code>\1</code>", BOLD.sub(r"<b>\1</b>", text(words)))


def paragraph(words: str, kind: str = "") -> str:
    """Return a paragraph of class `kind`, nothing where there are no words."""
    named = f' class="{kind}"' if kind else ""
    return f"<p{named}>{said(words)}</p>" if words else ""


def paragraphs(many: Iterable[str], kind: str = "") -> str:
    """Return one paragraph for each."""
    return "".join(paragraph(words, kind) for words in many)


def with_status(words: str) -> str:
    """Return a status as its shape and word in its colour; other words as they are."""
    status = STATUSES.get(words)
    if status is None:
        return said(words)
    shape = shape_svg(status.shape, "currentColor", 16).replace(
        "<svg ", '<svg aria-hidden="true" focusable="false" ', 1
    )
    return f'<span class="fd-status fd-c-{status.colour}">{shape}{text(words)}</span>'
