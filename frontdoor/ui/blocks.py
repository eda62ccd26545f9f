"""Small pieces of HTML that every page shares; every word that comes from outside is escaped here."""

import re
from collections.abc import Iterable, Sequence
from html import escape

from frontdoor.answers.answer import Change, Provenance
from frontdoor.charts.key import KeyEntry
from frontdoor.charts.status import Shape, Status, change_status
from frontdoor.measures.formatting import format_date
from frontdoor.schema.units import Better

BOLD = re.compile(r"\*\*(.+?)\*\*")
CODE = re.compile(r"`(.+?)`")


def paragraph(words: str, kind: str = "") -> str:
    """Return a paragraph, nothing for no words; `**bold**` and code between backticks are the only mark-up that is read."""
    if not words:
        return ""
    return f"<p{_class(kind)}>{rich(words)}</p>"


def rich(words: str) -> str:
    """Return escaped words in which `**bold**` is bold and what stands between backticks is code."""
    return CODE.sub(r"<code>\1</code>", BOLD.sub(r"<b>\1</b>", escape(words)))


def shape_html(shape: Shape) -> str:
    """Return a status shape in the colour of the words beside it; the words carry the meaning for a screen reader."""
    return f'<i class="fd-shape fd-{shape.value}" aria-hidden="true"></i>'


def status_html(status: Status) -> str:
    """Return a status: shape and word in its colour."""
    return f'<span class="fd-status fd-c-{status.colour}">{shape_html(status.shape)}{escape(status.word)}</span>'


def change_html(change: Change, better: Better) -> str:
    """Return what changed, as arrow or wave and words."""
    status = change_status(change.words, change.direction, better)
    shape = f'<i class="fd-shape fd-{status.shape.value} fd-c-{status.colour}" aria-hidden="true"></i>'
    return f'<span class="fd-change">{shape}<span>{escape(status.word)}</span></span>'


def flag_html(words: str) -> str:
    """Return the flag of a lowered target, nothing for no words."""
    return f'<span class="fd-flag">{shape_html(Shape.FLAG)}{escape(words)}</span>' if words else ""


def key_html(entries: Sequence[KeyEntry]) -> str:
    """Return the key of a chart, nothing where marks are labelled directly."""
    if not entries:
        return ""
    said = (f'<span><i class="fd-key-{entry.mark.value}" aria-hidden="true"></i>{escape(entry.words)}</span>'
            for entry in entries)  # fmt: skip
    return f'<p class="fd-key">{"".join(said)}</p>'


def table_html(
    caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]], right: Sequence[int] = (), is_wide: bool = False
) -> str:
    """Return a real table of plain words; the first column heads its row and `right` columns are numbers.

    `is_wide` is for tables that no phone can show: there each row becomes a card in which every cell says its head.
    Roles are then written out, because cards take the table's display away.
    """
    side = ["r" if index in right else "" for index in range(len(heads))]
    top = "".join(
        _cell("th", head, kind, 'scope="col"' + _role("columnheader", is_wide))
        for head, kind in zip(heads, side, strict=True)
    )
    body = "".join(f"<tr{_role('row', is_wide)}>{_cells(row, side, heads if is_wide else ())}</tr>" for row in rows)
    group, row = _role("rowgroup", is_wide), _role("row", is_wide)
    return (
        f'<table class="fd-data{" fd-rows" if is_wide else ""}"{_role("table", is_wide)}>{caption_html(caption)}'
        f"<thead{group}><tr{row}>{top}</tr></thead><tbody{group}>{body}</tbody></table>"
    )


def caption_html(words: str) -> str:
    """Return the name of a table for those who hear the page; the heading above it says the same to the eye."""
    return f'<caption class="fd-unseen">{escape(words)}</caption>'


def notes_html(provenance: Provenance | None, notes: Sequence[str]) -> str:
    """Return the notes that end a page: how it is judged, figures to when, loaded when, which data version."""
    said = list(notes)
    if provenance is not None:
        said.append(
            f"Figures to {format_date(provenance.as_at)}, loaded {provenance.loaded_at}; "
            f"data version {provenance.generation}."
        )
        said += [f"{provenance.sign_off_words}."] if provenance.sign_off_words else []
    return paragraph(" ".join(said), "fd-notes")


def _cells(row: Sequence[str], side: Sequence[str], heads: Sequence[str]) -> str:
    """Return a row's cells; each carries its head where `heads` are given."""
    written = []
    for index, cell in enumerate(row):
        kind = "th" if index == 0 else "td"
        scope = 'scope="row"' if index == 0 else ""
        head = f' data-head="{escape(heads[index])}"' + _role("cell" if index else "rowheader", True) if heads else ""
        written.append(_cell(kind, cell, side[index], scope + head))
    return "".join(written)


def _cell(name: str, words: str, kind: str, attributes: str) -> str:
    return f"<{name}{' ' * bool(attributes)}{attributes.strip()}{_class(kind)}>{escape(words)}</{name}>"


def _role(name: str, is_written: bool) -> str:
    return f' role="{name}"' if is_written else ""


def _class(kind: str) -> str:
    return f' class="{kind}"' if kind else ""
