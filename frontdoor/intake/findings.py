"""What a careful person should know about a file: what was emptied, unknown, unlinked or looks wrong about places."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date

import duckdb

from frontdoor.intake.checking import Checked
from frontdoor.intake.days import Counts, day_findings
from frontdoor.intake.plan import Effect
from frontdoor.intake.reading import Staged
from frontdoor.intake.rejects import safe
from frontdoor.intake.report import Finding, FindingKind
from frontdoor.intake.source_types import Source

FEWEST_WARDS, FEWEST_ROWS = 5, 200
SUSPECT_RATIO, SUSPECT_SHARE = 3.0, 0.2  # a ward with a fifth of all rows and three times the next
MOST_WORDS = 10
_KINDS = {"ambiguous_time": FindingKind.CLOCK_CHANGE, "nobody": FindingKind.UNLINKED}


def findings(
    connection: duckdb.DuckDBPyConnection, staged: Staged, checked: Checked, source: Source, opt_in: tuple[str, ...]
) -> tuple[Finding, ...]:
    """Return everything found, most useful first; reads the view `incoming`."""
    found = [*_counted(checked), *_unknown_words(checked), *_special(staged, source, opt_in)]
    if checked.blank:
        found.append(Finding(FindingKind.NOT_READ, f"{checked.blank:,} blank rows were left out.", checked.blank))
    if source.kind == "contacts":
        found += default_ward(connection)
    found += day_findings(_rows_by_day(connection, source), _holidays(connection))
    return (*found, *_not_read(staged, source))


def default_ward(connection: duckdb.DuckDBPyConnection) -> list[Finding]:
    """Return the ward that seems to take rows whose address nobody gave, if one does."""
    rows = connection.execute(
        "select ward, count(*) as contacts from incoming where ward <> 'unknown' group by ward order by contacts desc, ward"
    ).fetchall()
    total = sum(contacts for _, contacts in rows)
    if len(rows) < FEWEST_WARDS or total < FEWEST_ROWS:
        return []
    (ward, most), (_, next_most) = rows[0], rows[1]
    if most < total * SUSPECT_SHARE or most < next_most * SUSPECT_RATIO:
        return []
    words = f"{ward} has {most:,} of {total:,} rows with a ward, three times any other: is it where rows without an address are put?"
    return [Finding(FindingKind.DEFAULT_ADDRESS, words, most, "ward", ward)]


def _counted(checked: Checked) -> list[Finding]:
    found = []
    for name, (problem, rows) in checked.problems.items():
        is_told = problem.effect in {Effect.NULL, Effect.COUNT} and not problem.is_vocabulary
        if is_told:
            kind = _KINDS.get(name, FindingKind.NULLED_DATE)
            found.append(Finding(kind, f"{rows:,} rows: {problem.reason}.", rows, problem.ours))
    return found


def _unknown_words(checked: Checked) -> list[Finding]:
    words = Counter(
        (one.column, one.value, one.reason) for one in checked.rejects if "known by this word" in one.reason
    )
    found = []
    for (column, value, reason), rows in words.most_common(MOST_WORDS):
        sentence = f"{column}: {safe(value)} stands in {rows:,} rows: {reason}."
        found.append(Finding(FindingKind.UNKNOWN_VALUE, sentence, rows, column, safe(value)))
    for problem, rows in checked.problems.values():
        if problem.is_vocabulary and problem.effect is Effect.NULL:
            found.append(Finding(FindingKind.UNKNOWN_VALUE, f"{rows:,} rows: {problem.reason}.", rows, problem.ours))
    return found


def _special(staged: Staged, source: Source, opt_in: tuple[str, ...]) -> list[Finding]:
    rule = source.columns.get("access_need")
    if rule is None or "access_need" in opt_in or staged.plan.raw.position(rule.names) is None:
        return []
    words = "access_need stands in the file and was not loaded: the council has not opted in to special-category data."
    return [Finding(FindingKind.NOT_READ, words, None, "access_need")]


def _rows_by_day(connection: duckdb.DuckDBPyConnection, source: Source) -> Counts:
    condition = "where is_customer_contact" if source.kind == "contacts" else ""
    rows = connection.execute(
        f"select channel, activity_date, count(*) from incoming {condition} group by all"
    ).fetchall()
    counts: dict[str, dict[date, int]] = defaultdict(dict)
    for channel, day, number in rows:
        counts[channel][day] = number
    return counts


def _holidays(connection: duckdb.DuckDBPyConnection) -> frozenset[date]:
    return frozenset(
        row[0] for row in connection.execute("select activity_date from calendar where holiday is not null").fetchall()
    )


def _not_read(staged: Staged, source: Source) -> list[Finding]:
    used = {staged.plan.raw.position((name,)) for name in source.their_names}
    names = [name for index, name in enumerate(staged.plan.raw.header.names) if index not in used and name.strip()]
    return [Finding(FindingKind.NOT_READ, f"Columns not read: {_listed(names)}.")] if names else []


def _listed(names: Iterable[str]) -> str:
    return ", ".join(safe(name) for name in names)
