"""The annual update as a pack of its own, so that it is a file of every kind: a page, a report, slides, tables."""

from collections.abc import Sequence

from frontdoor.access.audience import Audience
from frontdoor.answers.update_blocks import Paper
from frontdoor.answers.update_words import DRAFT
from frontdoor.measures.formatting import format_date
from frontdoor.packs.frozen import sealed
from frontdoor.packs.pack import Pack
from frontdoor.packs.paper_pages import paper_pages

KEY = "annual_update"


def update_pack(paper: Paper, standing: Sequence[str]) -> Pack:
    """Return the whole update; `standing` says whether it is a draft or which version."""
    pack = Pack(
        key=KEY,
        title=paper.title,
        council=paper.council,
        period=paper.year,
        as_at=paper.as_at,
        as_at_line=f"{paper.council}. {days_line(paper)}",
        pages=paper_pages(paper, standing),
        stamp=paper.stamp,
        is_draft=DRAFT in standing,
        audience=Audience.COMMITTEE.value,
        register=paper.chain,
    )
    return sealed(pack)


def about_lines(paper: Paper) -> tuple[str, ...]:
    """Return what a reader must know of the whole paper: for whom, of which days, and whether the year still runs."""
    whose = f"{paper.council}. For: {paper.to_whom}." if paper.to_whom else f"{paper.council}."
    return tuple(line for line in (whose, days_line(paper), paper.status) if line)


def days_line(paper: Paper) -> str:
    """Return of which days the figures are, from which data, known to when."""
    days = f"Figures of {format_date(paper.first)} to {format_date(paper.last)}, data version {paper.generation}"
    return f"{days}, known to {format_date(paper.as_at)}."


def update_name(paper: Paper, council: str, ending: str = "html") -> str:
    """Return the name a file of it has; that of invented figures says so."""
    return f"{'invented-' if paper.stamp else ''}annual-update-{council}-{paper.year.replace('/', '-')}.{ending}"
