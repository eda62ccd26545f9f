"""The annual update as pages of a pack: the version issued last, or the draft for those who read drafts, and why there is none."""

from collections.abc import Iterator

from frontdoor.answers.accountability_choices import View
from frontdoor.answers.freshness import freshness_of
from frontdoor.answers.update_choices import Standing, years_named
from frontdoor.answers.update_made import Asking, draft, drafting_of, may_draft
from frontdoor.answers.update_versions import ALTERED, Version, versions
from frontdoor.answers.update_words import DRAFT, standing_lines
from frontdoor.packs.address import page_address
from frontdoor.packs.asked import Asked
from frontdoor.packs.named import meant
from frontdoor.packs.pack import PackPage
from frontdoor.packs.paper_pages import paper_pages
from frontdoor.packs.template import Wanted

QUESTION = "What does scrutiny hear of the year?"
BASIS = (
    "An annual update is drafted from the same answers as every page, and kept whole as a version once it is issued."
)
NOT_ISSUED = "The annual update of {year} has not been issued yet."
WHAT_TO_DO = (
    "Officers draft it on the page “Actions”, under “The annual update”, or with python -m frontdoor update, write their words "
    "beside the numbers and issue it. Then it stands here."
)
UNREADABLE = "Version {number} of the update of {year} cannot be read any more."


def update_pages(wanted: Wanted, asked: Asked) -> Iterator[PackPage]:
    """Yield the pages of the update that an entry wants, or one that says why there is none."""
    asking, year = _asking(wanted, asked)
    issued = versions(asking)
    wants_draft = wanted.view == Standing.DRAFT or (not issued and wanted.view != Standing.ISSUED)
    if wants_draft and may_draft(asked.audience):
        yield from paper_pages(draft(asking), (DRAFT,))
    elif not issued:
        yield _nothing(NOT_ISSUED.format(year=year), WHAT_TO_DO, year, asked, asking)
    elif issued[-1].paper is None:
        yield _nothing(UNREADABLE.format(number=issued[-1].number, year=year), ALTERED, year, asked, asking)
    else:
        yield from _version(issued[-1])


def _version(version: Version) -> tuple[PackPage, ...]:
    assert version.paper is not None, "only what can be read is shown"
    return paper_pages(version.paper, standing_lines(version))


def _asking(wanted: Wanted, asked: Asked) -> tuple[Asking, str]:
    """Return what is asked, and the year by its label: the one named, else the pack's where it is one, else the last whole."""
    filters = asked.filters
    any_year = Asking(filters.council, filters.generation, asked.audience, asked.now)
    years, usual = years_named(any_year)
    own = filters.period.label
    year = wanted.year or (own if own in years else usual)
    begins = meant(year, years, "strategy year")
    return Asking(filters.council, filters.generation, asked.audience, asked.now, begins), year


def _nothing(title: str, lead: str, year: str, asked: Asked, asking: Asking) -> PackPage:
    basis = asked.basis(BASIS, None, freshness_of(drafting_of(asking).context))
    address = page_address("actions", {"account_view": View.UPDATE, "update_year": year})
    return PackPage("update_none", title, f"{QUESTION} {year}", lead, basis, address=address)
