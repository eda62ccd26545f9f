"""What was changed in a pilot's plan after it had begun, part by part beside what was declared; none of it counts."""

from frontdoor.answers.view_answer import Row, Table
from frontdoor.measures.formatting import format_date
from frontdoor.register.entries import author_words
from frontdoor.register.pilot_plans import HeldPilot

TITLE = "Changed after the start, and not counted"
COLUMNS = ("Part of the plan", "As declared", "As changed", "When, and by whom")
NOTE = "Each change is compared with the plan that counts, which was fixed on {day}."


def edits_table(held: HeldPilot) -> Table | None:
    """Return a row for each part that later versions change, oldest version first; None where there is none.

    Moments are in the zone they are given in.
    """
    rows = [
        Row((part, before, after, f"{format_date(edit.recorded_at.date())}, {author}"))
        for edit in held.edits
        for author in [author_words(edit.author, is_verified=edit.author_is_verified)]
        for part, before, after in edit.differences
    ]
    return Table(TITLE, COLUMNS, tuple(rows), NOTE.format(day=format_date(held.recorded_at.date()))) if rows else None
