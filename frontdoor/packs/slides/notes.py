"""The speaker notes of a slide: what is counted, from where, at which data version and with which filters."""

from collections.abc import Iterator
from typing import Any

from frontdoor.packs.slides.events import event_list
from frontdoor.packs.slides.plan import Planned
from frontdoor.packs.slides.text import Run, write


def write_notes(slide: Any, planned: Planned) -> None:
    """Write the notes of a slide; a cover has none."""
    lines = list(note_lines(planned))
    if lines:
        write(slide.notes_slide.notes_text_frame, [[Run(line)] for line in lines])


def note_lines(planned: Planned) -> Iterator[str]:
    """Yield what a slide stands on: in words, what is counted, from where, at which data version, with which filters."""
    page, figure = planned.page, planned.figure
    if page is None:
        return
    yield from page.marks
    if page.question:
        yield f"This answers: {page.question}"
    if figure:
        yield f"In words: {figure.sentence}"
        yield f"What it means: {figure.definition}"
        yield from figure.notes
        yield f"Figures: {figure.provenance}"
    if planned.table and planned.table.note:
        yield planned.table.note
    if figure and (events := event_list(figure)):
        yield f"Events on the chart: {'; '.join(events)}"
    for words, said in (
        ("Definition", page.basis.definition),
        ("Source", page.basis.source),
        ("Data", page.basis.version),
        ("Chosen", page.basis.filters),
        ("Live page", page.address),
    ):
        if said:
            yield f"{words}: {said}"
