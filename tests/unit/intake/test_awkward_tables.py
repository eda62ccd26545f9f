"""Whatever stands in a table, every row is accounted for once and every refused row is named by its true line."""

import csv
import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

HEAD = [
    "contact_id",
    "started_at",
    "service",
    "channel",
    "seconds_waited",
    "completed_at",
    "customer",
    "is_avoidable",
    "reason",
]
CELLS = {
    "contact_id": ["A", "B", "C", " D", "", "=1+1"],
    "started_at": [
        "2025-01-01",
        "2025-07-01 10:00:00",
        "2025-07-01T10:00:00Z",
        "2025-03-30 01:30:00",
        "2023-02-29",
        "",
        "9999-01-01",
        "1",
    ],
    "service": ["Waste", " Waste", "", "café", "a'b"],
    "channel": ["phone", "Web ", "smoke", ""],
    "seconds_waited": ["", "0", "12", "-1", "1e400", "12.5", "x"],
    "completed_at": ["", "2025-07-02", "2024-01-01", "infinity", "2025-13-01 00:00"],
    "customer": ["", "01632 960123", "withheld", "kim@example.org", "0"],
    "is_avoidable": ["", "yes", "no", "perhaps"],
    "reason": ["", "bins", 'a "quoted" word', "two\nlines", "three\r\nlines, and more\n", ";"],
}
ROWS = st.lists(st.tuples(*(st.sampled_from(CELLS[name]) for name in HEAD)), min_size=1, max_size=12)


def written(rows, delimiter, ending):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=ending).writerows([HEAD, *rows])
    return out.getvalue()


def is_refused(row):
    cells = dict(zip(HEAD, row, strict=True))
    bad_date = cells["started_at"] not in {"2025-01-01", "2025-07-01 10:00:00", "2025-07-01T10:00:00Z"}
    bad_wait = cells["seconds_waited"] in {"-1", "1e400", "x"}
    return (
        not cells["contact_id"]
        or bad_date
        or cells["channel"] in {"smoke", ""}
        or bad_wait
        or cells["is_avoidable"] == "perhaps"
    )


def lines_by_csv(text, delimiter):
    """Return the line each row starts on, as Python's own reader counts."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    lines, before = [], 0
    for _ in reader:
        lines.append(before + 1)
        before = reader.line_num
    return lines[1:]


TABLES = {"rows": ROWS, "delimiter": st.sampled_from([",", ";", "\t"]), "ending": st.sampled_from(["\n", "\r\n"])}


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(**TABLES)
def test_every_row_of_a_few_tables_is_accounted_for(take, rows, delimiter, ending):
    check(take, rows, delimiter, ending)


@pytest.mark.slow
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(**TABLES)
def test_every_row_is_accounted_for_and_named_by_its_line(take, rows, delimiter, ending):
    check(take, rows, delimiter, ending)


def check(take, rows, delimiter, ending):
    text = written(rows, delimiter, ending)
    checked = take(text).checked
    assert checked.read == checked.sound + checked.rejected + checked.duplicates == len(rows)
    expected = [line for line, row in zip(lines_by_csv(text, delimiter), rows, strict=True) if is_refused(row)]
    assert sorted({one.line for one in checked.rejects}) == expected
    sound_keys = {row[0] for row in rows if not is_refused(row)}
    assert checked.sound == len(sound_keys)
