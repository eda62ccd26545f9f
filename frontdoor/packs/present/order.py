"""Which slides a pack has in present mode: those of its PowerPoint, the first picture of a page standing beside its facts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from frontdoor.answers.feedback_answer import Fact
from frontdoor.packs.pack import Pack
from frontdoor.packs.present.sizes import INSIDE, LEAD, MOST_LEAD_LINES, SUBTITLE, lines_of, room_below
from frontdoor.packs.slides.plan import Planned, planned
from frontdoor.packs.slides.slots import Role
from frontdoor.packs.slides.table_parts import TablePart, table_parts

POINT = 2.0  # pixels of 1080 to a point of a slide 540 points high
PLANNED = (880.0, 388.8)  # points of words on a slide, as the PowerPoint of ours has them
WIDER = 0.92  # our letters are wider than those the parts of tables are counted with
MOST_FACTS = 3
MOST_PARTS = 3  # slides of one table; of a longer one the first rows are shown
BETWEEN = 24


@dataclass(frozen=True, slots=True)
class Shown:
    """One slide: what was planned, the head of its picture, the part of its table, and what was left out, in words."""

    key: str
    planned: Planned
    head: str = ""
    part: TablePart | None = None
    cut: str = ""
    is_main: bool = False


def shown(pack: Pack) -> list[Shown]:
    """Return the slides in the order of the PowerPoint; the first of each page is its main one."""
    found: list[Shown] = []
    for page, slides in groupby(planned(pack, *PLANNED), key=lambda each: each.page and each.page.key):
        several = [part for slide in _joined(list(slides)) for part in _parts(slide)]
        named = page or ("end" if found else "pack")
        found += [replace(slide, key=f"{named}.{at}", is_main=at == 1) for at, slide in enumerate(several, start=1)]
    return found


def _joined(slides: Sequence[Planned]) -> Iterator[Shown]:
    """Yield the slides of one page; its answer with its facts and the picture that follows are one slide."""
    rest = list(slides)
    while rest:
        first = rest.pop(0)
        second = rest[0] if rest else None
        if second and _belong_together(first, second):
            rest.pop(0)
            yield from _together(first, second)
        else:
            yield _alone(first)


def _belong_together(first: Planned, second: Planned) -> bool:
    is_answer = first.role is Role.WORDS and bool(first.facts) and not first.subtitle
    fits = lines_of(first.lead, LEAD, INSIDE) <= MOST_LEAD_LINES
    return is_answer and fits and second.figure is not None


def _together(answer: Planned, picture: Planned) -> Iterator[Shown]:
    """Yield the answer with three facts beside the picture, then the other facts and asides; what words say is no fact again."""
    said = f"{answer.title} {answer.lead} {picture.title}".lower()
    facts = [fact for fact in answer.facts if len(answer.facts) <= MOST_FACTS or fact.value.lower() not in said]
    beside = facts[:MOST_FACTS]
    yield Shown(
        "",
        replace(
            answer, role=Role.CHART, figure=picture.figure, facts=tuple(beside), subtitle=picture.subtitle, asides=()
        ),
        picture.title,
    )
    left: tuple[Fact, ...] = tuple(facts[MOST_FACTS:])
    if left or answer.asides:
        title = picture.page.question if picture.page and left else answer.asides[0].title
        yield Shown("", replace(answer, title=title, lead="", facts=left))


def _alone(slide: Planned) -> Shown:
    """Return a planned slide; a lead too long to stand above a picture or a table is left to who speaks."""
    if slide.role is Role.WORDS or slide.role is Role.COVER:
        return Shown("", slide)
    return Shown("", replace(slide, lead=_first_sentences(slide.lead)))


def _first_sentences(lead: str) -> str:
    """Return as many whole sentences as two lines hold."""
    kept = ""
    for sentence in lead.replace(". ", ".\n").split("\n"):
        longer = f"{kept} {sentence}".strip()
        if lines_of(longer, LEAD, INSIDE) > MOST_LEAD_LINES:
            break
        kept = longer
    return kept


def _parts(slide: Shown) -> Iterator[Shown]:
    """Yield a slide for each part of a table, of a long one only the first."""
    now = slide.planned
    if now.table is None:
        yield slide
        return
    room = room_below(now.title, now.lead) - BETWEEN
    note = lines_of(now.subtitle, SUBTITLE, INSIDE) * SUBTITLE * 1.4
    whole = room_below(now.title, "") - BETWEEN
    parts = table_parts(now.table, INSIDE * WIDER / POINT, (room - note) / POINT, whole / POINT)
    if len(parts) > MOST_PARTS:
        yield replace(slide, part=parts[0], cut=_cut_words(parts[0]))
        return
    for at, part in enumerate(parts):
        title = f"{now.title.rstrip('.')} ({part.part})" if part.part else now.title
        rest = now if at == 0 else replace(now, lead="", subtitle="")
        yield replace(slide, planned=replace(rest, title=title), part=part)


def _cut_words(part: TablePart) -> str:
    """Return the words: 12 of 40 rows shown; all are in the papers."""
    rows, columns = len(part.table.rows), len(part.table.columns)
    said = [f"{len(part.rows)} of {rows} rows"] if len(part.rows) < rows else []
    said += [f"{len(part.columns)} of {columns} columns"] if len(part.columns) < columns else []
    return f"{' and '.join(said)} shown; all are in the papers."
