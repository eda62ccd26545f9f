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


def paragraph(words: str, kind: str = "") -> str:
    """Return a paragraph, nothing for no words; `**bold**` is the only mark-up that is read."""
    if not words:
        return ""
    return f"<p{_class(kind)}>{rich(words)}</p>"


def rich(words: str) -> str:
    """Return escaped words in which `**bold**` is bold."""
    return BOLD.sub(r"<b>\1</b>", escape(words))


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


def table_html(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]], right: Sequence[int] = ()) -> str:
    """Return a real table of plain words; the first column heads its row and `right` columns are numbers."""
    side = [' class="r"' if index in right else "" for index in range(len(heads))]
    top = "".join(f'<th scope="col"{side[index]}>{escape(head)}</th>' for index, head in enumerate(heads))
    body = "".join(f"<tr>{_cells(row, side)}</tr>" for row in rows)
    name = f'<caption class="fd-unseen">{escape(caption)}</caption>'
    return f'<table class="fd-data">{name}<thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>'


def notes_html(provenance: Provenance | None, notes: Sequence[str]) -> str:
    """Return the notes that end a page: how it is judged, figures to when, loaded when, which data version."""
    said = list(notes)
    if provenance is not None:
        said.append(
            f"Figures to {format_date(provenance.as_at)}, loaded {provenance.loaded_at}; "
            f"data version {provenance.generation}."
        )
        said += ["Provisional until signed off."] if provenance.is_provisional else []
    return paragraph(" ".join(said), "fd-notes")


def _cells(row: Sequence[str], side: Sequence[str]) -> str:
    return "".join(
        f'<th scope="row"{side[0]}>{escape(cell)}</th>' if index == 0 else f"<td{side[index]}>{escape(cell)}</td>"
        for index, cell in enumerate(row)
    )


def _class(kind: str) -> str:
    return f' class="{kind}"' if kind else ""
