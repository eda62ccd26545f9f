"""The annual update on equality and inclusion: who fell behind in going online, adjustments asked for, and what is not known."""

from collections.abc import Iterator

from frontdoor.answers.shift_choices import View
from frontdoor.answers.shift_left_out import DEFINITION, left_out_in
from frontdoor.answers.update_blocks import HEADLINE, Grid, GridRow, Part, Sentence
from frontdoor.answers.update_sources import Drafting, figures_source
from frontdoor.answers.view_answer import Box, ViewAnswer
from frontdoor.measures.formatting import NOTHING

TITLE = "Equality and inclusion"
KEY = "equality"


def equality_part(drafting: Drafting) -> Part:
    """Return the section, from the view of who was left out."""
    answer = left_out_in(drafting.filters, drafting.context)
    link = drafting.page("Who was left out", "shift", View.LEFT_OUT)
    source = figures_source(KEY, TITLE, DEFINITION, provenance=answer.provenance, drafting=drafting, link=link)
    sentences = [Sentence(HEADLINE, answer.answer, KEY)]
    sentences += [Sentence("lead", answer.lead, KEY)] if answer.lead else []
    sentences += [Sentence("basis", answer.basis, KEY)] if answer.basis else []
    grids = (_facts(answer), *_boxes(answer))
    return Part(KEY, TITLE, tuple(sentences), tuple(each for each in grids if each.rows), (source,), link)


def _facts(answer: ViewAnswer) -> Grid:
    rows = tuple(
        GridRow(f"fact-{place}", (fact.label, fact.value, fact.note or NOTHING), KEY)
        for place, fact in enumerate(answer.facts)
    )
    return Grid("facts", "Who is online, and who fell behind", ("What", "Number", "Beside it"), rows)


def _boxes(answer: ViewAnswer) -> Iterator[Grid]:
    """Yield a table for each box of the page that says something: by group, those who stayed, adjustments, what to collect."""
    boxes = [box for section in answer.sections for box in section.boxes if box.lines]
    for number, box in enumerate(boxes):
        yield Grid(f"box-{number}", box.title, ("Whom", "What is known"), tuple(_rows(box, number)))


def _rows(box: Box, number: int) -> Iterator[GridRow]:
    for place, line in enumerate(box.lines):
        words = " ".join(part for part in (line.fact, line.words) if part)
        yield GridRow(f"{number}-{place}", (line.label.rstrip(":") or "To know", words), KEY)
