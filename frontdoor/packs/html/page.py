"""One page of a pack as a section of HTML: what happened, its facts, figures, tables and words, and what it stands on."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count

from frontdoor.answers.feedback_answer import Fact
from frontdoor.figure import Figure
from frontdoor.packs.html.figure import figure_html
from frontdoor.packs.html.places import Places, places_of
from frontdoor.packs.html.table import table_html
from frontdoor.packs.html.words import paragraph, paragraphs, said, text, with_status
from frontdoor.packs.pack import Aside, Pack, PackPage, PackTable


@dataclass(frozen=True, slots=True)
class Counters:
    """The numbers that figures and tables have throughout a pack, from 1 on, and the places of the sources of numbers."""

    figures: "count[int]"
    tables: "count[int]"
    places: Places


def sections(pack: Pack, site: str) -> str:
    """Return every page as a section; `site` is where Frontdoor is served, '' where nobody said."""
    counters = Counters(count(1), count(1), places_of(pack))
    return "".join(_section(page, number, pack.stamp, site, counters) for number, page in enumerate(pack.pages, 1))


def page_id(number: int) -> str:
    """Return the place at which a page begins; its sources are at the same with '-sources'."""
    return f"page-{number}"


def _section(page: PackPage, number: int, stamp: str, site: str, counters: Counters) -> str:
    place = page_id(number)
    source = counters.places.get(page.source, "")
    inside = (
        f'<hgroup>{paragraph(page.question, "fd-question")}<h2 id="{place}-title">{said(page.title, source)}</h2></hgroup>',
        paragraph(stamp, "fd-stamp"),
        paragraphs(page.marks, "fd-mark"),
        paragraph(page.lead, "fd-lead", source),
        _facts(page.facts),
        *(_aside(aside, counters.places) for aside in page.asides if aside.is_commentary),
        *(_figure(figure, counters) for figure in page.figures),
        *(_table(table, counters) for table in page.tables),
        *(_aside(aside, counters.places) for aside in page.asides if not aside.is_commentary),
        _foot(page, place, site),
    )
    kind = "fd-page fd-one-side" if page.is_one_side else "fd-page"
    return f'<section class="{kind}" id="{place}" aria-labelledby="{place}-title">{"".join(inside)}</section>'


def _facts(facts: Iterable[Fact]) -> str:
    """Return the strip of facts, each a term with its value and its note."""
    drawn = "".join(
        f"<div><dt>{said(fact.label)}</dt><dd><b>{with_status(fact.value)}</b>{paragraph(fact.note, 'fd-small')}</dd></div>"
        for fact in facts
    )
    return f'<dl class="fd-facts">{drawn}</dl>' if drawn else ""


def _figure(figure: Figure, counters: Counters) -> str:
    return figure_html(figure, 0 if figure.frame.is_empty() else next(counters.figures))


def _table(table: PackTable, counters: Counters) -> str:
    if not table.columns or not table.rows:
        return ""
    number = next(counters.tables)
    return table_html(table, f"table-{number}", f"Table {number}", counters.places)


def _aside(aside: Aside, places: Places) -> str:
    title = f"Commentary by {aside.title}" if aside.is_commentary else aside.title
    kind = "fd-own" if aside.is_commentary else "fd-aside"
    if aside.is_commentary or len(aside.sentences) == 1:
        inside = paragraphs(aside.sentences, place=places.get(aside.source, ""))
    else:
        inside = f"<ul>{''.join(f'<li>{said(sentence)}</li>' for sentence in aside.sentences)}</ul>"
    return f'<div class="{kind}"><h3>{said(title)}</h3>{inside}</div>'


def _foot(page: PackPage, place: str, site: str) -> str:
    """Return the version and filters, the way to the definition and sources, and the live page."""
    basis = ". ".join(part.rstrip(".") for part in (page.basis.version, page.basis.filters) if part)
    ways = f'<a href="#{place}-sources">Definition and source</a> {live_link(page.address, site)}'
    return f'<div class="fd-foot">{paragraph(f"{basis}." if basis else "")}<p>{ways}</p></div>'


def live_link(address: str, site: str) -> str:
    """Return a link to the live page; where nobody said where Frontdoor is served, its address there in words."""
    if not address:
        return ""
    path = address.removeprefix("./")
    if not site:
        return f"<span>Live page, where Frontdoor is served: <code>/{text(path)}</code></span>"
    return f'<a href="{text(site.rstrip("/"))}/{text(path)}" rel="noreferrer">Live page of these figures</a>'
