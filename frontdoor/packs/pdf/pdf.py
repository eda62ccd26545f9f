"""A pack as a PDF report: tagged (PDF/UA-1), with bookmarks, vector charts, numbered figures and tables, and an appendix."""

from pathlib import Path

from frontdoor.packs.pack import Pack
from frontdoor.packs.pdf.content import content
from frontdoor.packs.pdf.typeset import typeset

LOOK = Path(__file__).with_name("pdf.typ")


def pdf(pack: Pack) -> bytes:
    """Return the file; the same pack gives the same bytes. Raises FrontdoorError as `typeset` does."""
    return typeset(LOOK, "pack", content(pack), pack.as_at, f"The PDF of “{pack.title}”")
