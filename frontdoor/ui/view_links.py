"""Links of a view's boxes and tables: to another view or page, with the reader's own filters kept."""

from collections.abc import Sequence

from frontdoor.answers.view_answer import Link
from frontdoor.ui.links import PEAKS_PAGE, address, current_query, link_html, view_address


def links_html(links: Sequence[Link]) -> str:
    """Return the links in one line, nothing for none."""
    return f'<p class="fd-links">{"".join(map(view_link_html, links))}</p>' if links else ""


def view_link_html(link: Link) -> str:
    """Return one link."""
    query = {**current_query(), **{name: [value] for name, value in link.query}}
    page = link.page or PEAKS_PAGE
    return link_html(link.words, view_address(link.view, query, page) if link.view else address(link.page, query))
