"""A pack as one HTML file that needs nothing else: on a screen, on a phone, by keyboard alone and on paper."""

from frontdoor.errors import FrontdoorError
from frontdoor.packs.appendix import DEFINITIONS, SOURCES, numbered, seals
from frontdoor.packs.html.appendix import appendix
from frontdoor.packs.html.document import Document, document
from frontdoor.packs.html.page import page_id, sections
from frontdoor.packs.html.words import paragraph, paragraphs, said
from frontdoor.packs.pack import Pack
from frontdoor.packs.pdf.content import DRAFT


def html(pack: Pack, site: str = "") -> bytes:
    """Return the file; `site` is where Frontdoor is served, for links to the live pages.

    Raises:
        FrontdoorError: `site` is no address of the web.
    """
    if site and not site.startswith(("https://", "http://")):
        raise FrontdoorError(f"{site!r} is not where Frontdoor is served: an address begins with https:// or http://.")
    body = (
        f'<a class="fd-skip" href="#main">Skip to the first page</a>{_header(pack)}{_contents(pack)}'
        f'<main id="main" tabindex="-1">{sections(pack, site)}{appendix(pack, site)}</main>{_footer(pack)}'
    )
    title = ", ".join((pack.title, pack.council, pack.period))
    return document(Document(title, body, f"{pack.title}. {pack.as_at_line}", _stamps(pack)))


def _stamps(pack: Pack) -> str:
    return ". ".join(part for part in (DRAFT if pack.is_draft else "", pack.stamp) if part)


def _header(pack: Pack) -> str:
    return (
        f"<header>{paragraph(_stamps(pack), 'fd-stamp')}<h1>{said(pack.title)}</h1>"
        f"{paragraph(f'{pack.council}. {pack.period}.', 'fd-lead')}{paragraph(pack.as_at_line)}</header>"
    )


def _contents(pack: Pack) -> str:
    places = [(page_id(number), page.title) for number, page in enumerate(pack.pages, 1)]
    if numbered(pack):
        places.append(("definitions", DEFINITIONS))
    places.append(("sources", SOURCES))
    items = "".join(f'<li><a href="#{place}">{said(title)}</a></li>' for place, title in places)
    return f'<nav aria-labelledby="contents"><h2 id="contents">Contents</h2><ol>{items}</ol></nav>'


def _footer(pack: Pack) -> str:
    return f"<footer>{paragraph(pack.as_at_line)}{paragraph(pack.stamp)}{paragraphs(seals(pack))}</footer>"
