"""What we tried, what came of it and what comes next, in easy words."""

import re
from collections.abc import Iterator

from frontdoor.answers.pilot_decision import DECISIONS
from frontdoor.charts.status import VERDICT_STATUS
from frontdoor.packs.easy.part import Line, Part, Said
from frontdoor.packs.pack import Pack, PackPage
from frontdoor.packs.words.words import checked
from frontdoor.statistics.pilot_verdict import Decision, Verdict

MOST_TESTS = 6
NAME, TRIED, CAME = 0, 1, 2
"""Columns of the table of pilots; what came of the main outcome is its last."""

RESULTS = {
    VERDICT_STATUS[Verdict.MET].word: Line("It did what we hoped.", "a tick"),
    VERDICT_STATUS[Verdict.NOT_MET].word: Line("It did not do what we hoped.", "a cross"),
    VERDICT_STATUS[Verdict.CANNOT_TELL].word: Line("We cannot tell if it worked.", "a question mark"),
    VERDICT_STATUS[Verdict.TOO_EARLY].word: Line("It is too early to say if it works.", "an egg timer"),
}
BEGINS = (
    Line("Sometimes we test a new way to work.", "people looking at a new plan"),
    Line("Then we look if it helps people.", "a person with a magnifying glass"),
)
DECIDE = "Members decide"
"""What the page of pilots says where members have to."""

COUNCILLORS = Line("Councillors will decide what to do after the tests.", "a meeting around a table")
RULE = re.compile(r"The rule gives: ([^.]+)\.")
DECIDED = {
    DECISIONS[Decision.EXTEND]: Line("Our plan says: keep doing it.", "an arrow that goes on"),
    DECISIONS[Decision.CHANGE]: Line("Our plan says: change it and test it again.", "an arrow in a circle"),
    DECISIONS[Decision.STOP]: Line("Our plan says: stop it.", "a stop sign"),
    DECISIONS[Decision.RUN_ON]: Line("Our plan says: test it for longer.", "a clock and an arrow"),
}
STARTS = re.compile(r"Starts (\d+ \w+ \d{4})")
DETAIL = re.compile(r" \([^()]*\)$")


def pilot_parts(page: PackPage, _pack: Pack, _said: Said) -> Iterator[Part]:
    """Yield the tests we ran with what came of each, and those still to come."""
    rows = [tuple(cell.words for cell in row) for table in page.tables if table.key == "pilots_1" for row in table.rows]
    tried = [row for row in rows if row[-1] in RESULTS][:MOST_TESTS]
    coming = [row for row in rows if STARTS.match(row[CAME])][:MOST_TESTS]
    if tried:
        yield Part("New things we tested", BEGINS, (page.key,))
    for row in tried:
        yield Part(f"Our test: {DETAIL.sub('', row[NAME])}", tuple(_test(row)), (page.key,))
    decided = (COUNCILLORS,) if tried and DECIDE in page.lead else ()
    if decided or coming:
        yield Part("What comes next", (*decided, *(line for row in coming for line in _coming(row))), (page.key,))


def _coming(row: tuple[str, ...]) -> Iterator[Line]:
    found = STARTS.match(row[CAME])
    yield Line(f"Next we will test “{DETAIL.sub('', row[NAME])}”.", "people looking at a new plan")
    if found:
        yield Line(f"It starts on {found[1]}.", f"a calendar with {found[1]}")


def _test(row: tuple[str, ...]) -> Iterator[Line]:
    """Yield what was tried in the plan's own words where they are easy enough, and what came of it."""
    words = row[TRIED] if row[TRIED].endswith(".") else f"{row[TRIED]}."
    if row[TRIED] and not checked(words).hard and len(checked(words).sentences) == 1:
        yield Line(words, "what was new")
    yield RESULTS[row[-1]]
    if (found := RULE.search(row[CAME])) and found[1] in DECIDED:
        yield DECIDED[found[1]]
