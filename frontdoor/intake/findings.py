"""What a careful person should know about a file: what was emptied, unknown, unlinked or looks wrong about places."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date

import duckdb

from frontdoor.intake.answer_scales import scale_findings
from frontdoor.intake.checking import Checked
from frontdoor.intake.days import Counts, day_findings
from frontdoor.intake.place_findings import place_findings
from frontdoor.intake.plan import Effect
from frontdoor.intake.reading import Staged
from frontdoor.intake.rejects import safe
from frontdoor.intake.report import Finding, FindingKind
from frontdoor.intake.returns import missing_returns
from frontdoor.intake.rota_findings import rota_findings
from frontdoor.intake.source_types import Source
from frontdoor.intake.stages import EVENTFUL, stage_2_alone
from frontdoor.intake.stated import rate_findings
from frontdoor.schema.places import PLACES
from frontdoor.schema.records import KINDS, SPECIAL_CATEGORY
from frontdoor.schema.rotas import ROTA_KINDS
from frontdoor.strategy.council import Council

FEWEST_WARDS, FEWEST_ROWS = 5, 200
SUSPECT_RATIO, SUSPECT_SHARE = 3.0, 0.2  # a ward with a fifth of all rows and three times the next
MOST_WORDS = 10
_KINDS = {
    "ambiguous_time": FindingKind.CLOCK_CHANGE,
    **dict.fromkeys(
        ("ambiguous_start", "ambiguous_end", "ambiguous_break_start", "ambiguous_break_end"), FindingKind.CLOCK_CHANGE
    ),
    "nobody": FindingKind.UNLINKED,
    "ambiguous_date": FindingKind.AMBIGUOUS_DATE,
    "other_way_of_dating": FindingKind.AMBIGUOUS_DATE,
    "several_ward": FindingKind.SEVERAL_VALUES,
    "no_answers": FindingKind.NO_ANSWER,
    "not_an_answer": FindingKind.NO_ANSWER,
    "empty_comment": FindingKind.NO_ANSWER,
    "stage_2_alone": FindingKind.NO_STAGE_1,
    "bad_value": FindingKind.STATED_RATE,
    **dict.fromkeys(("bad_email", "bad_link"), FindingKind.UNKNOWN_VALUE),
}
_BY_OPT_IN = {**dict.fromkeys(SPECIAL_CATEGORY, "special-category data"), "comment": "free text"}


def findings(
    connection: duckdb.DuckDBPyConnection, staged: Staged, checked: Checked, source: Source, council: Council
) -> tuple[Finding, ...]:
    """Return everything found, most useful first; reads the view `incoming`."""
    found = [*_counted(checked), *_unknown_words(checked), *_special(staged, source, council.opt_in)]
    if checked.blank:
        found.append(Finding(FindingKind.NOT_READ, f"{checked.blank:,} blank rows were left out.", checked.blank))
    if source.kind == "stated_results":
        found += [*rate_findings(connection), *missing_returns(connection)]
    elif source.kind in PLACES:
        found += place_findings(connection, source.kind)
    elif source.kind in ROTA_KINDS:
        found += rota_findings(connection, source.kind)
    else:
        found += _of_places_and_days(connection, source, council)
    return (*found, *_not_read(staged, source))


def _of_places_and_days(connection: duckdb.DuckDBPyConnection, source: Source, council: Council) -> list[Finding]:
    found = default_ward(connection) if "ward" in KINDS[source.kind].names else []
    if source.kind in EVENTFUL:
        found += stage_2_alone(connection, source)
    if source.kind == "survey_responses":
        found += scale_findings(connection, source, council.questions)
    return found + day_findings(_rows_by_day(connection, source), _holidays(connection))


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
    found = []
    for name, what in _BY_OPT_IN.items():
        rule = source.columns.get(name)
        if rule is not None and name not in opt_in and staged.plan.raw.position(rule.names) is not None:
            words = f"{name} stands in the file and was not loaded: the council has not opted in to {what}."
            found.append(Finding(FindingKind.NOT_READ, words, None, name))
    return found


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
    used = staged.plan.raw.header.used_by(source)
    names = [name for index, name in enumerate(staged.plan.raw.header.names) if index not in used and name.strip()]
    return [Finding(FindingKind.NOT_READ, f"Columns not read: {_listed(names)}.")] if names else []


def _listed(names: Iterable[str]) -> str:
    return ", ".join(safe(name) for name in names)
