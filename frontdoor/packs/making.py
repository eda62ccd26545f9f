"""Makes a pack: every page a template wants, for one reader's filters, at one data version."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from frontdoor.access.audience import Audience
from frontdoor.answers.context import open_context
from frontdoor.answers.freshness import freshness_of
from frontdoor.answers.register_chain import sealed_words
from frontdoor.filters import Filters
from frontdoor.packs.apart import apart
from frontdoor.packs.asked import Asked
from frontdoor.packs.frozen import sealed
from frontdoor.packs.marks import marked
from frontdoor.packs.pack import Pack, PackPage
from frontdoor.packs.plain_summary import summary_page
from frontdoor.packs.public.published import check_public, only_published
from frontdoor.packs.shown import pages_of
from frontdoor.packs.template import Show, Template

Tell = Callable[[float, str], None]
"""Is told how far the work is, 0 to 1, and on what it is."""


def make_pack(
    template: Template, filters: Filters, audience: Audience, tell: Tell | None = None, now: datetime | None = None
) -> Pack:
    """Return the pack with its digest, as things stand at `now` (with its zone; None: the moment it begins).

    All of its pages are of the data version that is the newest when it begins, unless filters name one. A pack for
    everybody has the fixed list of published tables alone; AccessError for anything else that is asked of it.
    """
    if audience is Audience.PUBLIC:
        check_public(template, filters)
    context = open_context(filters, audience)
    asked = Asked(replace(filters, generation=context.warehouse.generation), audience, now or datetime.now(UTC))
    pages: list[PackPage] = []
    places: list[int] = []
    for number, wanted in enumerate(template.wanted):
        if tell:
            tell(number / len(template.wanted), f"{wanted.show.value.capitalize()} {wanted.view}".strip())
        places.append(len(pages))
        pages += pages_of(wanted, asked)
    pack = Pack(
        key=template.key,
        title=template.title,
        council=context.council.name,
        period=asked.filters.period.label,
        as_at=context.as_at,
        as_at_line=f"{freshness_of(context).line} Data version {context.warehouse.generation}.",
        pages=apart(pages),
        stamp=context.stamp,
        audience=audience.value,
        chosen=asked.filters,
        register=sealed_words(context.register),
    )
    whole = only_published(_summed_up(pack, template, places))
    return sealed(replace(whole, pages=marked(whole.pages, context, asked.now)))


def _summed_up(pack: Pack, template: Template, places: Sequence[int]) -> Pack:
    """Return the pack with a summary in plain words where the template wants one; `places` are where its entries begin."""
    wanted = [place for each, place in zip(template.wanted, places, strict=True) if each.show is Show.SUMMARY]
    if not wanted:
        return pack
    return replace(pack, pages=(*pack.pages[: wanted[0]], summary_page(pack), *pack.pages[wanted[0] :]))
