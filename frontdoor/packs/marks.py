"""What stands above every page of a pack: which targets and thresholds were made easier within a year, as on every page."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from frontdoor.answers.context import Context
from frontdoor.answers.targets_lowered import lowered_in
from frontdoor.packs.pack import PackPage
from frontdoor.packs.plain_words import plain


def marked(pages: Iterable[PackPage], context: Context, now: datetime) -> tuple[PackPage, ...]:
    """Return the pages, each with the first of what was made easier and how many more there are above it; none where none."""
    line = lowered_line(lowered_in(context, now))
    return tuple(replace(page, marks=(*page.marks, line)) if line else page for page in pages)


def lowered_line(said: tuple[str, ...]) -> str:
    """Return the first sentence and how many more there are, '' for none."""
    more = f" And {len(said) - 1} more." if len(said) > 1 else ""
    return plain(f"{said[0]}{more}") if said else ""
