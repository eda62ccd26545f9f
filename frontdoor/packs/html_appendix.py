"""What ends a pack's offline file: each definition once, and what each page and its figures come from."""

from collections.abc import Iterable, Sequence
from itertools import chain

from frontdoor.figure import Figure
from frontdoor.packs.html_page import live_link, page_id
from frontdoor.packs.html_words import paragraphs, said
from frontdoor.packs.pack import Pack, PackPage
from frontdoor.packs.pdf_appendix import numbered

DEFINITIONS, SOURCES = "Definitions and method", "Where the figures come from"

Terms = Iterable[tuple[str, Sequence[str]]]


def appendix(pack: Pack, site: str) -> str:
    """Return both sections; without figures there are no definitions but those of the pages."""
    numbers = numbered(pack)
    pages = "".join(_page(page, place, numbers, site) for place, page in enumerate(pack.pages, 1))
    return _part("definitions", DEFINITIONS, _terms(_definitions(numbers))) + _part("sources", SOURCES, pages)


def _part(place: str, title: str, inside: str) -> str:
    if not inside:
        return ""
    return f'<section class="fd-page fd-appendix" id="{place}" aria-labelledby="{place}-title"><h2 id="{place}-title">{title}</h2>{inside}</section>'


def _definitions(numbers: Sequence[tuple[int, Figure]]) -> Terms:
    """Yield each definition with its notes once, under the figures it belongs to."""
    found: dict[tuple[str, ...], list[int]] = {}
    for number, figure in numbers:
        found.setdefault((figure.definition, *figure.notes), []).append(number)
    return ((_figures(which), words) for words, which in found.items())


def _page(page: PackPage, place: int, numbers: Sequence[tuple[int, Figure]], site: str) -> str:
    basis = page.basis
    stated = (
        ("What is counted", basis.definition), ("Source", basis.source), ("Version", basis.version),
        ("Filters", basis.filters),
    )  # fmt: skip
    of_page = [(number, figure) for number, figure in numbers if any(figure is each for each in page.figures)]
    terms = chain(((term, (words,)) for term, words in stated), _provenance(of_page))
    link = live_link(page.address, site)
    return (
        f'<h3 id="{page_id(place)}-sources"><a href="#{page_id(place)}">{said(page.title)}</a></h3>'
        f"{_terms(terms)}{f'<p>{link}</p>' if link else ''}"
    )


def _provenance(numbers: Sequence[tuple[int, Figure]]) -> Terms:
    """Yield what figures say of their own source, each once."""
    found: dict[str, list[int]] = {}
    for number, figure in numbers:
        found.setdefault(figure.provenance, []).append(number)
    return ((_figures(which), (words,)) for words, which in found.items())


def _terms(terms: Terms) -> str:
    drawn = "".join(
        f"<div><dt>{said(term)}</dt><dd>{paragraphs(words)}</dd></div>" for term, words in terms if any(words)
    )
    return f'<dl class="fd-terms">{drawn}</dl>' if drawn else ""


def _figures(numbers: Sequence[int]) -> str:
    """Return 'Figure 3' with a link to it, or 'Figures 1, 2, 5'."""
    links = ", ".join(str(number) for number in numbers)
    return f"Figure {links}" if len(numbers) == 1 else f"Figures {links}"
