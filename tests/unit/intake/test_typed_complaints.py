"""Dates of complaints turned into dates by the CSV reader mean exactly what they mean read as text."""

import random

import pytest

from frontdoor.intake import passes
from frontdoor.intake.staging import ROWS
from frontdoor.intake.typed import choose_types

NAMES = (
    "complaint_id", "updated_at", "received_date", "service", "stage_1_opened_date", "stage_1_responded_date",
    "stage_2_opened_date", "stage_1_extension_working_days",
)  # fmt: skip
DATES = (
    "2024-02-30", "2024-05-01T10:00:00", "2024-05-01T23:30:00Z", " 2024-05-01", "2024-5-1", "01/05/2024", "soon", "",
    "infinity", "1066-10-14", "2099-01-01", "epoch",
)  # fmt: skip


def awkward_file(seed: int) -> str:
    """Return a file whose first 200 rows are plain and whose others hold odd cells."""
    chance = random.Random(seed)
    lines = []
    for number in range(260):
        day = f"2024-05-{number % 28 + 1:02}"
        lines.append([f"C{number}", f"{day}T10:00:00", day, "waste", day, day, "", "5"])
    for line in chance.sample(lines[205:], 30):
        place = chance.randrange(2, len(NAMES))
        line[place] = chance.choice(("1.5", "-1", "") if NAMES[place].endswith("days") else DATES)
    return "\n".join([",".join(NAMES), *(",".join(line) for line in lines)]) + "\n"


def found(taken):
    rows = taken.connection.execute(f"select * exclude (originals, problems) from {ROWS} order by all").fetchall()
    problems = {name: count for name, (_, count) in taken.checked.problems.items()}
    return rows, problems, taken.checked.duplicates, taken.rejects()


@pytest.mark.parametrize("seed", range(6))
def test_reading_dates_by_type_and_as_text_comes_to_the_same(take, monkeypatch, seed):
    content = awkward_file(seed)
    quick = take(content, "frontdoor_complaints")
    types = choose_types(quick.staged.plan.raw, quick.source)
    assert types is not None
    assert types.columns.count("DATE") == 3  # of the column that is empty in the sample nothing can be said
    by_type = found(quick)
    monkeypatch.setattr(passes, "choose_types", lambda *_: None)
    assert found(take(content, "frontdoor_complaints")) == by_type
