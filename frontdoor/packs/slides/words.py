"""A slide of words: the lead, facts as big numbers, and asides, commentary marked with whose it is."""

from collections.abc import Sequence

from frontdoor.packs.pack import Aside
from frontdoor.packs.slides.deck import BETWEEN, Page
from frontdoor.packs.slides.facts import draw_facts, facts_height
from frontdoor.packs.slides.plan import APART, Planned
from frontdoor.packs.slides.slots import Box, Slot
from frontdoor.packs.slides.text import BODY, LARGE, LINE, SMALL, Paragraph, Run, lines_of

AT_MOST = 0.55  # of the room there is; words that take more are not made large


def draw_words(page: Page, planned: Planned, box: Box) -> None:
    """Write the lead, the facts below it and the asides below those; without facts all words are one text."""
    lead = [line for line in (*planned.lead.split("\n"), planned.subtitle) if line]
    if not planned.facts:
        _alone(page, lead, planned, box)
        return
    top = box.top
    if lead:
        paragraphs: list[Paragraph] = [[Run(line, BODY)] for line in lead]
        high = _height(paragraphs, box.width)
        _put(page, paragraphs, Box(box.left, top, box.width, high), "Lead")
        top += high + BETWEEN
    high = facts_height(planned.facts, box.width)
    draw_facts(page, planned.facts, Box(box.left, top + BETWEEN, box.width, high))
    if planned.asides:
        said = _asides(planned.asides, planned.title, BODY)
        page.text(said, Box(box.left, top + BETWEEN + high, box.width, _height(said, box.width)), "Words", APART)


def _alone(page: Page, lead: Sequence[str], planned: Planned, box: Box) -> None:
    """Write the lead and the asides, large where they are few."""
    for size in (LARGE, BODY):
        paragraphs: list[Paragraph] = [[Run(line, size)] for line in lead]
        paragraphs += [[Run(" ", SMALL)]] if lead and planned.asides else []
        paragraphs += _asides(planned.asides, planned.title, size)
        if _height(paragraphs, box.width) <= box.height * AT_MOST:
            break
    if paragraphs:
        _put(page, paragraphs, box, "Words")


def _put(page: Page, paragraphs: Sequence[Paragraph], box: Box, name: str) -> None:
    if not page.fill(Slot.MAIN, paragraphs, box, APART):
        page.text(paragraphs, box, name, APART)


def _height(paragraphs: Sequence[Paragraph], width: float) -> float:
    """Return about how many points high paragraphs are, each of one size."""
    return BETWEEN + sum(
        lines_of("".join(run.words for run in runs), runs[0].size, width) * runs[0].size * LINE + APART
        for runs in paragraphs
    )


def _asides(asides: Sequence[Aside], title: str, size: int) -> list[Paragraph]:
    paragraphs: list[Paragraph] = []
    for at, aside in enumerate(asides):
        paragraphs += [[Run(" ", SMALL)]] if at else []
        paragraphs += _aside(aside, title, size)
    return paragraphs


def _aside(aside: Aside, title: str, size: int) -> list[Paragraph]:
    """Return an aside as paragraphs: commentary says whose it is, and its sentences run on as they were written."""
    head = f"Commentary: {aside.title}" if aside.is_commentary else aside.title
    heading: list[Paragraph] = [] if title.startswith(head) else [[Run(head, size, is_bold=True)]]
    said = [" ".join(aside.sentences)] if aside.is_commentary else aside.sentences
    return [*heading, *([Run(sentence, size)] for sentence in said)]
