"""What people think of us, and their complaints, in easy words."""

import re
from collections.abc import Iterator

from frontdoor.answers.feedback_answer import Fact
from frontdoor.measures.formatting import NOTHING
from frontdoor.packs.easy.measures import measure_lines
from frontdoor.packs.easy.numbers import cell_of_words, share_words
from frontdoor.packs.easy.part import Line, Part, Said
from frontdoor.packs.pack import Cell, Pack, PackPage
from frontdoor.schema.units import Unit

MOST_QUESTIONS = 3
EASIER = "complaining has become easier"
"""What the page of complaints says where more of them came; the draft says it where the page does."""

COUNT = "Complaints, "
EARLIER = re.compile(r"([\d,]+) (a year earlier|in \w+ \d{4})")


def satisfaction_parts(page: PackPage, _pack: Pack, said: Said) -> Iterator[Part]:
    """Yield the questions asked of people that no promise has told of, those with an answer as a share or score."""
    rows = [row for table in page.tables if table.key == "satisfaction_scores" for row in table.rows]
    lines: list[Line] = []
    told = 0
    for row in rows:
        is_sayable = row[1].value is not None and row[1].unit in (Unit.SHARE, Unit.SCORE)
        if is_sayable and told < MOST_QUESTIONS and row[0].words.lower() not in said:
            said.add(row[0].words.lower())
            lines += measure_lines(row[0].words, row[1], row[3] if row[3].value is not None else None)
            told += 1
    if lines:
        asked = Line("We asked people what they think of us.", "a person filling in a form")
        chosen = Line("We only know about the people who answered.", "some people in a group waving")
        yield Part("What people think of us", (asked, *lines, chosen), (page.key,))


def complaint_parts(page: PackPage, _pack: Pack, said: Said) -> Iterator[Part]:
    """Yield how many complaints came, how many were answered in time, and what came of them."""
    facts = {fact.label: fact for fact in page.facts}
    lines = tuple(line for label, fact in facts.items() for line in _fact_lines(label, fact, page.lead))
    rows = [row for table in page.tables if table.key == "complaints_clocks" for row in table.rows]
    told = [
        row
        for row in rows
        if row[1].value is not None and row[3].value is not None and row[0].words.lower() not in said
    ]
    judged = tuple(line for row in told for line in measure_lines(row[0].words, row[1], row[3], row[5].words))
    if lines or judged:
        said.update(row[0].words.lower() for row in told)
        what = Line("A complaint tells us that something went wrong.", "a person writing a letter")
        yield Part("Complaints", (what, *lines, *judged), (page.key,))


def _fact_lines(label: str, fact: Fact, lead: str) -> Iterator[Line]:
    if fact.value == NOTHING:
        return
    cell = cell_of_words(fact.value)
    if label.startswith(COUNT):
        yield Line(f"People sent us {fact.value} complaints.", "a pile of letters", Cell(fact.value))
        if before := EARLIER.search(fact.note):
            when = before[2].replace("a year earlier", "one year before")
            yield Line(f"{when[:1].upper()}{when[1:]}, it was {before[1]}.", "a calendar of last year", Cell(before[1]))
        if EASIER in lead:
            yield Line("More complaints are not always bad.", "a person thinking")
            yield Line("It may now be easier to complain.", "a person with a phone and a form")
    elif label == "Put right before stage 1" and cell.value is not None:
        yield Line(f"We put right {share_words(cell, 'complaints')} very early.", "two people shaking hands", cell)
    elif label == "Upheld, in full or part" and cell.value is not None:
        yield Line(
            f"We agreed with {share_words(cell, 'complaints')}, at least in part.", "a person saying sorry", cell
        )
    elif label == "Paid to put things right":
        yield Line(f"We paid {fact.value} to put things right.", "some money", Cell(fact.value))
