"""Columns turned into their types by the CSV reader mean exactly what they mean read as text, line by line."""

import random

import pytest

from frontdoor.intake import passes
from frontdoor.intake.source import read_source
from frontdoor.intake.staging import ROWS

NAMES = (
    "contact_id", "updated_at", "started_at", "service", "channel", "seconds_waited", "seconds_handled",
    "is_resolved_first", "is_avoidable", "transfers", "replied_at", "completed_at", "promised_date", "is_customer_contact",
)  # fmt: skip
TIMES = (
    "2024-03-31T01:30:00", "2024-10-27T01:30:00", "2023-02-29T10:00:00", "2024-05-01", "2024-05-01 10:00:00",
    "2024-05-01T10:00:00Z", "2024-05-01T10:00:00+05:30", "2024-05-01T10:00:00.5", " 2024-05-01T10:00:00", "soon",
    "infinity", "0024-01-01T00:00:00", "2024-5-1T9:00:00", "2051-01-01T00:00:00", "",
)  # fmt: skip
WHOLE = ("1.5", "2.5", "-1", "1e3", "0x10", " 5", "1,000", "1_000", "nan", "9" * 20, "abc", "")
FLAGS = ("yes", "NO", "T", "0", "on", " true", "perhaps", "")
ODD = {
    "contact_id": ("", "C7", '"a\nb"', '"a""b"'),
    "channel": ("smoke", "PHONE", ""),
    "service": ('"one\r\ntwo"', '"x, y"', "  waste ", "é"),
    **dict.fromkeys(("updated_at", "started_at", "replied_at", "completed_at", "promised_date"), TIMES),
    **dict.fromkeys(("seconds_waited", "seconds_handled", "transfers"), WHOLE),
    **dict.fromkeys(("is_resolved_first", "is_avoidable", "is_customer_contact"), FLAGS),
}


def usual(number: int) -> dict[str, str]:
    at = f"2024-05-{number % 28 + 1:02}T10:{number % 60:02}:00"
    return dict(
        zip(
            NAMES,
            (f"C{number}", at, at, "waste", "phone", "20", "300", "true", "false", "1", at, at, at[:10], "true"),
            strict=True,
        )
    )


def awkward_file(seed: int, rows: int = 260, odd_rows: int = 25) -> str:
    """Return a file that starts as the sample is read and then holds odd cells, repeated keys and rows of a wrong shape."""
    chance = random.Random(seed)
    lines = [list(usual(number).values()) for number in range(rows)]
    for line in chance.sample(lines[205:], odd_rows):
        name = chance.choice(list(ODD))
        line[NAMES.index(name)] = chance.choice(ODD[name])
    for line in chance.sample(lines, 6):
        line[0] = chance.choice(lines)[0]
    lines[chance.randrange(rows)].append("too much")
    lines[chance.randrange(rows)].pop()
    return "\n".join([",".join(NAMES), *(",".join(line) for line in lines)]) + "\n"


def found(taken):
    rows = taken.connection.execute(f"select * exclude (originals, problems) from {ROWS} order by all").fetchall()
    problems = {name: count for name, (_, count) in taken.checked.problems.items()}
    return rows, problems, taken.checked.duplicates, taken.rejects()


@pytest.mark.parametrize("seed", [0, 1, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(2, 12))])
def test_a_file_read_by_types_gives_the_rows_and_rejects_it_gives_as_text(take, monkeypatch, seed):
    text = awkward_file(seed)
    typed = take(text)
    assert typed.staged.lines.late, "nothing was read late: the file is not awkward enough"
    monkeypatch.setattr(passes, "MOST_LATE", 0)
    monkeypatch.setattr(passes, "MOST_LATE_SHARE", 0)
    as_text = take(text)
    assert not as_text.staged.lines.late
    assert found(typed) == found(as_text)


def test_the_canonical_file_is_read_by_types(take):
    taken = take(awkward_file(0))
    types = passes.choose_types(taken.staged.plan.raw, read_source("frontdoor"))
    assert types is not None
    assert [types.columns[NAMES.index(name)] for name in ("started_at", "promised_date", "seconds_waited")] == [
        "TIMESTAMP", "DATE", "BIGINT",
    ]  # fmt: skip
    assert types.columns[NAMES.index("transfers")] == "VARCHAR"


def test_where_too_many_rows_do_not_fit_all_of_the_file_is_read_as_text(take, monkeypatch):
    monkeypatch.setattr(passes, "MOST_LATE", 2)
    taken = take(awkward_file(1))
    assert not taken.staged.lines.late
    assert taken.checked.read == 260


def test_a_byte_that_is_not_utf8_in_a_typed_cell_means_windows_1252_as_anywhere(take):
    lines = [",".join(usual(number).values()) for number in range(300)]
    lines[250] = lines[250].replace(",20,", ",20€,")
    taken = take("\n".join([",".join(NAMES), *lines]).encode("cp1252") + b"\n")
    assert [(one.line, one.value) for one in taken.checked.rejects] == [(252, "20€")]


def test_a_row_read_late_is_refused_with_its_own_line_and_value(take):
    lines = [",".join(usual(number).values()) for number in range(300)]
    lines[250] = lines[250].replace(",20,", ",twenty,")
    lines[260] = lines[260].replace("waste", '"was\nte"')
    lines[270] = lines[270].replace(",20,", ",thirty,")
    taken = take("\n".join([",".join(NAMES), *lines]) + "\n")
    told = [(one.line, one.column, one.value) for one in taken.checked.rejects]
    assert told == [(252, "seconds_waited", "twenty"), (273, "seconds_waited", "thirty")]
