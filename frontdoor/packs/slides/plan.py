"""What goes onto which slide, before anything is drawn: one thought to a slide, and nothing that does not fit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from frontdoor.answers.feedback_answer import Fact
from frontdoor.figure import Figure
from frontdoor.packs.appendix import seals
from frontdoor.packs.pack import Aside, Pack, PackPage, PackTable
from frontdoor.packs.plain_words import plain
from frontdoor.packs.slides.facts import MOST_ACROSS, facts_height
from frontdoor.packs.slides.merged import merged
from frontdoor.packs.slides.slots import Role
from frontdoor.packs.slides.text import BODY, tall

MOST_FACTS = 8  # on one slide
MOST_LEAD = 100.0  # points above a picture; longer words have a slide of their own, or are left to the notes
APART = 6.0  # points between paragraphs
ASIDE_GAP = 14.0  # points between two asides
TO_KNOW_FIRST = "What to know before any figure"
SEALED = "What was decided is sealed, and so is this"
NOTHING_MORE = "No figures for this choice."
NO_FIGURES = "No figures for this choice. Nothing is drawn."


@dataclass(frozen=True, slots=True)
class Planned:
    """One slide: its words, and at most one of a figure, a table and asides."""

    role: Role
    title: str
    page: PackPage | None = None
    lead: str = ""
    subtitle: str = ""
    facts: tuple[Fact, ...] = ()
    figure: Figure | None = None
    table: PackTable | None = None
    asides: tuple[Aside, ...] = ()


def planned(pack: Pack, words_width: float, words_height: float) -> list[Planned]:
    """Return the slides of a pack, tables and maps still whole; no two have the same title."""
    cover = Planned(Role.COVER, pack.title, lead=f"{pack.council}\n{pack.period}\n{pack.as_at_line}")
    pages = (slide for page in pack.pages for slide in _page(page, words_width, words_height))
    return _told_apart([cover, *_marks(pack), *pages, *_seals(pack)])


def _marks(pack: Pack) -> Iterator[Planned]:
    """Yield a slide of what stands above the pages of a pack elsewhere, before any of them."""
    said = tuple(dict.fromkeys(mark for page in pack.pages for mark in page.marks))
    if said:
        yield Planned(Role.WORDS, TO_KNOW_FIRST, lead="\n".join(said))


def _seals(pack: Pack) -> Iterator[Planned]:
    """Yield a last slide with the digests of what was decided; a pack without them has none."""
    if pack.register:
        yield Planned(Role.WORDS, SEALED, lead="\n".join(map(plain, seals(pack))))


def _page(whole: PackPage, width: float, height: float) -> Iterator[Planned]:
    figures, keys = list(whole.figures), {figure.key for figure in whole.figures}
    alone = [table for table in whole.tables if table.figure not in keys]
    page = replace(
        whole, tables=(*(table for table in whole.tables if table.figure in keys), *merged(alone, whole.title))
    )
    if page.tables and not page.facts and not figures and tall(page.lead, BODY, width) <= MOST_LEAD:
        yield _led_table(page, page.tables[0], width)
        page = replace(page, tables=page.tables[1:])
    elif page.facts or not figures:
        first, page = _words(page, width, height)
        yield from first
    elif tall(page.lead, BODY, width) > MOST_LEAD:
        yield from _first(page, width, height)
    else:
        figure = figures.pop(0)
        headline = "" if figure.headline == page.title else f"{figure.headline}. "
        yield _figure(page, figure, page.title, page.lead, f"{headline}{figure.subtitle}")
        yield from _tables_of(page, figure)
    for figure in figures:
        lead = figure.sentence if tall(figure.sentence, BODY, width) <= MOST_LEAD else ""
        yield _figure(page, figure, figure.headline, lead, figure.subtitle)
        yield from _tables_of(page, figure)
    for table in page.tables:
        if table.figure not in keys:
            yield _table(page, table)
    yield from _asides(page, width, height)


def _words(page: PackPage, width: float, height: float) -> tuple[list[Planned], PackPage]:
    """Return slides of the words, the facts and, where they fit or are all there is, the asides; and what is left of the page.

    What a person wrote of the figure comes right after it.
    """
    first, without = list(_first(page, width, height)), replace(page, asides=())
    if not (page.lead or page.facts or page.asides):
        return [replace(first[0], lead=NOTHING_MORE)], without
    if len(first) == 1 and _fits(first[0], page.asides, width, height):
        return [replace(first[0], asides=page.asides)], without
    said = tuple(aside for aside in page.asides if aside.is_commentary)
    rest = replace(page, asides=tuple(aside for aside in page.asides if not aside.is_commentary))
    if said and len(first) == 1 and _fits(first[0], said, width, height):
        return [replace(first[0], asides=said)], rest
    if page.lead or page.facts:
        return [*first, *_asides(replace(page, asides=said), width, height)], rest
    titled, *others = _asides(page, width, height)
    return [replace(titled, title=page.title), *others], without


def _fits(slide: Planned, asides: Sequence[Aside], width: float, height: float) -> bool:
    """Return whether there is room for the asides below the lead and the facts of a slide."""
    used = tall(slide.lead, BODY, width) + (facts_height(slide.facts, width) if slide.facts else 0) + ASIDE_GAP
    return used + sum(_tall(aside, width) for aside in asides) <= height


def _first(page: PackPage, width: float, height: float) -> Iterator[Planned]:
    """Yield the words and the facts of a page, a second slide where there are more facts than one holds."""
    is_high = facts_height(page.facts[:MOST_FACTS], width) + tall(page.lead, BODY, width) + ASIDE_GAP > height
    most = MOST_FACTS if not page.facts or not is_high else MOST_ACROSS
    each = -(-len(page.facts) // max(-(-len(page.facts) // most), 1)) or most
    chunks = [page.facts[start : start + each] for start in range(0, len(page.facts), each)] or [()]
    for at, facts in enumerate(chunks, start=1):
        title = page.title if len(chunks) == 1 else f"{page.title} ({at} of {len(chunks)})"
        yield Planned(Role.WORDS, title, page, page.lead if at == 1 else "", facts=facts)


def _figure(page: PackPage, figure: Figure, title: str, lead: str, subtitle: str) -> Planned:
    if figure.frame.is_empty():
        return Planned(Role.WORDS, title, page, f"{lead}\n{NO_FIGURES}" if lead else NO_FIGURES, subtitle)
    return Planned(Role.CHART, title, page, lead, subtitle, figure=figure)


def _tables_of(page: PackPage, figure: Figure) -> Iterator[Planned]:
    for table in page.tables:
        if table.figure == figure.key:
            yield _table(page, table)


def _table(page: PackPage, table: PackTable) -> Planned:
    if not table.rows:
        return Planned(Role.WORDS, table.title, page, NOTHING_MORE)
    return Planned(Role.TABLE, table.title, page, subtitle=table.note, table=table)


def _led_table(page: PackPage, table: PackTable, width: float) -> Planned:
    """Return the first table of a page of tables, under the page's own title and lead; a long note is left to the notes."""
    slide = _table(page, table)
    said = "" if table.title == page.title else f"{table.title.rstrip('.')}. "
    subtitle = f"{said}{table.note}".strip()
    if tall(page.lead, BODY, width) + tall(subtitle, BODY, width) > MOST_LEAD:
        subtitle = said.strip()
    return replace(slide, title=page.title, lead=page.lead or slide.lead, subtitle=subtitle)


def _asides(page: PackPage, width: float, height: float) -> Iterator[Planned]:
    """Yield slides of asides, as many to a slide as fit; one that is longer than a slide goes on."""
    held: list[Aside] = []
    used = 0.0
    for aside in (part for whole in page.asides for part in _cut(whole, width, height)):
        need = _tall(aside, width)
        if held and used + need > height:
            yield _said(page, held)
            held, used = [], 0.0
        held.append(aside)
        used += need
    if held:
        yield _said(page, held)


def _said(page: PackPage, asides: Sequence[Aside]) -> Planned:
    only = asides[0].title if len(asides) == 1 else "What lies behind the figures"
    title = f"Commentary: {only}" if len(asides) == 1 and asides[0].is_commentary else only
    return Planned(Role.WORDS, title, page, asides=tuple(asides))


def _cut(aside: Aside, width: float, height: float) -> Iterator[Aside]:
    held: list[str] = []
    for sentence in aside.sentences:
        if held and _tall(replace(aside, sentences=(*held, sentence)), width) > height:
            yield replace(aside, sentences=tuple(held))
            held = []
        held.append(sentence)
    yield replace(aside, sentences=tuple(held))


def _tall(aside: Aside, width: float) -> float:
    words = " ".join(aside.sentences) if aside.is_commentary else "\n".join(aside.sentences)
    return (
        tall(aside.title, BODY, width, is_bold=True)
        + tall(words, BODY, width)
        + len(aside.sentences) * APART
        + ASIDE_GAP
    )


def _told_apart(slides: Sequence[Planned]) -> list[Planned]:
    """Return the slides with titles that differ: what reads them aloud lists them by title."""
    found: list[Planned] = []
    seen: dict[str, int] = {}
    for slide in slides:
        words = slide.title.rstrip(".")
        question = slide.page.question if slide.page else ""
        others = [f"{words}: the table"] if slide.table else []
        others += [f"{words}: {question[:1].lower()}{question[1:]}"] if question else []
        title = next((each for each in (slide.title, *others) if each not in seen), others[-1] if others else words)
        seen[title] = seen.get(title, 0) + 1
        found.append(replace(slide, title=title if seen[title] == 1 else f"{title} ({seen[title]})"))
    return found
