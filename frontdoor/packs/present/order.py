"""Which slides a pack has in present mode: those of its PowerPoint, the first picture of a page standing beside its facts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from frontdoor.answers.feedback_answer import Fact
from frontdoor.packs.pack import Aside, Pack, PackPage, PackTable
from frontdoor.packs.present.sizes import INSIDE, LEAD, LINE, MOST_LEAD_LINES, SUBTITLE, lines_of, room_below
from frontdoor.packs.slides.plan import Planned, planned
from frontdoor.packs.slides.slots import Role
from frontdoor.packs.slides.table_parts import TablePart, table_parts

POINT = 2.0  # pixels of 1080 to a point of a slide 540 points high
PLANNED = (880.0, 388.8)  # points of words on a slide, as the PowerPoint of ours has them
WIDER = 0.92  # our letters are wider than those the parts of tables are counted with
TIGHTER = 1.12  # of the room; a table so much too high is whole on one slide, in type a little smaller
MOST_FACTS = 3
MOST_PARTS = 4  # slides of one table; of a longer one the first rows are shown
BETWEEN = 24
EVENER = (0.5, 0.6, 0.7, 0.8, 0.9)
"""Of the room there is: a table in several parts takes the least at which it needs no more of them."""

FOR_READING = ("Counted", "Owner")
"""Columns left out of a table that would not fit on one slide with them."""

MOST_COLUMNS = 5
PROVISIONAL = "provisional"
BEHIND = "What lies behind the figures"


@dataclass(frozen=True, slots=True)
class Shown:
    """One slide: what was planned, the head of its picture, the part of its table, and what was left out, in words."""

    key: str
    planned: Planned
    head: str = ""
    part: TablePart | None = None
    cut: str = ""
    is_main: bool = False


def question_of(page: PackPage | None) -> str:
    """Return what a page answers and with which filters."""
    if page is None:
        return ""
    question = page.question if page.question.endswith(("?", ".", "!")) or not page.question else f"{page.question}."
    return f"{question} {page.basis.filters}".strip()


def shown(pack: Pack) -> list[Shown]:
    """Return the slides in the order of the PowerPoint; the first of each page is its main one."""
    found: list[Shown] = []
    for page, slides in groupby(planned(pack, *PLANNED), key=lambda each: each.page and each.page.key):
        joined = enumerate(_joined(list(slides)))
        several = [replace(part, is_main=at == 0) for at, slide in joined for part in _parts(slide)]
        named = page or ("end" if found else "pack")
        found += [replace(slide, key=f"{named}.{at}") for at, slide in enumerate(several, start=1)]
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
    said = f"{answer.title} {answer.lead} {picture.title}"
    facts = [fact for fact in answer.facts if len(answer.facts) <= MOST_FACTS or not is_said(fact.value, said)]
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
        title = picture.page.question if picture.page and left else _named(answer.asides)
        yield Shown("", replace(answer, title=title, lead="", facts=left))


def is_said(value: str, words: str) -> bool:
    """Return whether the words say the value, as a whole: '0' is not in '+0.45'."""
    whole = rf"(?<![\w.,+−]){re.escape(value)}(?!\w|[.,]\d)"
    return re.search(whole, words, re.IGNORECASE) is not None


def _named(asides: Sequence[Aside]) -> str:
    """Return the title of a slide of asides, as the PowerPoint has it."""
    if len(asides) > 1:
        return BEHIND
    return f"Commentary: {asides[0].title}" if asides[0].is_commentary else asides[0].title


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
    note = lines_of(now.subtitle, SUBTITLE, INSIDE) * SUBTITLE * LINE
    asked = question_of(now.page)
    first, whole = (room_below(now.title, lead, asked) - BETWEEN for lead in (now.lead, ""))
    first -= note
    table, left = now.table, ""
    parts = _even(table, first, whole)
    if (len(parts) > 1 or len(table.columns) > MOST_COLUMNS) and (narrow := _without(table)) is not table:
        parts, left = _even(narrow, first - SUBTITLE * LINE, whole), _left_words(table, narrow)
    if len(parts) > MOST_PARTS:
        yield replace(slide, part=parts[0], cut=f"{_cut_words(parts[0])} {left}".strip())
        return
    for at, part in enumerate(parts):
        title = f"{now.title.rstrip('.')} ({part.part})" if part.part else now.title
        rest = now if at == 0 else replace(now, lead="", subtitle="")
        yield replace(slide, planned=replace(rest, title=title), part=part, cut=left if at == 0 else "")


def _even(table: PackTable, first: float, whole: float) -> list[TablePart]:
    """Return the parts of a table, as few as fit, about as many rows in each."""
    width = INSIDE * WIDER / POINT
    tight = table_parts(table, width, first * TIGHTER / POINT, whole * TIGHTER / POINT)
    if len(tight) == 1:
        return tight
    parts = table_parts(table, width, first / POINT, whole / POINT)
    for share in EVENER if len(parts) > 1 else ():
        evener = table_parts(table, width, first * share / POINT, whole * share / POINT)
        if len(evener) == len(parts):
            return evener
    return parts


def _without(table: PackTable) -> PackTable:
    """Return a table without the columns that are for reading, not for a room, where there are any."""
    kept = [at for at, head in enumerate(table.columns) if at == 0 or head not in FOR_READING]
    if len(kept) == len(table.columns):
        return table
    rows = tuple(tuple(row[at] for at in kept) for row in table.rows)
    return replace(table, columns=tuple(table.columns[at] for at in kept), rows=rows)


def _left_words(table: PackTable, narrow: PackTable) -> str:
    """Return the words: Not shown here: counted, owner; what is provisional is said all the same."""
    left = [at for at, head in enumerate(table.columns) if head not in narrow.columns]
    provisional = sum(any(PROVISIONAL in row[at].words for at in left) for row in table.rows)
    also = f" Provisional: {provisional} of these figures." if provisional else ""
    return f"Not shown here: {', '.join(table.columns[at].lower() for at in left)}.{also}"


def _cut_words(part: TablePart) -> str:
    """Return the words: 12 of 40 rows shown; all are in the papers."""
    rows, columns = len(part.table.rows), len(part.table.columns)
    said = [f"{len(part.rows)} of {rows} rows"] if len(part.rows) < rows else []
    said += [f"{len(part.columns)} of {columns} columns"] if len(part.columns) < columns else []
    return f"{' and '.join(said)} shown; all are in the papers."
