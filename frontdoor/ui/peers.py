"""What other councils published of a measure and cannot be drawn beside ours, each with what differs and its address."""

from collections.abc import Sequence
from html import escape

from frontdoor.answers.answer import PeerLine
from frontdoor.measures.measure import Measure
from frontdoor.ui.blocks import paragraph

WHY = "Published by others, but not of our definition, or without saying enough. Not drawn beside our figures."


def peers_html(lines: Sequence[PeerLine], measure: Measure) -> str:
    """Return the box, nothing where no other figure is known."""
    if not lines:
        return ""
    items = "".join(f"<li>{_line(line)}</li>" for line in lines)
    return (
        f'<section class="fd-box"><h2>Other councils, counted otherwise</h2>{paragraph(WHY)}'
        f'<ul class="fd-small">{items}</ul>{paragraph(f"Ours: {measure.source}", "fd-small")}</section>'
    )


def _line(line: PeerLine) -> str:
    link = f'<a href="{escape(line.link)}">{escape(line.council)}</a>'
    return f"{link} {escape(line.says)} ({escape(line.when)}): {escape(line.difference)}."
