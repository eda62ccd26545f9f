"""What ends a pack's offline page: each definition once, and what each page and its figures come from."""

from collections.abc import Iterable, Sequence

from frontdoor.packs.appendix import DEFINITIONS, SOURCES, Numbered, coded, defined, numbered, sourced
from frontdoor.packs.html.page import live_link, page_id
from frontdoor.packs.html.places import Places, places_of
from frontdoor.packs.html.words import paragraphs, said
from frontdoor.packs.pack import Pack, PackPage


def appendix(pack: Pack, site: str) -> str:
    """Return both sections; a pack without figures has no definitions but those of its pages."""
    figures = numbered(pack)
    places, free = places_of(pack), set(places_of(pack))
    pages = "".join(
        f"{_page(page, number, figures, site)}{_sources(page, places, free, site)}"
        for number, page in enumerate(pack.pages, 1)
    )
    return _part("definitions", DEFINITIONS, _terms(defined(figures))) + _part("sources", SOURCES, pages)


def _part(place: str, title: str, inside: str) -> str:
    if not inside:
        return ""
    heading = f'<h2 id="{place}-title">{title}</h2>'
    return (
        f'<section class="fd-page fd-appendix" id="{place}" aria-labelledby="{place}-title">{heading}{inside}</section>'
    )


def _page(page: PackPage, place: int, figures: Numbered, site: str) -> str:
    link = live_link(page.address, site)
    return (
        f'<h3 id="{page_id(place)}-sources"><a href="#{page_id(place)}">{said(page.title)}</a></h3>'
        f"{_terms((term, (words,)) for term, words in sourced(page, figures))}{f'<p>{link}</p>' if link else ''}"
    )


def _sources(page: PackPage, places: Places, free: set[str], site: str) -> str:
    """Return where the numbers of a page come from; a source stands at its place with the first page that has it."""
    items = []
    for source in page.sources:
        place = f' id="{places[source.key]}" tabindex="-1"' if source.key in free else ""
        free.discard(source.key)
        link = live_link(source.address, site) if site else ""
        items.append(f"<li{place}><b>{said(source.title)}.</b> {said(coded(source.words))} {link}</li>")
    return f'<ul class="fd-sources">{"".join(items)}</ul>' if items else ""


def _terms(terms: Iterable[tuple[str, Sequence[str]]]) -> str:
    drawn = "".join(f"<div><dt>{said(term)}</dt><dd>{paragraphs(words)}</dd></div>" for term, words in terms)
    return f'<dl class="fd-terms">{drawn}</dl>' if drawn else ""
