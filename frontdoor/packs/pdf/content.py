"""What the typesetter is given: the whole pack as plain data, every word of it text and never mark-up."""

import re
from typing import Any

from frontdoor.charts.theme import LIGHT
from frontdoor.figure import Figure, Kind
from frontdoor.measures.formatting import format_date
from frontdoor.packs.appendix import seals
from frontdoor.packs.pack import Aside, Pack, PackPage
from frontdoor.packs.pdf.appendix import attached, behind_the_charts, definitions, provenance
from frontdoor.packs.pdf.runs import known, plain_all, runs
from frontdoor.packs.pdf.tables import printed
from frontdoor.packs.svg.svg import NOTHING_DRAWN, svg_of

Settings = dict[str, Any]

WIDTH = 740  # pixels of a picture across the column; 14 pixel type is then 9.1 points
MAP_WIDTH = 860  # pixels; a number in each cell needs the room, and is 7.9 points
HIGHEST = 1.09  # of the column's width: a picture leaves room on its page for its titles and the page's own
SIZE = re.compile(r'<svg [^>]*width="([0-9.]+)" height="([0-9.]+)"')
MAPS = (Kind.WEEK_MAP, Kind.SIGNED_MAP, Kind.YEAR_MAP)
COLOURS = ("ink", "ink_second", "panel", "rule", "edge", "measured", "close", "missed", "usual_range")
DRAFT = "Draft, not issued"


def content(pack: Pack) -> Settings:
    """Return what pdf.typ reads; pictures are SVG as text."""
    drafts = [DRAFT] if pack.is_draft else []
    return {
        **plain_all(
            {
                "title": pack.title, "council": pack.council, "period": pack.period, "as_at_line": pack.as_at_line,
                "as_at": format_date(pack.as_at), "stamps": [*drafts, *([pack.stamp] if pack.stamp else [])],
            }
        ),
        "day": [pack.as_at.year, pack.as_at.month, pack.as_at.day],
        "colours": {name: getattr(LIGHT, name) for name in COLOURS},
        "seals": [runs(words) for words in seals(pack)],
        "pages": [
            {**_page(page), "follows": before is not None and _is_brief(before) and _is_brief(page)}
            for before, page in zip((None, *pack.pages), pack.pages, strict=False)
        ],
        "definitions": definitions(pack),
        "provenance": provenance(pack),
        "behind": behind_the_charts(pack),
        "attached": attached(pack),
    }  # fmt: skip


def _page(page: PackPage) -> Settings:
    basis = page.basis
    return {
        "title": known(page.title),
        "question": known(page.question),
        "marks": [runs(words) for words in page.marks],
        "lead": runs(page.lead),
        "facts": [plain_all({"label": fact.label, "value": fact.value, "note": fact.note}) for fact in page.facts],
        "figures": [_figure(figure) for figure in page.figures],
        "tables": [part for table in page.tables for part in printed(table, is_tight=page.is_one_side)],
        "asides": [_aside(aside) for aside in page.asides],
        "basis": runs(". ".join(part.rstrip(".") for part in (basis.version, basis.filters) if part)),
    }


def _figure(figure: Figure) -> Settings:
    """Return the picture with its two titles, or what is said where there is nothing to draw."""
    words = {"headline": runs(figure.headline), "subtitle": runs(figure.subtitle)}
    if figure.frame.is_empty():
        return {**words, "svg": "", "sentence": runs(NOTHING_DRAWN), "alt": ""}
    drawn = svg_of(figure, MAP_WIDTH if figure.kind in MAPS else WIDTH)
    return {
        **words,
        "svg": known(drawn),
        "width": _share_of_column(drawn),
        "sentence": runs(figure.sentence),
        "alt": known(figure.sentence),
    }


def _is_brief(page: PackPage) -> bool:
    """Return whether a page is only words, which may share a sheet with the words before it."""
    return not (page.figures or page.tables)


def _share_of_column(drawn: str) -> float:
    """Return how much of the column's width a picture takes: all, or less where it would be too high for its page."""
    wide, high = map(float, SIZE.findall(drawn)[0])
    return min(1.0, HIGHEST * wide / high)


def _aside(aside: Aside) -> Settings:
    title = f"Commentary by {aside.title}" if aside.is_commentary else aside.title
    return {
        "title": known(title),
        "sentences": [runs(sentence) for sentence in aside.sentences],
        "is_commentary": aside.is_commentary,
    }
