"""The annual update as seen on its page: its head, its sections, the versions there are, and what stands before any draft."""

from html import escape

from frontdoor.answers.accountability_choices import View
from frontdoor.answers.update_blocks import Paper
from frontdoor.answers.update_choices import version_label
from frontdoor.answers.update_versions import ALTERED, Version
from frontdoor.answers.view_answer import Link, Row, Table
from frontdoor.packs.update_html import Drawn, part_html, sources_html, summary_html
from frontdoor.packs.update_pack import about_lines
from frontdoor.ui.blocks import paragraph, status_html
from frontdoor.ui.links import ACTIONS_PAGE, UPDATE_SHOWS_KEY
from frontdoor.ui.nothing import head_html
from frontdoor.ui.view_links import view_link_html
from frontdoor.ui.view_table import judged_table_html

NUMBERS = "Each number is a link to where it comes from. Officers write words; the numbers are worked out and cannot be edited."
QUESTION = "What does scrutiny hear of the year?"
COLUMNS = ("Version", "Issued", "By", "Data version", "Digest")
DRAWN = Drawn(view_link_html, status_html)
NOT_NARROWED = (
    "It is of the whole council and the whole year: period, service and comparison chosen above do not apply."
)
WHAT_IT_IS = (
    "It is drafted from the same answers as every page: promises, targets changed, pilots, complaints, actions, satisfaction, equality, "
    "next year’s plan and events, each number linked to where it comes from. Officers write words beside the numbers and issue it as a "
    "version that nobody can change."
)


def head_of_paper_html(paper: Paper, standing: tuple[str, ...]) -> str:
    """Return the question, the answer, and what a reader must know of the whole paper."""
    lines = [*standing, *about_lines(paper)]
    altered = f'<p class="fd-altered" role="alert">{escape(ALTERED)}</p>' if ALTERED in lines else ""
    about = "".join(paragraph(line, "fd-small fd-about") for line in (*lines, NOT_NARROWED) if line != ALTERED)
    answer = paper.parts[0].headline.words if paper.parts else paper.title
    return f"{head_html(f'{QUESTION} {paper.year}', answer, '')}{altered}{about}"


def paper_html(paper: Paper) -> str:
    """Return all sections and where their numbers come from."""
    sections = "".join(part_html(part, DRAWN) for part in paper.parts)
    return f"{_contents(paper)}{paragraph(NUMBERS, 'fd-small')}{sections}{sources_html(paper, DRAWN)}"


def summary_only_html(paper: Paper) -> str:
    """Return the summary that prints on one side of A4, with where its numbers come from after it."""
    return f"{summary_html(paper, DRAWN)}{sources_html(paper, DRAWN)}"


def _contents(paper: Paper) -> str:
    links = "".join(f'<a href="#{part.key}">{escape(part.title)}</a> ' for part in paper.parts)
    return f'<nav class="fd-contents" aria-label="Sections">{links}<a href="#sources">Where the numbers come from</a></nav>'


def before_html(year: str, issued: str) -> str:
    """Return what stands there before anybody drafts."""
    return head_html(f"{QUESTION} {year}", issued, WHAT_IT_IS)


def nothing_issued_html(year: str) -> str:
    """Return what those read who see no drafts, where nothing is issued."""
    return head_html(
        f"{QUESTION} {year}", f"No update of {year} has been issued yet.", "Once it is issued it can be read here."
    )


def unreadable_html(version: Version) -> str:
    """Return what is said of a version whose content cannot be read any more."""
    return head_html(QUESTION, f"Version {version.number} cannot be read any more.", ALTERED)


def versions_html(issued: tuple[Version, ...]) -> str:
    """Return the versions there are, the newest first, each a link."""
    rows = tuple(_row(each) for each in reversed(issued))
    return (
        f'<div class="fd-one">{judged_table_html(Table("Versions issued", COLUMNS, rows, result_head="To know"))}</div>'
    )


def _row(version: Version) -> Row:
    name = version_label(version)
    link = Link(name, View.UPDATE, ((UPDATE_SHOWS_KEY, name),), ACTIONS_PAGE)
    cells = (name, version.when, version.author, f"{version.generation}", f"`{version.digest[:16]}…`")
    return Row(cells, link=link, result="**Altered after it was issued**" if version.is_altered else "Unaltered")
