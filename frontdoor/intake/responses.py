"""What is settled once all rows of a survey are read: one answer for a person, and comments redacted before they are kept."""

import duckdb
import polars as pl

from frontdoor.access.redaction import redact_all
from frontdoor.intake.report import Finding, FindingKind
from frontdoor.intake.staging import ROWS
from frontdoor.intake.survey_plan import COMMENT, PERSON

_BATCH = 20_000


def settle_responses(connection: duckdb.DuckDBPyConnection) -> tuple[Finding, ...]:
    """Take repeated answers and personal details out of the staged rows, and return what was taken out."""
    return (*_leave_one_answer_each(connection), *_redact_comments(connection))


def _leave_one_answer_each(connection: duckdb.DuckDBPyConnection) -> list[Finding]:
    """Empty the answers of rows whose person answered the survey in an earlier row of the file."""
    first = f"select min(rowid) from {ROWS} where {PERSON} is not null group by {PERSON}"
    repeated = f"{PERSON} is not null and rowid not in ({first})"
    row = connection.execute(f"select count(*) from {ROWS} where {repeated} and len(answers) > 0").fetchone()
    rows = int(row[0]) if row else 0
    if not rows:
        return []
    connection.execute(f"update {ROWS} set questions = [], answers = [] where {repeated}")
    words = f"{rows:,} rows repeat the answers of a person who stands in the file before; they are counted once."
    return [Finding(FindingKind.NO_ANSWER, words, rows, "answers")]


def _redact_comments(connection: duckdb.DuckDBPyConnection) -> list[Finding]:
    """Replace every comment by its redacted text; the written one is nowhere afterwards but in the file itself."""
    row = connection.execute(f"select count(*), coalesce(max(rowid), 0) from {ROWS} where {COMMENT} <> ''").fetchone()
    assert row is not None
    comments, last = row
    if not comments:
        return []
    connection.execute("create or replace temp table redacted (row_number bigint, redacted varchar)")
    changed = sum(_redact_batch(connection, first) for first in range(0, last + 1, _BATCH))
    connection.execute(f"update {ROWS} set {COMMENT} = redacted from redacted where {ROWS}.rowid = row_number")
    connection.execute("drop table redacted")
    words = (
        f"{comments:,} comments were kept; in {changed:,} of them names, numbers or addresses were taken out, as well as "
        "a program can. They are shown only after somebody has read them."
    )
    return [Finding(FindingKind.COMMENTS, words, comments, COMMENT)]


def _redact_batch(connection: duckdb.DuckDBPyConnection, first: int) -> int:
    """Work out the redacted texts of some rows and return how many differ from what was written."""
    found = connection.execute(
        f"select rowid, {COMMENT} from {ROWS} where rowid >= $first and rowid < $end and {COMMENT} <> ''",
        {"first": first, "end": first + _BATCH},
    ).fetchall()
    written = pl.Series([text for _, text in found], dtype=pl.String)
    redacted = redact_all(written)
    is_changed = (written != redacted).to_list()
    changes = [
        (row, text) for (row, _), text, is_one in zip(found, redacted.to_list(), is_changed, strict=True) if is_one
    ]
    parameters = {"rows": [row for row, _ in changes], "texts": [text for _, text in changes]}
    connection.execute("insert into redacted select unnest($rows), unnest($texts)", parameters)
    return len(changes)
