"""An Easy Read draft of a pack: its own answers in short sentences, each with a place for a picture."""

from collections.abc import Iterator, Mapping

from frontdoor.measures.formatting import format_date
from frontdoor.packs.easy.contact import left_out_parts, shift_parts, week_parts, year_parts
from frontdoor.packs.easy.part import EasyRead, Line, MakesPart, Part, Said
from frontdoor.packs.easy.pilots import pilot_parts
from frontdoor.packs.easy.promises import measure_parts, promise_parts
from frontdoor.packs.easy.services import complaint_parts, satisfaction_parts
from frontdoor.packs.easy.sheets import sheets_of
from frontdoor.packs.pack import Aside, Pack, PackPage
from frontdoor.packs.words.words import checked

MOST_PAGES = 24  # GOV.UK, "Accessible communication formats": Easy Read and Makaton
PAGES_OF_COVER = 1
FEWEST_PARTS = 2  # what the paper is about, and where there is more

NOT_TOLD = frozenset({"summary", "changes"})
"""Keys of pages that say again what others say; a draft does not speak of them."""

MADE_BY: Mapping[str, MakesPart] = {
    "promises": promise_parts,
    "measure_": measure_parts,
    "satisfaction": satisfaction_parts,
    "complaints": complaint_parts,
    "peaks_the_week": week_parts,
    "peaks_the_year": year_parts,
    "shift_the_shift": shift_parts,
    "shift_who_was_left_out": left_out_parts,
    "pilots": pilot_parts,
}
"""Who speaks of a page, by how its key begins, the most important first: what does not fit is left out from the end."""


def easy_read(pack: Pack) -> EasyRead:
    """Return the draft, of at most 24 pages; every number of it is one of the pack's."""
    told, said = [_about(pack)], Said()
    for begins, makes in MADE_BY.items():
        for page in pack.pages:
            if page.key.startswith(begins):
                told += makes(page, pack, said)
    told += _commentary(pack)
    parts = _fitting([*told, _closing(pack)])
    spoken = {key for part in parts for key in part.pages} | _told_within(pack, said) | NOT_TOLD
    left_out = tuple(page.title for page in pack.pages if page.key not in spoken)
    return EasyRead(pack.key, "How are we doing?", pack.council, pack.period, pack, parts, left_out)


def _fitting(parts: list[Part]) -> tuple[Part, ...]:
    """Return the parts without as many before the closing one as are too many for the pages."""
    kept = list(parts)
    while len(sheets_of(kept)) + PAGES_OF_COVER > MOST_PAGES and len(kept) > FEWEST_PARTS:
        del kept[-2]
    return tuple(kept)


def _about(pack: Pack) -> Part:
    lines = [
        Line(f"This paper is from {pack.council}.", "the sign of the council"),
        Line(f"It says how we did in {pack.period}.", "a calendar"),
        Line(f"The numbers go up to {format_date(pack.as_at)}.", "a calendar with one day marked"),
    ]
    if pack.stamp:
        lines.append(Line("We made up the numbers in this paper.", "a pencil and some numbers"))
        lines.append(Line("They only show what such a paper looks like.", "a person looking at a paper"))
    return Part("About this paper", tuple(lines))


def _closing(pack: Pack) -> Part:
    return Part(
        "More about this",
        (
            Line("There is a longer paper that says more.", "a thin paper beside a thick one"),
            Line(f"Its name is “{pack.title}”.", "the front of the longer paper"),
        ),
    )


def commentaries(pack: Pack) -> tuple[Aside, ...]:
    """Return what people wrote, on any page, each once."""
    written = (aside for page in pack.pages for aside in page.asides if aside.is_commentary)
    return tuple(dict.fromkeys(written))


def _commentary(pack: Pack) -> Iterator[Part]:
    """Yield what people wrote, in their own words where those are easy; the rest is for whoever finishes the draft."""
    for aside in commentaries(pack):
        sentences = checked("\n".join(aside.sentences)).sentences
        easy = tuple(Line(each.words, "what this is about") for each in sentences if not each.findings)
        if easy:
            yield Part(
                "What we say about it",
                (Line(f"{aside.title.partition(',')[0]} wrote this.", "the person who wrote this"), *easy),
            )


def _told_within(pack: Pack, said: Said) -> set[str]:
    """Return the keys of pages whose measure a promise has told of."""
    return {page.key for page in pack.pages if page.key.startswith("measure_") and _measure(page) in said}


def _measure(page: PackPage) -> str:
    return page.question.partition("“")[2].partition("”")[0].lower()
