"""Makes a pack: every page a template wants, for one reader's filters, at one data version."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context, one_reading, open_context
from frontdoor.answers.freshness import freshness_of
from frontdoor.answers.register_chain import sealed_words
from frontdoor.errors import AccessError, FrontdoorError
from frontdoor.filters import Filters
from frontdoor.packs.apart import apart
from frontdoor.packs.asked import Asked
from frontdoor.packs.frozen import sealed
from frontdoor.packs.marks import marked
from frontdoor.packs.pack import Basis, Pack, PackPage
from frontdoor.packs.plain_summary import summary_page
from frontdoor.packs.public.published import check_public, only_published
from frontdoor.packs.shown import pages_of
from frontdoor.packs.template import Show, Template, Wanted

Tell = Callable[[float, str], None]
"""Is told how far the work is, 0 to 1, and on what it is."""


Seen = Callable[[Pack], None]
"""Is shown the pack as far as it is made; that has no digest, and no summary yet."""

CANNOT = "This page cannot be shown just now."
TELL_SOMEBODY = "Please tell whoever looks after Frontdoor."
LOG = logging.getLogger(__name__)


def make_pack(
    template: Template,
    filters: Filters,
    audience: Audience,
    tell: Tell | None = None,
    *,
    now: datetime,
    seen: Seen | None = None,
) -> Pack:
    """Return the pack with its digest, as things stand at `now` (with its zone).

    All of its pages are of the data version that is the newest when it begins, unless filters name one. A pack for
    everybody has the fixed list of published tables alone; AccessError for anything else that is asked of it. With `seen`
    a page that fails says so itself and the others are still made.
    """
    if audience is Audience.PUBLIC:
        check_public(template, filters)
    with one_reading():
        context = open_context(filters, audience)
        asked = Asked(replace(filters, generation=context.warehouse.generation), audience, now)
        pages: list[PackPage] = []
        places: list[int] = []
        for number, wanted in enumerate(template.wanted):
            if tell:
                tell(number / len(template.wanted), f"{wanted.show.value.capitalize()} {wanted.view}".strip())
            places.append(len(pages))
            pages += _made_or_said(wanted, asked) if seen else pages_of(wanted, asked)
            if seen and number + 1 < len(template.wanted):
                seen(_marked(_pack(template, context, asked, pages), context, asked))
        whole = _summed_up(_pack(template, context, asked, pages), template, places)
        return sealed(_marked(whole, context, asked))


def _made_or_said(wanted: Wanted, asked: Asked) -> list[PackPage]:
    """Return the pages of an entry, or one that says it cannot be shown; officers read why, which may name files."""
    try:
        return list(pages_of(wanted, asked))
    except FrontdoorError as error:
        LOG.warning("%s: %s", wanted.show.value, error)
        is_told = asked.audience is Audience.OFFICER or isinstance(error, AccessError)
        why = str(error) if is_told else TELL_SOMEBODY
    except Exception:
        LOG.exception("%s", wanted.show.value)
        why = TELL_SOMEBODY
    shown = f"{wanted.show.value.capitalize()} {wanted.view}".strip()
    return [PackPage(f"cannot_{wanted.show.name.lower()}", CANNOT, shown, why, Basis("", "", "", ""))]


def _pack(template: Template, context: Context, asked: Asked, pages: Sequence[PackPage]) -> Pack:
    return Pack(
        key=template.key,
        title=template.title,
        council=context.council.name,
        period=asked.filters.period.label,
        as_at=context.as_at,
        as_at_line=f"{freshness_of(context).line} Data version {context.warehouse.generation}.",
        pages=apart(pages),
        stamp=context.stamp,
        audience=asked.audience.value,
        chosen=asked.filters,
        register=sealed_words(context.register),
    )


def _marked(pack: Pack, context: Context, asked: Asked) -> Pack:
    """Return the pack with what the public may read alone, and with what stands above its pages."""
    published = only_published(pack)
    return replace(published, pages=marked(published.pages, context, asked.now))


def _summed_up(pack: Pack, template: Template, places: Sequence[int]) -> Pack:
    """Return the pack with a summary in plain words where the template wants one; `places` are where its entries begin."""
    wanted = [place for each, place in zip(template.wanted, places, strict=True) if each.show is Show.SUMMARY]
    if not wanted:
        return pack
    return replace(pack, pages=(*pack.pages[: wanted[0]], summary_page(pack), *pack.pages[wanted[0] :]))
