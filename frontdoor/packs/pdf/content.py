"""What the typesetter is given: the whole pack as plain data, every word of it text and never mark-up."""

from typing import Any

from frontdoor.charts.theme import LIGHT
from frontdoor.figure import Figure
from frontdoor.measures.formatting import format_date
from frontdoor.packs.appendix import seals
from frontdoor.packs.pack import Aside, Pack, PackPage
from frontdoor.packs.pdf.appendix import attached, behind_the_charts, definitions, provenance
from frontdoor.packs.pdf.pictures import pictures_of, share_of_column
from frontdoor.packs.pdf.runs import known, parted, plain_all, runs
from frontdoor.packs.pdf.tables import printed
from frontdoor.packs.svg.svg import NOTHING_DRAWN

Settings = dict[str, Any]

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
        "title": parted(page.title),
        "question": parted(page.question),
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
        return {**words, "parts": [], "sentence": runs(NOTHING_DRAWN)}
    drawn = pictures_of(figure)
    return {
        **words,
        "parts": [
            {"svg": known(part), "width": share_of_column(part), "alt": known(_alternative(figure, at, len(drawn)))}
            for at, part in enumerate(drawn, start=1)
        ],
        "sentence": runs(figure.sentence),
    }


def _alternative(figure: Figure, at: int, parts: int) -> str:
    """Return what is read instead of a picture: its sentence, and of a later part only that the picture goes on."""
    if at == 1:
        return figure.sentence
    return f"{figure.headline.rstrip('.')}, continued: part {at} of {parts} of the same picture."


def _is_brief(page: PackPage) -> bool:
    """Return whether a page is only words, which may share a sheet with the words before it."""
    return not (page.figures or page.tables)


def _aside(aside: Aside) -> Settings:
    title = f"Commentary by {aside.title}" if aside.is_commentary else aside.title
    return {
        "title": parted(title),
        "sentences": [runs(sentence) for sentence in aside.sentences],
        "is_commentary": aside.is_commentary,
    }
